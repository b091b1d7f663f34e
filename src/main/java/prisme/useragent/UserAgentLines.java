package prisme.useragent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import prisme.json.JsonWriter;

/// Reads one User-Agent per line and writes what it stands for, one JSON object per line:
/// ```
/// {"browser_family":"Firefox","operating_system":"Linux","device":"Other","is_bot":false}
/// ```
/// Every line has an answer, even an empty one. Lines end with LF or CRLF; the last one may end with neither. Bytes
/// that are no UTF-8 are read as U+FFFD. What exceeds [#LONGEST_LINE] bytes in a line is skipped, so that memory is
/// bounded.
public final class UserAgentLines {
    /// How many bytes of a line are read at most.
    public static final int LONGEST_LINE = 64 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;
    private final JsonWriter answers = new JsonWriter();

    private UserAgentLines(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Answers all lines of `in` on `out`, which is flushed at the end and whenever `in` has nothing ready.
    ///
    /// @throws IOException when one of them fails
    public static void answer(InputStream in, OutputStream out) throws IOException {
        new UserAgentLines(in, out).run();
    }

    private void run() throws IOException {
        boolean open = false;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            int from = 0;
            for (int at = 0; at < read; at++) {
                if (chunk[at] == '\n') {
                    keep(from, at);
                    answerLine();
                    from = at + 1;
                }
            }
            keep(from, read);
            open = from < read || open && read == 0;
            write();
        }
        if (open || length > 0) {
            answerLine();
        }
        write();
        out.flush();
    }

    private void keep(int from, int to) {
        int kept = Math.min(to - from, line.length - length);
        System.arraycopy(chunk, from, line, length, kept);
        length += kept;
    }

    private void answerLine() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        UserAgent read = UserAgent.parse(new String(line, 0, end, StandardCharsets.UTF_8));
        answers.beginObject().member("browser_family", read.client().browser())
                .member("operating_system", read.client().system()).member("device", read.client().device())
                .member("is_bot", read.isBot()).endObject().endLine();
    }

    private void write() throws IOException {
        answers.writeTo(out);
        answers.clear();
        if (in.available() == 0) {
            out.flush();
        }
    }
}
