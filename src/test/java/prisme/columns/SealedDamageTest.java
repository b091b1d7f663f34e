package prisme.columns;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.columns.SealedPart.Opening;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

/// Damages a file everywhere, and looks what is left of it.
class SealedDamageTest {
    private static final Visit VISIT =
            new Visit(UUID.fromString("019cb8b8-0e7b-7000-8000-00000000002a"), "d", "/e", "r",
            "FR", new Client("b", "o", "v"), new Campaign("s", "m", "c", "t", "n"));
    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final List<Event> FEW = List.of(
            new Event.Pageview(AT, VISIT, "prisme_0123456789ABCDEF0123456789ABCDEF", "/p", 404, 1),
            new Event.Custom(AT, VISIT, "joe", "/p", "é😀", "{}"),
            new Event.OutboundClick(AT.plusMillis(1500), VISIT, "joe", "/q", "http://l"),
            new Event.FileDownload(AT, VISIT, "joe", "/p", "http://f"),
            new Event.Pageview(AT, VISIT, "joe", "/q", 200, 2));

    @TempDir Path directory;
    private Path file;
    private Map<Long, Event> events;
    private byte[] whole;
    private Head head;

    @BeforeEach void makeFile() throws IOException {
        file = directory.resolve("part.columns");
        events = make(FEW);
    }

    private Map<Long, Event> makeMany() throws IOException {
        return make(new WildEvents(8).take(5000));
    }

    private Map<Long, Event> make(List<Event> all) throws IOException {
        Map<Long, Event> made = new TreeMap<>();
        PartBuilder part = new PartBuilder(1);
        for (Event event : all) {
            made.put(5L + part.events(), event);
            part.add(5L + part.events(), event);
        }
        PartWriter.write(part, 3, 5, 4 + all.size(), file);
        whole = Files.readAllBytes(file);
        head = ((Head.Finding.Whole) Examination.head(file)).head();
        return made;
    }

    /// What can still be read of damaged bytes.
    private record Rest(Map<Long, Event> events, List<Corruption> corruptions) {}

    private Rest read(byte[] bytes) throws IOException {
        return read(bytes, Set.of());
    }

    /// @param bad sectors that the disk cannot read
    private Rest read(byte[] bytes, Set<Long> bad) throws IOException {
        Files.write(file, bytes);
        List<Corruption> corruptions = new ArrayList<>();
        Map<Long, Event> left = new TreeMap<>();
        if (SealedPart.open(file, BadDisk.sectors(file, bad), new Buffers(), corruptions::add)
                instanceof Opening.Opened(SealedPart part)) {
            try (part) {
                for (EventCursor cursor = part.cursor(); cursor.next(); ) {
                    left.put(cursor.sequence(), cursor.event());
                }
                assertEquals(left.size(), part.rest().events());
            }
        } else {
            corruptions.add(new Corruption(0, bytes.length, Corruption.Cost.EVENTS, "unreadable"));
        }
        return new Rest(left, corruptions);
    }

    @ParameterizedTest @ValueSource(ints = {0x01, 0x80, 0xff})
    void aDamagedByteCostsNothingAndIsFound(int mask) throws IOException {
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) mask;
            Rest rest = read(damaged);
            int place = at;
            assertTrue(rest.corruptions().stream()
                    .anyMatch(corruption -> corruption.from() <= place && place < corruption.to()),
                    () -> "byte " + place + ": " + rest.corruptions());
            if (mask != 0xff || at < 8 || at >= 12) {
                assertEquals(events, rest.events(), "byte " + at);
                assertTrue(rest.corruptions().stream()
                        .allMatch(corruption -> corruption.cost() == Corruption.Cost.NOTHING));
            }
        }
    }

    @Test void withoutTheParityADamagedByteCostsWhatItsBlockHolds() throws IOException {
        int losses = 0;
        for (Head.Block block : head.blocks()) {
            byte[] damaged = whole.clone();
            damaged[(int) block.from()] ^= 1;
            spoilParity(damaged);
            Rest rest = read(damaged);
            assertTrue(events.entrySet().containsAll(rest.events().entrySet()));
            assertTrue(rest.corruptions().stream()
                    .anyMatch(corruption -> corruption.from() == block.from() && corruption.to() == block.to()
                            && corruption.cost() == Corruption.Cost.EVENTS));
            losses += rest.events().size() < FEW.size() ? 1 : 0;
        }
        assertTrue(losses > head.blocks().size() / 2);
    }

    @Test void aLostBlockCostsNoOther() throws IOException {
        Map<Long, Event> many = makeMany();
        Layout layout = new Layout(head);
        byte[] damaged = whole.clone();
        damaged[(int) head.blocks().get(layout.first(EventColumn.PATH) + 1).from() + 3] ^= 4;
        spoilParity(damaged);
        many.keySet().removeIf(sequence -> sequence >= 5 + 2048 && sequence < 5 + 4096);
        assertEquals(many, read(damaged).events());
    }

    private void spoilParity(byte[] bytes) {
        for (int i = 0; i < head.strip(); i++) {
            bytes[(int) head.blocks().getLast().to() + i] ^= 1;
        }
    }

    @Test void aWholeSectorOfZerosCostsNothing() throws IOException {
        Map<Long, Event> many = makeMany();
        for (int from = 0; from < whole.length; from += 4096) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, from, Math.min(from + 4096, damaged.length), (byte) 0);
            Rest rest = read(damaged);
            assertEquals(many, rest.events());
            assertFalse(rest.corruptions().isEmpty());
        }
    }

    @Test void aSectorThatCannotBeReadCostsNothing() throws IOException {
        Map<Long, Event> many = makeMany();
        for (long sector = 0; sector * Sectors.SIZE < whole.length; sector++) {
            Rest rest = read(whole, Set.of(sector));
            assertEquals(many, rest.events(), "sector " + sector);
            assertFalse(rest.corruptions().isEmpty());
            assertEquals(head.summary(), headWithout(sector).summary());
        }
    }

    private Head headWithout(long sector) throws IOException {
        try (Sectors sectors = BadDisk.sectors(file, Set.of(sector))) {
            return ((Head.Finding.Whole) Examination.head(file, sectors)).head();
        }
    }

    @Test void everyCutIsToldAndLeavesNothingButWhatWasThere() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Rest rest = read(Arrays.copyOf(whole, length));
            assertTrue(events.entrySet().containsAll(rest.events().entrySet()));
            assertFalse(rest.corruptions().isEmpty(), "cut at " + length);
        }
    }

    @Test void moreBytesAreTold() throws IOException {
        for (int more : new int[] {1, 4, 4096}) {
            Rest rest = read(Arrays.copyOf(whole, whole.length + more));
            assertEquals(events, rest.events());
            assertEquals(1, rest.corruptions().size());
        }
    }

    @Test void randomDamageNeverChangesAnEvent() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) random.nextInt(1, 256);
            }
            Rest rest = read(damaged);
            assertTrue(events.entrySet().containsAll(rest.events().entrySet()));
            assertFalse(rest.corruptions().isEmpty());
        }
    }

    @ParameterizedTest @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aVersionThatNeverWasIsDamage(int version) throws IOException {
        byte[] odd = whole.clone();
        ByteBuffer head = ByteBuffer.wrap(odd).order(LITTLE_ENDIAN).putInt(8, version);
        int checksumAt = head.getInt(12) - Integer.BYTES;
        head.putInt(checksumAt, Head.checksum(odd, 0, checksumAt));
        Files.write(file, odd);
        List<Corruption> corruptions = new ArrayList<>();
        try (SealedPart part = ((Opening.Opened) SealedPart.open(file, corruptions::add)).part()) {
            assertTrue(part.isWhole());
        }
        assertEquals(List.of("the head is damaged; it was read from its copy"),
                corruptions.stream().map(Corruption::what).toList());
        assertFalse(SealedPart.isKnown(file));
    }

    @Test void aLaterVersionIsNotRead() throws IOException {
        byte[] later = whole.clone();
        later[8] = 99;
        Files.write(file, later);
        assertEquals(new Opening.Newer(99), SealedPart.open(file, corruption -> { }));
        assertEquals(new SealedPart.Contents.Newer(99), SealedPart.contents(file));
    }
}
