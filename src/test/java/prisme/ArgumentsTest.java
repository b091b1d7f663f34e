package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prisme.settings.Option;
import prisme.settings.Settings;

class ArgumentsTest {
    /// Takes all settings, `--table=`, the switch `--demo` and two files.
    private record Cook() implements Command {
        @Override
        public String name() {
            return "cook";
        }

        @Override
        public String summary() {
            return "Cooks";
        }

        @Override
        public List<Flag> flags() {
            return Flag.withSettings(Flag.valued("table", "NAME", "Where."), Flag.bare("demo", "Pretends."));
        }

        @Override
        public int mostOperands() {
            return 2;
        }

        @Override
        public Exit run(Arguments arguments, Shell shell) {
            return Exit.OK;
        }
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(new Cook(), List.of(words));
    }

    @Test
    void takesFlagsAndOperandsInAnyOrder() {
        Arguments arguments = parse("a", "--table=x=y", "-", "--demo", "--port=1", "--config=f");
        assertEquals(List.of("a", "-"), arguments.operands());
        assertEquals(Optional.of("x=y"), arguments.value("table"));
        assertEquals(Optional.of("f"), arguments.value("config"));
        assertTrue(arguments.has("demo"));
        assertEquals(Map.of("port", "1"), arguments.options());
    }

    @Test
    void takesAValueForEveryOptionThoughItsDefaultIsEmpty() {
        for (Option option : Settings.options()) {
            assertEquals(Map.of(option.name(), "x"), parse("--" + option.name() + "=x").options());
            assertEquals(Map.of(option.name(), ""), parse("--" + option.name() + "=").options());
        }
    }

    @Test
    void knowsWhatWasNotGiven() {
        assertEquals(Optional.empty(), parse().value("table"));
        assertFalse(parse().has("demo"));
    }

    @Test
    void takesAnEmptyValue() {
        assertEquals(Optional.of(""), parse("--table=").value("table"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --prot=1       | the command cook has no flag '--prot'; did you mean --port?
            --PORT=1       | the command cook has no flag '--PORT'; did you mean --port?
            -port=1        | the command cook has no flag '-port'; did you mean --port?
            --data_dir=x   | the command cook has no flag '--data_dir'; did you mean --data.dir?
            --tabel=x      | the command cook has no flag '--tabel'; did you mean --table?
            --frobnicate   | the command cook has no flag '--frobnicate'; cook --help lists those it has
            --             | the command cook has no flag '--'; cook --help lists those it has
            -p             | the command cook has no flag '-p'; cook --help lists those it has
            --demo=true    | flag --demo takes no value
            --demo=        | flag --demo takes no value
            --port         | flag --port needs a value in the same word, as in --port=8080
            --port 9000    | flag --port needs a value in the same word, as in --port=9000
            --port --demo  | flag --port needs a value in the same word, as in --port=8080
            --api.token t0 | flag --api.token needs a value in the same word, as in --api.token=VALUE
            --port=1 --port=1 | flag --port is given twice
            --demo --demo  | flag --demo is given twice
            a b c          | the command cook does not take 'c'; a command's name comes first, then its flags
            """, quoteCharacter = '"')
    void saysWhatIsWrong(String words, String sentence) {
        assertEquals(sentence, assertThrows(UsageException.class, () -> parse(words.split(" "))).getMessage());
    }
}
