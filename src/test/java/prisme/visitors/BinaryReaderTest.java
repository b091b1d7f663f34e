package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryReaderTest {
    private static final List<String> TEXTS = List.of("", "a", "/\u00fcber", "\u20ac", "\ud83d\ude00", "\ud83d", "\0",
            "x".repeat(65_535), "ASCII, and then \u00e4", "y".repeat(300));

    private static BinaryWriter written() throws IOException {
        BinaryWriter writer = new BinaryWriter();
        writer.int64(Long.MIN_VALUE + 1);
        writer.int32(-2);
        writer.flag(true);
        for (String text : TEXTS) {
            writer.text(text);
        }
        return writer;
    }

    private static byte[] bytes(BinaryWriter writer) {
        return Arrays.copyOf(writer.bytes(), writer.size());
    }

    private static void requireAll(BinaryReader reader) throws IOException {
        assertEquals(Long.MIN_VALUE + 1, reader.int64());
        assertEquals(-2, reader.int32());
        assertEquals(true, reader.flag());
        for (String text : TEXTS) {
            assertEquals(text, reader.text());
        }
        assertThrows(EOFException.class, reader::int32);
    }

    @Test void writesWhatTheStreamOfTheJdkWrites() throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(expected);
        out.writeLong(Long.MIN_VALUE + 1);
        out.writeInt(-2);
        out.writeBoolean(true);
        for (String text : TEXTS) {
            out.writeUTF(text);
        }
        assertArrayEquals(expected.toByteArray(), bytes(written()));
    }

    @Test void readsFromMemoryWhatWasWritten() throws IOException {
        byte[] encoded = bytes(written());
        byte[] around = new byte[encoded.length + 10];
        System.arraycopy(encoded, 0, around, 5, encoded.length);
        requireAll(BinaryReader.of(around, 5, 5 + encoded.length));
    }

    @Test void readsFromAStreamWhatWasWritten() throws IOException {
        requireAll(BinaryReader.of(new ByteArrayInputStream(bytes(written()))));
    }

    @Test void copiesTextsUnchanged() throws IOException {
        byte[] encoded = bytes(written());
        for (BinaryReader reader : List.of(BinaryReader.of(encoded, 0, encoded.length),
                BinaryReader.of(new ByteArrayInputStream(encoded)))) {
            BinaryWriter copy = new BinaryWriter();
            copy.int64(reader.int64());
            copy.int32(reader.int32());
            copy.flag(reader.flag());
            reader.copyTexts(1, copy);
            reader.copyTexts(TEXTS.size() - 1, copy);
            assertArrayEquals(encoded, bytes(copy));
            assertThrows(EOFException.class, () -> reader.copyTexts(1, copy));
        }
    }

    @Test void throwsWhenThereIsNoMore() throws IOException {
        BinaryWriter writer = new BinaryWriter();
        writer.text("abc");
        byte[] encoded = bytes(writer);
        for (int end = 0; end < encoded.length; end++) {
            BinaryReader memory = BinaryReader.of(encoded, 0, end);
            assertThrows(EOFException.class, memory::text);
            BinaryReader stream = BinaryReader.of(new ByteArrayInputStream(encoded, 0, end));
            assertThrows(EOFException.class, stream::text);
        }
        assertArrayEquals(bytes(writer), encoded);
    }

    @Test void refusesATextThatIsTooLong() {
        BinaryWriter writer = new BinaryWriter();
        assertThrows(UTFDataFormatException.class, () -> writer.text("x".repeat(65_536)));
        assertEquals(0, writer.size());
    }
}
