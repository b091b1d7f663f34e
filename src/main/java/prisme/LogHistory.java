package prisme;

import java.io.IOException;
import java.time.Instant;
import prisme.event.Event;
import prisme.store.EventLog;
import prisme.store.LogMark;
import prisme.store.LogReader;
import prisme.store.Sender;
import prisme.visitors.PageviewHistory;

/// Gives `visitors` the page views in the event log whose device is still known.
record LogHistory(EventLog log) implements PageviewHistory {
    @Override
    public Mark end() {
        LogMark mark = log.mark();
        return new Mark(mark.sequence(), mark.segment(), mark.checksum());
    }

    @Override
    public boolean behind(Mark mark, Sink sink) throws IOException {
        return log.replay(new LogMark(mark.sequence(), mark.segment(), mark.checksum()), pageviews(sink));
    }

    @Override
    public void since(Instant time, Sink sink) throws IOException {
        log.replaySince(time, pageviews(sink));
    }

    private static LogReader.Sink pageviews(Sink sink) {
        return record -> {
            if (record.event() instanceof Event.Pageview pageview && record.sender() instanceof Sender.Device(var id)) {
                sink.accept(pageview, id);
            }
        };
    }
}
