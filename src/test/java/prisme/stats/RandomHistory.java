package prisme.stats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// A small history in which much is equal, odd, or at a border: few texts and visitors, times around seconds' borders,
/// sessions that last for days, imports in no order, sessions whose attributes changed.
final class RandomHistory {
    /// When it plays, in seconds since 1970.
    static final long BEGIN = Instant.parse("2026-03-27T00:00:00Z").getEpochSecond();
    static final List<String> TEXTS =
            List.of("", "/", "/a", "/a/b", "/a/bc", "/b", "/é", "/\uffee", "/😀", "/z", "A", "a");
    static final List<String> PROPERTIES = List.of("{}", "{\"plan\":\"pro\"}", "{\"plan\":\"pro\",\"n\":1}",
            "{\"plan\": 1.0}", "{\"plan\":1}", "{\"plan\":null,\"plan\":true}", "{\"n\":{\"plan\":3}}",
            "{\"plan\":\"😀\"}", "{\"plan\":\"\uffee\"}", "not json", "{\"plan\":[1,2]}", "{\"pl\\u0061n\":7}");

    private final Random random;
    private final int texts;
    private final long length;
    private final List<String> visitors = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<UUID, Integer> versions = new HashMap<>();

    private RandomHistory(Random random) {
        this.random = random;
        this.texts = 1 + random.nextInt(TEXTS.size());
        this.length = List.of(2L, 3600L, 86_400L * 3, 86_400L * 40).get(random.nextInt(4));
        int people = 1 + random.nextInt(12);
        for (int i = 0; i < people; i++) {
            visitors.add(random.nextInt(3) == 0 ? "user-" + i
                    : "prisme_%016X%016X".formatted(random.nextLong(), random.nextLong()));
        }
    }

    /// Events in order of arrival.
    static List<Event> events(Random random) {
        return new RandomHistory(random).events();
    }

    private List<Event> events() {
        int sessions = random.nextInt(25);
        List<Event> all = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            session();
        }
        all.addAll(events);
        switch (random.nextInt(3)) {
            case 0 -> all.sort((a, b) -> a.at().compareTo(b.at()));
            case 1 -> Collections.shuffle(all, random);
            default -> { }
        }
        return all;
    }

    private void session() {
        long start = BEGIN * 1000 + random.nextLong(length * 1000);
        start = random.nextInt(3) == 0 ? start / 1000 * 1000 : start;
        UUID id = new UUID(start << 16 | 0x7000L | random.nextInt(0x1000), 1L << 63 | random.nextInt(4));
        Visit visit = visit(id);
        String visitor = visitor();
        long time = start;
        int views = random.nextInt(5) == 0 ? random.nextInt(12) : random.nextInt(4);
        for (int i = 0; i < views; i++) {
            time += random.nextInt(8) == 0 ? random.nextLong(-90_000_000L, 200_000_000L) : random.nextLong(0, 4000);
            visitor = random.nextInt(6) == 0 ? visitor() : visitor;
            visit = random.nextInt(30) == 0 ? visit(id) : visit;
            if (random.nextInt(5) == 0) {
                events.add(other(time, visit, visitor));
            }
            int version = random.nextInt(12) == 0 ? 1 + random.nextInt(3) : versions.merge(id, 1, Integer::sum);
            int status = random.nextInt(3) == 0 ? 404 : 200;
            events.add(new Event.Pageview(at(time), visit, visitor, text(), status, version));
        }
        if (random.nextInt(3) == 0) {
            events.add(other(time, visit, visitor));
        }
    }

    private Event other(long time, Visit visit, String visitor) {
        long later = time + random.nextInt(3000);
        return switch (random.nextInt(3)) {
            case 0 -> new Event.OutboundClick(at(later), visit, visitor, text(), text());
            case 1 -> new Event.FileDownload(at(later), visit, visitor, text(), text());
            default -> new Event.Custom(at(later), visit, visitor, text(), text(),
                    PROPERTIES.get(random.nextInt(PROPERTIES.size())));
        };
    }

    private static Instant at(long time) {
        return Instant.ofEpochMilli(time);
    }

    private Visit visit(UUID id) {
        return new Visit(id, text(), text(), text(), text(), new Client(text(), text(), text()),
                new Campaign(text(), text(), text(), text(), text()));
    }

    private String text() {
        return TEXTS.get(random.nextInt(texts));
    }

    private String visitor() {
        return visitors.get(random.nextInt(visitors.size()));
    }
}
