package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class SipHashTest {
    /* The authors' test vector for 8 bytes: key 00 01 … 0f, input 00 01 … 07, output 62 24 93 9a 79 f5 f5 93. */
    @Test
    void givesWhatItsAuthorsPublished() {
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertEquals(0x93f5f5799a932462L, hash.hash(0x0706050403020100L));
    }

    @Test
    void hasAKeyOfItsOwnEachTime() {
        assertNotEquals(SipHash.random().hash(0), SipHash.random().hash(0));
    }
}
