package prisme.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 32_767, 32_768, 32_769, 100_000})
    void writesNoMoreThanASliceAtOnce(int length) throws IOException {
        byte[] bytes = new byte[length + 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] piece, int offset, int count) {
                assertTrue(count <= Delivery.SLICE);
                super.write(piece, offset, count);
            }
        };
        Delivery.inSlices(out, bytes, 10, 10 + length);
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, 10 + length), out.toByteArray());
    }
}
