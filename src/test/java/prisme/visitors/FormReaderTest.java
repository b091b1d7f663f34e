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

class FormReaderTest {
    private static final List<String> TEXTS = List.of("", "a", "/\u00fcber", "\u20ac", "\ud83d\ude00", "\ud83d", "\0",
            "x".repeat(65_535), "ASCII, and then \u00e4", "y".repeat(300));

    private static FormWriter written() throws IOException {
        FormWriter writer = new FormWriter();
        writer.int64(Long.MIN_VALUE + 1);
        writer.int32(-2);
        writer.flag(true);
        for (String text : TEXTS) {
            writer.text(text);
        }
        return writer;
    }

    private static byte[] bytes(FormWriter writer) {
        return Arrays.copyOf(writer.bytes(), writer.size());
    }

    private static void requireAll(FormReader reader) throws IOException {
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
        byte[] form = bytes(written());
        byte[] around = new byte[form.length + 10];
        System.arraycopy(form, 0, around, 5, form.length);
        requireAll(FormReader.of(around, 5, 5 + form.length));
    }

    @Test void readsFromAStreamWhatWasWritten() throws IOException {
        requireAll(FormReader.of(new ByteArrayInputStream(bytes(written()))));
    }

    @Test void copiesTextsAsTheyStand() throws IOException {
        byte[] form = bytes(written());
        for (FormReader reader : List.of(FormReader.of(form, 0, form.length),
                FormReader.of(new ByteArrayInputStream(form)))) {
            FormWriter copy = new FormWriter();
            copy.int64(reader.int64());
            copy.int32(reader.int32());
            copy.flag(reader.flag());
            reader.copyTexts(1, copy);
            reader.copyTexts(TEXTS.size() - 1, copy);
            assertArrayEquals(form, bytes(copy));
            assertThrows(EOFException.class, () -> reader.copyTexts(1, copy));
        }
    }

    @Test void saysSoWhereItEndsTooEarly() throws IOException {
        FormWriter writer = new FormWriter();
        writer.text("abc");
        byte[] form = bytes(writer);
        for (int end = 0; end < form.length; end++) {
            FormReader memory = FormReader.of(form, 0, end);
            assertThrows(EOFException.class, memory::text);
            FormReader stream = FormReader.of(new ByteArrayInputStream(form, 0, end));
            assertThrows(EOFException.class, stream::text);
        }
        assertArrayEquals(bytes(writer), form);
    }

    @Test void refusesATextThatIsTooLong() {
        FormWriter writer = new FormWriter();
        assertThrows(UTFDataFormatException.class, () -> writer.text("x".repeat(65_536)));
        assertEquals(0, writer.size());
    }
}
