package prisme.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private static final String TEXT = "Mozilla/5.0 (X11; Linux x86_64)";
    private static final int LENGTHS = 20;

    private final KeyedHash hash = new KeyedHash();

    @Test void isThatOfAnEqualText() {
        assertEquals(hash.of(TEXT), hash.of(new StringBuilder(TEXT).toString()));
    }

    @Test void isThatOfEqualBytesWhereverTheyStand() {
        byte[] once = TEXT.getBytes(StandardCharsets.US_ASCII);
        byte[] twice = (TEXT + TEXT).getBytes(StandardCharsets.US_ASCII);
        assertEquals(hash.of(once, 0, once.length), hash.of(twice, once.length, twice.length));
    }

    @Test void hasAKeyOfItsOwnEachTime() {
        assertNotEquals(hash.of(TEXT), new KeyedHash().of(TEXT));
    }

    @Test void tellsTextsApartThatDifferInOneCharacter() {
        Set<String> texts = new HashSet<>();
        for (int at = 0; at < TEXT.length(); at++) {
            for (char other = 'a'; other <= 'z'; other++) {
                texts.add(TEXT.substring(0, at) + other + TEXT.substring(at + 1));
            }
        }
        assertEquals(texts.size(), texts.stream().map(hash::of).collect(Collectors.toSet()).size());
    }

    @Test void tellsZerosApartByTheirNumber() {
        assertEquals(LENGTHS, different(length -> hash.of("\0".repeat(length))));
        assertEquals(LENGTHS, different(length -> hash.of(new byte[length], 0, length)));
    }

    private static long different(IntFunction<Long> hashOfLength) {
        return IntStream.range(0, LENGTHS).mapToObj(hashOfLength).distinct().count();
    }
}
