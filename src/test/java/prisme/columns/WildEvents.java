package prisme.columns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// Events in which everything occurs that may: few sessions with many visits and visitors, versions in no order, times
/// before 1970, texts that are empty, long or no ASCII.
final class WildEvents {
    private static final List<String> TEXTS =
            List.of("", "/", "/a", "/a/b", "direct", "é😀", "\u0000", "x".repeat(3000), "FR");
    private static final List<String> VISITORS = List.of("prisme_0123456789ABCDEF0123456789ABCDEF", "joe",
            "prisme_0123456789abcdef0123456789abcdef", "prisme_FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "é", "prisme_0");

    private final Random random;

    WildEvents(long seed) {
        random = new Random(seed);
    }

    List<Event> take(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    private Event next() {
        UUID session = new UUID(random.nextInt(-2, 3) * 0x1234_5678_0001_7000L,
                random.nextInt(-3, 3) * 0x7111_2222_3333_4444L);
        Visit visit = random.nextInt(4) > 0
                ? new Visit(session, "example.com", "/in", "direct", "XX", Client.UNKNOWN, Campaign.NONE)
                : new Visit(session, text(), text(), text(), text(), new Client(text(), text(), text()),
                        new Campaign(text(), text(), text(), text(), text()));
        Instant at = Instant.ofEpochMilli(random.nextInt(10) > 0 ? 1_700_000_000_000L + random.nextInt(100_000)
                : random.nextLong(-100_000_000_000_000L, 100_000_000_000_000L));
        String visitor = VISITORS.get(random.nextInt(VISITORS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> new Event.Custom(at, visit, visitor, text(), text(), "{\"n\":" + random.nextInt() + "}");
            case 1 -> new Event.OutboundClick(at, visit, visitor, text(), text());
            case 2 -> new Event.FileDownload(at, visit, visitor, text(), text());
            default -> new Event.Pageview(at, visit, visitor, text(), random.nextInt(100, 600), random.nextInt(1, 5));
        };
    }

    private String text() {
        return random.nextInt(3) > 0 ? TEXTS.get(random.nextInt(TEXTS.size())) : "/page/" + random.nextInt(200);
    }
}
