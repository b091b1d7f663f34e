package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.EveryKind;
import prisme.event.Visit;

class EventCodecTest {
    private static final Sender UNKNOWN = new Sender.Unknown();

    private static LogRecord decoded(byte[] record) throws UnreadableRecord {
        return EventDecoder.decode(7, record, Frame.HEADER_SIZE, record.length);
    }

    @Test void readsWhatWasWritten() throws UnreadableRecord {
        long seed = System.nanoTime();
        RandomEvents random = new RandomEvents(new Random(seed));
        List<Event> events = Stream.generate(random::event).limit(3000).toList();
        EveryKind.requireIn(events, "RandomEvents");
        for (Event event : events) {
            Sender sender = event instanceof Event.Pageview ? random.sender() : UNKNOWN;
            assertEquals(new LogRecord(7, event, sender), decoded(EventEncoder.encode(event, sender)), "seed " + seed);
        }
    }

    @Test void halfASurrogatePairBecomesTheReplacementCharacter() throws UnreadableRecord {
        for (String half : List.of("\ud83d", "\ude00", "\ude00\ud83d")) {
            Event read = decoded(EventEncoder.encode(StoredEvents.pageview("/a" + half + "b"), UNKNOWN)).event();
            assertEquals("/a" + "\ufffd".repeat(half.length()) + "b", read.path());
        }
    }

    @Test void aPayloadThatIsCutOrTooLongIsNoEvent() {
        byte[] record = EventEncoder.encode(StoredEvents.pageview("/a"), new Sender.Device(StoredEvents.DEVICE));
        for (int length = Frame.HEADER_SIZE + 1; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThrows(UnreadableRecord.class, () -> decoded(cut));
        }
        assertThrows(UnreadableRecord.class, () -> decoded(Arrays.copyOf(record, record.length + 1)));
    }

    @Test void otherBytesAreNoEventAndDoNoHarm() {
        Random random = new Random(42);
        byte[] record = EventEncoder.encode(StoredEvents.pageview("/a"), UNKNOWN);
        for (int i = 0; i < 3000; i++) {
            byte[] other = record.clone();
            other[Frame.HEADER_SIZE + random.nextInt(record.length - Frame.HEADER_SIZE)] = (byte) random.nextInt();
            try {
                decoded(other);
            } catch (UnreadableRecord _) {
                /* As good an answer as another event: nothing else may be thrown. */
            }
        }
        for (byte kind : new byte[] {0, (byte) (Kind.values().length + 1), -1}) {
            byte[] unknown = record.clone();
            unknown[Frame.HEADER_SIZE] = kind;
            assertThrows(UnreadableRecord.class, () -> decoded(unknown));
        }
    }

    /// Events of all kinds with texts of all widths.
    record RandomEvents(Random random) {
        Event event() {
            Instant at = Instant.ofEpochMilli(random.nextLong() >> random.nextInt(20, 40));
            Visit visit = visit();
            return switch (random.nextInt(4)) {
                case 0 -> new Event.Pageview(at, visit, text(), text(), random.nextInt(100, 600),
                        random.nextInt() >>> random.nextInt(1, 31));
                case 1 -> new Event.Custom(at, visit, text(), text(), text(), text());
                case 2 -> new Event.OutboundClick(at, visit, text(), text(), text());
                default -> new Event.FileDownload(at, visit, text(), text(), text());
            };
        }

        Sender sender() {
            return random.nextBoolean() ? UNKNOWN
                    : new Sender.Device(new DeviceId(random.nextLong(), random.nextLong()));
        }

        private Visit visit() {
            return new Visit(new UUID(random.nextLong(), random.nextLong()), text(), text(), text(), text(),
                    new Client(text(), text(), text()), new Campaign(text(), text(), text(), text(), text()));
        }

        private String text() {
            int length = random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(12);
            return random.ints(length, 0, 4).map(this::character)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }

        private int character(int width) {
            return switch (width) {
                case 0 -> random.nextInt(0x80);
                case 1 -> random.nextInt(0x80, 0x800);
                case 2 -> random.nextInt(0x800, 0xD800);
                default -> random.nextInt(0x10000, 0x110000);
            };
        }
    }
}
