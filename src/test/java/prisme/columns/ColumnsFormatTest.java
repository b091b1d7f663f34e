package prisme.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.EveryKind;
import prisme.event.Visit;

/// Holds one file byte for byte, so that no change makes what lies on disks unreadable. When the format has to change,
/// its version changes, and this stays readable.
class ColumnsFormatTest {
    private static final Visit VISIT =
            new Visit(UUID.fromString("01020304-0506-7788-99aa-bbccddeeff00"), "d", "/e", "r",
            "FR", new Client("b", "o", "v"), new Campaign("s", "m", "c", "t", "n"));
    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final List<Event> EVENTS = List.of(
            new Event.Pageview(AT, VISIT, "prisme_0123456789ABCDEF0123456789ABCDEF", "/p", 404, 1),
            new Event.Pageview(AT.plusMillis(2000), VISIT, "joe", "/q", 200, 2),
            new Event.Custom(AT.plusMillis(2001), VISIT, "joe", "/q", "é😀", "{}"),
            new Event.OutboundClick(AT.plusMillis(2002), VISIT, "joe", "/q", "http://l"),
            new Event.FileDownload(AT.plusMillis(2003), VISIT, "joe", "/q", "http://f"));
    /* The head and the blocks. */
    private static final String HEAD_AND_BLOCKS = """
            505249534d45434f010000006c020000030000000000000007000000000000000b0000000000000000f153650000000002f1
            5365000000005d0f0d42000000005d0f0d420000000005000000020000000200000001000000010000000100000001000000
            0300000001000000010000000100000001000000010000000100000001000000010000000100000001000000010000000100
            0000010000000100000001000000010000000100000001000000010000000100000001000000010000000100000001000000
            0100000001000000010000000100000001000000010000000e000000b741b7f50e000000a6cdc2b90c0000005db5602b0d00
            0000c9e5af300e000000f16533090d000000813391c412000000531f21d70e000000b2c6d3500c0000005db5602b0c000000
            5db5602b0c000000ceed076e0c00000075ffc96b0d0000003158b1310c0000005db5602b0c0000005db5602b0d0000003e3b
            8c990c0000005db5602b0c0000005db5602b0c0000005db5602b0c0000005db5602b0c0000005db5602b0c0000005db5602b
            0c0000005db5602b0c0000005db5602b0c0000005db5602b0c0000005db5602b0d00000076edb26d0d0000003e3b8c990e00
            000002db090b140000009e336a13140000004301a335090000009ac24bc8100000000f8d8ff809000000ce118dda0a000000
            21cbbf8c09000000ebe4a32a09000000036aacfc09000000b9892fc909000000127007940900000005d4e60d09000000df0b
            26b20900000057b96aee09000000378529640e000000b4b47fc80a00000054fc084110000000761f29ab10000000db584b07
            0b000000ccef9c75510200005324758a6884e4680200000000f1536500000000a802020000007b0000000000000090030000
            000000000000000000000100000000000000000000001e02000000000000000000000090030100000001000000000000001e
            0900000000000000000000009491010000000200000000000000000000000900000000000000000000000000000000000000
            0000000000000000000088770605040302010000000000ffeeddccbbaa990200000000f15365000000000800000000000000
            0000000000000000000000000000000000010000000100000000000000020000000000000000000000000000000000000000
            0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
            0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
            010000000000000000000000020100000001000000000000000208000000c800000000000000cc008000000083455cec5917
            4477efcdab8967452301800000001de9f3604c7517c3efcdab89674523010300000063604c01000a0000006360d24f65642c
            60642c04000300000063602c0200040000006360720b0200030000006360cc07000300000063604c02000300000063602c03
            000300000063602c0600030000006360cc05000300000063604c06000300000063602c0100030000006360cc030008000000
            63603bbcf2c3fc190d00040000006360aaae05000a00000063e0c8282929b0d2d7cf01000a00000063e0c8282929b0d2d74f
            0300050000006360ceca4f0500
            """.replace("\n", "");
    private static final String PARITY = """
            0000000000000000000000000000000000000000000000000000000000000000000001000000000000000000000002010000
            0001000000000000000208000000c800000000000000cc008000000083455cec59174477efcdab8967452301800000001de9
            f3604c7517c3efcdab89674523010300000063604c01000a0000006360d24f65642c60642c04000300000063602c02000400
            00006360720b0200030000006360cc07000300000063604c02000300000063602c03000300000063602c0600030000006360
            cc05000300000063604c06000300000063602c0100030000006360cc03000800000063603bbcf2c3fc190d00040000006360
            aaae05000a00000063e0c8282929b0d2d7cf01000a00000063e0c8282929b0d2d74f0300050000006360ceca4f0500020000
            0000f1536500000000a802020000007b0000000000000090030000000000000000000000000100000000000000000000001e
            02000000000000000000000090030100000001000000000000001e0900000000000000000000009491010000000200000000
            0000000000000009000000000000000000000000000000000000000000000000000000000088770605040302010000000000
            ffeeddccbbaa990200000000f153650000000008000000000000000000000000000000000000000000000000010000000100
            0000000000000200000000000000000000000000000000000000000000000000000000000000000000000000000000000000
            00000000000000000000000000000000000000000000000000000000000000000000000000000000000000
            """.replace("\n", "");
    /* Of the whole file: the copy of the head, and its length. */
    private static final int HEAD = 0x26c;
    private static final String COPY = HEAD_AND_BLOCKS.substring(0, 2 * HEAD) + "6c020000";

    @TempDir Path directory;

    /* An earlier Prisme would read a file with one more as if all behind it were something else. */
    @Test void aKindOrAColumnMoreIsAnotherVersion() {
        Map<Integer, List<Integer>> numbers = Map.of(1, List.of(4, 16, 7, 16, 46));
        List<Integer> here = List.of(EventKind.values().length, Field.values().length, EventColumn.values().length,
                SessionColumn.values().length, Layout.DICTIONARIES + Layout.EVENT_COLUMNS + Layout.SESSION_COLUMNS);
        assertEquals(numbers.get(Head.VERSION), here, "There are other kinds of events, fields or columns than format "
                + "version " + Head.VERSION + " has. Raise Head.VERSION, let Layout and Head.decode lay out a file of "
                + "an earlier version as that had it, describe the new one in the story of prisme.columns, keep the "
                + "bytes of this one here as a test that they are read, and add a line to the numbers of this test");
    }

    private byte[] written() throws IOException {
        PartBuilder part = new PartBuilder(1);
        for (Event event : EVENTS) {
            part.add(7 + part.events(), event);
        }
        Path file = directory.resolve("written");
        PartWriter.write(part, 3, 7, 11, file);
        return Files.readAllBytes(file);
    }

    @Test void aFileIsTheseBytes() throws IOException {
        EveryKind.requireIn(EVENTS, "ColumnsFormatTest");
        assertEquals(HEAD_AND_BLOCKS + PARITY + COPY, HexFormat.of().formatHex(written()));
    }

    @Test void theseBytesAreRead() throws IOException {
        Path file = directory.resolve("old");
        Files.write(file, HexFormat.of().parseHex(HEAD_AND_BLOCKS + PARITY + COPY));
        List<Corruption> corruptions = new ArrayList<>();
        SealedPart part = ((SealedPart.Opening.Opened) SealedPart.open(file, corruptions::add)).part();
        List<Event> read = new ArrayList<>();
        try (part) {
            for (EventCursor cursor = part.cursor(); cursor.next(); ) {
                read.add(cursor.event());
            }
        }
        assertEquals(EVENTS, read);
        assertEquals(List.of(), corruptions);
    }
}
