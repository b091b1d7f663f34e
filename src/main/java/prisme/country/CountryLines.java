package prisme.country;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import prisme.json.JsonWriter;

/// Reads addresses, one a line, and writes for each a line `{"ip":"192.0.2.1","country_code":"XX"}`.
///
/// Every line is answered by a line, even an empty one, with the text that it had; what is not an address has the
/// country [Countries#UNKNOWN]. A line ends in LF or CRLF, or with the input. Bytes that are not UTF-8 become U+FFFD. A
/// line may have any length, since only its start is kept: what is longer than any address is not an address.
///
/// Answers are passed on whenever the input pauses, so that a person who types an address sees its country.
public final class CountryLines {
    private static final int BUFFER = 1 << 16;

    private final Countries countries;

    /// @param countries what to answer with
    public CountryLines(Countries countries) {
        this.countries = countries;
    }

    /// Answers until the input ends. Closes neither stream.
    ///
    /// @throws IOException when the input cannot be read or the output not be written
    public void run(InputStream in, OutputStream out) throws IOException {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        JsonWriter answers = new JsonWriter();
        CountryLine line = new CountryLine(countries, answers);
        char[] chars = new char[BUFFER];
        for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
            answer(chars, count, line);
            passOn(answers, out);
        }
        line.endOfInput();
        passOn(answers, out);
    }

    private static void passOn(JsonWriter answers, OutputStream out) throws IOException {
        answers.writeTo(out);
        answers.clear();
        out.flush();
    }

    private static void answer(char[] chars, int count, CountryLine line) {
        int start = 0;
        for (int at = 0; at < count; at++) {
            if (chars[at] == '\n') {
                line.append(chars, start, at);
                line.end();
                start = at + 1;
            }
        }
        line.append(chars, start, count);
    }
}
