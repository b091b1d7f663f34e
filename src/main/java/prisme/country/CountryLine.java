package prisme.country;

import prisme.ip.IpAddress;
import prisme.json.JsonWriter;

/// The line of input that is being read, and its answer.
///
/// It holds no more than the text of an address. A line that turns out to be longer is written out as it comes, except
/// for its last character, which may belong to the end of the line.
final class CountryLine {
    private static final int CAPACITY = IpAddress.MAX_TEXT_LENGTH + 1;

    private final Countries countries;
    private final JsonWriter answers;
    private final char[] text = new char[CAPACITY];
    private int length;
    private boolean isTooLong;

    CountryLine(Countries countries, JsonWriter answers) {
        this.countries = countries;
        this.answers = answers;
    }

    /// Adds characters, none of them a line feed.
    void append(char[] chars, int start, int end) {
        int count = end - start;
        if (length + count <= CAPACITY) {
            System.arraycopy(chars, start, text, length, count);
            length += count;
        } else {
            passOn(text, 0, length);
            passOn(chars, start, end - 1);
            text[0] = chars[end - 1];
            length = 1;
        }
    }

    private void passOn(char[] chars, int start, int end) {
        if (!isTooLong) {
            answers.beginObject().name("ip").beginString();
            isTooLong = true;
        }
        answers.part(new String(chars, start, end - start));
    }

    /// Answers what came since the last end.
    void end() {
        if (length > 0 && text[length - 1] == '\r') {
            length--;
        }
        if (isTooLong) {
            passOn(text, 0, length);
            answers.endString().member("country_code", Countries.UNKNOWN);
        } else {
            String address = new String(text, 0, length);
            answers.beginObject().member("ip", address).member("country_code", country(address));
        }
        answers.endObject().endLine();
        length = 0;
        isTooLong = false;
    }

    /// Answers what came since the last end, if anything did.
    void endOfInput() {
        if (length > 0 || isTooLong) {
            end();
        }
    }

    private String country(String address) {
        return IpAddress.parse(address).map(countries::countryOf).orElse(Countries.UNKNOWN);
    }
}
