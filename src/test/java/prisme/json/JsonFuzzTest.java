package prisme.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Documents made at random, and then damaged at random. A failure names the seed that repeats it.
class JsonFuzzTest {
    private static final List<String> SCALARS = List.of("0", "-0", "12", "-3.5e-7", "1E400", "0.10", "true", "false",
            "null", "\"\"", "\"a b\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"é€😀\"",
            "\"\\ud83d\\uDE00\"", "\"\\ud800\"", "\" { [ , : \"");
    private static final List<String> NAMES = List.of(
            "\"\"", "\"a\"", "\"\\u0061\"", "\"b \\\" c\"", "\"é\"", "\"\\udc00\"");
    private static final List<String> SPACES = List.of("", "", "", " ", "\n", "\r\n\t ");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test void keepsRandomValuesButForTheirWhitespace() throws JsonException {
        for (int i = 0; i < 5_000; i++) {
            List<String> tokens = new ArrayList<>();
            value(tokens, 6);
            String expected = String.join("", tokens);
            assertEquals(expected, Json.value(spaced(tokens)), () -> "seed " + seed);
            assertEquals(expected, propertyOf(tokens), () -> "seed " + seed);
        }
    }

    @Test void endsInAValueOrAJsonExceptionWhateverComes() {
        for (int i = 0; i < 20_000; i++) {
            List<String> tokens = new ArrayList<>(List.of("{", "\"p\"", ":"));
            value(tokens, 4);
            tokens.add("}");
            byte[] damaged = damaged(spaced(tokens).getBytes(UTF_8));
            assertNotNull(outcome(damaged), () -> "seed " + seed);
        }
    }

    @Test void refusesEveryDocumentThatIsCutShort() {
        List<String> tokens = new ArrayList<>(List.of("{", "\"é\"", ":"));
        value(tokens, 6);
        tokens.add("}");
        byte[] whole = spaced(tokens).getBytes(UTF_8);
        int end = new String(whole, UTF_8).stripTrailing().getBytes(UTF_8).length;
        for (int length = 0; length < end; length++) {
            assertEquals("refused", outcome(Arrays.copyOf(whole, length)), "seed " + seed + ", cut to " + length);
        }
    }

    private String propertyOf(List<String> tokens) throws JsonException {
        List<String> document = new ArrayList<>(List.of("{", "\"p\"", ":"));
        document.addAll(tokens);
        document.add("}");
        return JsonObject.parse(spaced(document).getBytes(UTF_8)).members().get("p");
    }

    /// What was read is read again, so that it cannot be nonsense that only looks accepted.
    private static String outcome(byte[] document) {
        try {
            for (String text : JsonObject.parse(document).members().values()) {
                assertEquals(text, Json.value(text));
            }
            return "accepted";
        } catch (JsonException _) {
            return "refused";
        }
    }

    private void value(List<String> tokens, int depth) {
        switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 2 -> list(tokens, "[", "]", () -> value(tokens, depth - 1));
            case 3 -> list(tokens, "{", "}", () -> {
                tokens.add(oneOf(NAMES));
                tokens.add(":");
                value(tokens, depth - 1);
            });
            default -> tokens.add(oneOf(SCALARS));
        }
    }

    private void list(List<String> tokens, String open, String close, Runnable item) {
        tokens.add(open);
        for (int left = random.nextInt(4); left > 0; left--) {
            item.run();
            if (left > 1) {
                tokens.add(",");
            }
        }
        tokens.add(close);
    }

    private String spaced(List<String> tokens) {
        StringBuilder text = new StringBuilder(oneOf(SPACES));
        tokens.forEach(token -> text.append(token).append(oneOf(SPACES)));
        return text.toString();
    }

    private byte[] damaged(byte[] document) {
        byte[] damaged = Arrays.copyOf(document, document.length - random.nextInt(2));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(damaged.length);
            damaged[at] = switch (random.nextInt(3)) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) (damaged[at] ^ 1 << random.nextInt(8));
                default -> document[random.nextInt(document.length)];
            };
        }
        return damaged;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
