package prisme.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeBodyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8191, 8192, 8193, 65_535, 65_536})
    void readsAllBytesThroughSmallPieces(int length) throws IOException {
        byte[] body = new byte[length];
        for (int i = 0; i < length; i++) {
            body[i] = (byte) i;
        }
        assertArrayEquals(body, WholeBody.read(new ByteArrayInputStream(body), length));
        assertArrayEquals(body, WholeBody.read(dripping(body), length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 4097, 65_536})
    void failsWhenTheBodyIsNotAsLongAsAnnounced(int length) {
        assertThrows(IOException.class, () -> WholeBody.read(new ByteArrayInputStream(new byte[length - 1]), length));
        assertThrows(IOException.class, () -> WholeBody.read(new ByteArrayInputStream(new byte[length + 1]), length));
    }

    private static InputStream dripping(byte[] body) {
        return new FilterInputStream(new ByteArrayInputStream(body)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 100));
            }
        };
    }
}
