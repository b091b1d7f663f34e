package prisme.country;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import prisme.ip.IpAddress;

/// The line of input that is being read, and its answer.
///
/// It holds no more than the text of an address. A line that turns out to be longer is passed on as it comes, all but
/// its last character, which may belong to the line's end.
final class CountryLine {
    private static final int CAPACITY = IpAddress.MAX_TEXT_LENGTH + 1;

    private final Countries countries;
    private final Writer out;
    private final char[] text = new char[CAPACITY];
    private int length;
    private boolean tooLong;

    CountryLine(Countries countries, Writer out) {
        this.countries = countries;
        this.out = out;
    }

    /// Adds characters, none of them a line feed.
    void append(char[] chars, int start, int end) throws IOException {
        int count = end - start;
        if (length + count <= CAPACITY) {
            System.arraycopy(chars, start, text, length, count);
            length += count;
        } else {
            passOn(chars, start, end - 1);
            text[0] = chars[end - 1];
            length = 1;
        }
    }

    private void passOn(char[] chars, int start, int end) throws IOException {
        open();
        tooLong = true;
        JsonText.write(text, 0, length, out);
        JsonText.write(chars, start, end, out);
    }

    /// Answers what came since the last end.
    void end() throws IOException {
        if (length > 0 && text[length - 1] == '\r') {
            length--;
        }
        open();
        JsonText.write(text, 0, length, out);
        out.write("\",\"country_code\":\"");
        out.write(country());
        out.write("\"}\n");
        length = 0;
        tooLong = false;
    }

    /// Answers what came since the last end, if anything did.
    void endOfInput() throws IOException {
        if (length > 0 || tooLong) {
            end();
        }
    }

    private void open() throws IOException {
        if (!tooLong) {
            out.write("{\"ip\":\"");
        }
    }

    private String country() {
        Optional<IpAddress> address = tooLong ? Optional.empty() : IpAddress.parse(new String(text, 0, length));
        return address.map(countries::countryOf).orElse(Countries.UNKNOWN);
    }
}
