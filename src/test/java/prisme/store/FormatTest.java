package prisme.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.DeviceId;
import prisme.event.Event;
import prisme.event.EveryKind;
import prisme.event.Visit;

/// Holds one segment byte for byte, so that no change makes what lies on disks unreadable. When the format has to
/// change, its version changes, and this stays readable.
class FormatTest {
    private static final Visit VISIT =
            new Visit(UUID.fromString("01020304-0506-7788-99aa-bbccddeeff00"), "d", "/e", "r",
            "FR", new Client("b", "o", "v"), new Campaign("s", "m", "c", "t", "n"));
    private static final DeviceId DEVICE = new DeviceId(0x1111111111111111L, 0x2222222222222222L);
    private static final Instant AT = Instant.ofEpochMilli(0x0102030405060708L);
    private static final List<Event> EVENTS = List.of(
            new Event.Pageview(AT, VISIT, "i", "/p", 404, 1),
            new Event.Pageview(AT, VISIT, "i", "/p", 200, 300),
            new Event.Custom(AT, VISIT, "i", "/p", "é😀", "{}"),
            new Event.OutboundClick(AT, VISIT, "i", "/p", "http://l"),
            new Event.FileDownload(AT, VISIT, "i", "/p", "u".repeat(130)));
    /* Header, then the five records; computed from the description of the package, not with its code. */
    private static final String SEGMENT = """
            505249534d454c47000000010000000000000001000000000000000186b40231
            f550524d9292efa20000004b0000000000000001010102030405060708010203040506778899aabbccddeeff000194031111
            11111111111122222222222222220164022f6501720246520162016f01760173016d01630174016e0169022f70
            f550524d8654ce360000003c0000000000000002020102030405060708010203040506778899aabbccddeeff00ac02c80101
            64022f6501720246520162016f01760173016d01630174016e0169022f70
            f550524d5c0dc0af000000420000000000000003030102030405060708010203040506778899aabbccddeeff000164022f65
            01720246520162016f01760173016d01630174016e0169022f7006c3a9f09f9880027b7d
            f550524d7cc7350b000000410000000000000004040102030405060708010203040506778899aabbccddeeff000164022f65
            01720246520162016f01760173016d01630174016e0169022f7008687474703a2f2f6c
            f550524daa225a47000000bc0000000000000005050102030405060708010203040506778899aabbccddeeff000164022f65
            01720246520162016f01760173016d01630174016e0169022f70820175757575757575757575757575757575757575757575
            7575757575757575757575757575757575757575757575757575757575757575757575757575757575757575757575757575
            7575757575757575757575757575757575757575757575757575757575757575757575757575757575757575757575757575
            7575757575757575
            """.replace("\n", "");

    @TempDir Path directory;

    /* An earlier Prisme takes a kind that it does not know for damage, and the file for one of its own. */
    @Test void aKindMoreIsAnotherVersion() {
        Map<Integer, Integer> kinds = Map.of(1, 5);
        assertEquals(kinds.get(SegmentHeader.VERSION), Kind.values().length, "There are other kinds of events than "
                + "format version " + SegmentHeader.VERSION + " has. Raise SegmentHeader.VERSION, describe the new "
                + "version in the story of prisme.store, let Tail go on in another segment behind one of an earlier "
                + "version, keep the bytes of this one here as a test that they are read, "
                + "and add a line to the numbers of this test");
    }

    @Test void theseBytesAreRead() throws IOException {
        Files.write(directory.resolve("events-00000001.log"), HexFormat.of().parseHex(SEGMENT));
        List<LogRecord> read = StoredEvents.read(directory);
        assertEquals(EVENTS, read.stream().map(LogRecord::event).toList());
        assertEquals(new Sender.Device(DEVICE), read.getFirst().sender());
        assertEquals(List.of(), StoredEvents.damagesIn(directory));
    }

    @Test void aSegmentIsTheseBytes() throws IOException {
        EveryKind.requireIn(EVENTS, "FormatTest");
        try (EventLog log = StoredEvents.open(directory)) {
            log.append((Event.Pageview) EVENTS.getFirst(), DEVICE);
            for (Event event : EVENTS.subList(1, EVENTS.size())) {
                log.append(event);
            }
        }
        byte[] written = Files.readAllBytes(directory.resolve("events-00000001.log"));
        assertEquals(SEGMENT, HexFormat.of().formatHex(written));
        assertEquals(EVENTS, StoredEvents.read(directory).stream().map(LogRecord::event).toList());
    }
}
