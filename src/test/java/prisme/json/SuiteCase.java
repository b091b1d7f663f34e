package prisme.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

/// A case of Nicolas Seriot's JSONTestSuite. A line of its file is the name of a case, a tab and its bytes. Bytes that
/// are not printable ASCII, and the percent sign, are written as `%` and two hexadecimal digits.
record SuiteCase(String name, byte[] bytes) {
    /// Where the suite leaves the verdict open (`i_`, and its `transform` folder), these are refused; the rest is not.
    private static final Set<String> REFUSED_BY_CHOICE = Set.of(
            "i_string_UTF-16LE_with_BOM", "i_string_UTF-8_invalid_sequence", "i_string_UTF8_surrogate_U+D800",
            "i_string_invalid_utf-8", "i_string_iso_latin_1", "i_string_lone_utf8_continuation_byte",
            "i_string_not_in_unicode_range", "i_string_overlong_sequence_2_bytes",
            "i_string_overlong_sequence_6_bytes", "i_string_overlong_sequence_6_bytes_null",
            "i_string_truncated-utf-8", "i_string_utf16BE_no_BOM", "i_string_utf16LE_no_BOM",
            "i_structure_500_nested_arrays", "i_structure_UTF-8_BOM_empty_object",
            "transform_string_1_invalid_codepoint", "transform_string_2_invalid_codepoints",
            "transform_string_3_invalid_codepoints");

    static Stream<SuiteCase> all() {
        return Stream.concat(text().lines().map(SuiteCase::of), Stream.of(
                new SuiteCase("n_structure_100000_opening_arrays", "[".repeat(100_000).getBytes()),
                new SuiteCase("n_structure_open_array_object", ("[{\"\":".repeat(50_000) + "\n").getBytes())));
    }

    boolean isAccepted() {
        return !name.startsWith("n_") && !REFUSED_BY_CHOICE.contains(name);
    }

    boolean isObject() {
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("{");
    }

    byte[] asProperty() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"p\":".getBytes());
        body.writeBytes(bytes);
        body.write('}');
        return body.toByteArray();
    }

    @Override public String toString() {
        return name;
    }

    private static SuiteCase of(String line) {
        int tab = line.indexOf('\t');
        return new SuiteCase(line.substring(0, tab), decode(line.substring(tab + 1)));
    }

    private static byte[] decode(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        return bytes.toByteArray();
    }

    private static String text() {
        try (InputStream in = SuiteCase.class.getResourceAsStream("JSONTestSuite.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
