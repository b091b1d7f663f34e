package prisme.visitors;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import prisme.event.DeviceId;
import prisme.event.Event;

/// A journal in memory, which outlives the visitors of a test. Ten page views are a segment of it.
final class RememberedPageviews implements PageviewJournal, PageviewHistory {
    private record Stored(Event.Pageview pageview, DeviceId device) {}

    private final List<Stored> stored = new ArrayList<>();
    private final int identity;
    private int gone;
    private int replayed;

    /// @param identity tells one journal from another
    RememberedPageviews(int identity) {
        this.identity = identity;
    }

    @Override public void append(Event.Pageview pageview, DeviceId device) {
        stored.add(new Stored(pageview, device));
    }

    @Override public Mark end() {
        return mark(stored.size());
    }

    private Mark mark(int sequence) {
        return sequence == 0 ? new Mark(0, 1, 0)
                : new Mark(sequence, 1 + (sequence - 1) / 10, identity * 1000 + sequence);
    }

    @Override public boolean behind(Mark mark, Sink sink) throws IOException {
        int sequence = (int) mark.sequence();
        boolean isKnown = sequence >= gone && sequence <= stored.size() && mark.equals(mark(sequence));
        if (isKnown) {
            replay(sequence, sink);
        }
        return isKnown;
    }

    @Override public void since(Instant time, Sink sink) throws IOException {
        replay(gone, sink);
    }

    private void replay(int from, Sink sink) throws IOException {
        for (Stored one : stored.subList(from, stored.size())) {
            replayed++;
            sink.accept(one.pageview(), one.device());
        }
    }

    /// Forgets the devices of the first page views, as a log does when it seals them.
    void seal(int count) {
        gone = count;
    }

    int replayed() {
        return replayed;
    }

    List<Event.Pageview> pageviews() {
        return stored.stream().map(Stored::pageview).toList();
    }

    Event.Pageview last() {
        return stored.getLast().pageview();
    }

    long sessions() {
        return stored.stream().map(one -> one.pageview().visit().session()).distinct().count();
    }
}
