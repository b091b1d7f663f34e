package prisme.http;

import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;

/// Tells whether a request has come as a whole, before anybody reads it.
///
/// Its head must be complete, in lines that end with CR LF, and so must a body of a known and small length. Other
/// bodies are not waited for but left to those who read them: long ones, those that a route takes as a stream, and
/// those with which the client waits for permission.
/* A server that reads a request differently from the proxy in front of it can be made to see two requests where the
 * proxy saw one. So lines that end differently, or are continued on the next, are refused here; the JDK's server would
 * let them through. */
final class Arrival {
    /// How long the head of a request may be, in bytes.
    static final int MOST_HEAD = 16 * 1024;
    /// How many headers a request may have.
    static final int MOST_HEADERS = 64;

    private static final int NOT_YET = -1;
    private static final byte NOTHING = 0;
    /* The JDK's server takes any control character at the beginning of a line for white space. */
    private static final String CONTINUED = "A header must not be continued on the next line, nor begin with a control"
            + " character.";
    private static final String PLAIN_LINES = "Every line must end with CR LF, and with nothing else.";

    private final Inflow in;
    private final BiPredicate<Method, String> takesStreams;
    private int scanned;
    private int lineStart;
    private int lines;
    private int headEnd = NOT_YET;
    private String requestLine = "";
    private int requestLineLength;
    private int bodyLength;
    private boolean hasLength;
    private boolean waitsForBody = true;
    private boolean isOpenEnded;

    /// What is to be done with a request.
    sealed interface State {
        /// Nothing yet: more has to come.
        record Coming() implements State {}

        /// It can be read.
        ///
        /// @param isWhole whether all of it has come; otherwise its body is still to come
        record Here(boolean isWhole) implements State {}

        /// It is not a valid request.
        ///
        /// @param why the answer that says so
        record Wrong(EarlyAnswer why) implements State {}
    }

    private static final State COMING = new State.Coming();
    private static final State WHOLE = new State.Here(true);
    private static final State BEGUN = new State.Here(false);

    /// @param in           what has come
    /// @param takesStreams whether the route of a method and path takes bodies as a stream
    Arrival(Inflow in, BiPredicate<Method, String> takesStreams) {
        this.in = in;
        this.takesStreams = takesStreams;
    }

    /// Looks at what has come since the last time.
    State look() {
        while (headEnd == NOT_YET && scanned < in.held()) {
            String wrong = scan(in.held(scanned), scanned == 0 ? NOTHING : in.held(scanned - 1));
            if (!wrong.isEmpty()) {
                return wrong(400, wrong);
            }
            scanned++;
        }
        if (lines > MOST_HEADERS + 1) {
            return wrong(431, "A request may have at most " + MOST_HEADERS + " headers.");
        }
        if (headEnd == NOT_YET && scanned > MOST_HEAD || headEnd > MOST_HEAD || requestLineLength > MOST_HEAD) {
            return lines == 0 || requestLineLength > MOST_HEAD
                    ? wrong(414, "A request's first line may have at most " + MOST_HEAD + " bytes.")
                    : wrong(431, "A request's first line and headers may have at most " + MOST_HEAD + " bytes.");
        }
        if (headEnd == NOT_YET) {
            return COMING;
        }
        return isWhole() ? WHOLE : isWaitedFor() ? COMING : BEGUN;
    }

    /// The first line, or as much of it as has come.
    String firstLine() {
        return lines == 0 ? text(lineStart, Math.min(in.held(), MOST_HEAD) - lineStart) : requestLine;
    }

    private static State wrong(int status, String detail) {
        return new State.Wrong(EarlyAnswer.problem(status, detail));
    }

    private boolean isWhole() {
        return !isOpenEnded && in.held() - headEnd >= bodyLength;
    }

    private boolean isWaitedFor() {
        if (waitsForBody) {
            String[] words = requestLine.split("[ ?]", 3);
            waitsForBody = words.length < 2 || !takesStreams.test(Method.of(words[0]), words[1]);
        }
        return waitsForBody;
    }

    /// Takes the next byte of the head.
    ///
    /// @return what is wrong with it, as all `check` methods here return it: a sentence for the client, or an empty
    ///     text
    private String scan(byte next, byte last) {
        if (next == '\n') {
            return last == '\r' ? endLine() : PLAIN_LINES;
        } else if (last == '\r') {
            return PLAIN_LINES;
        } else if (next >= ' ' && next != 0x7f || next < 0 || next == '\r') {
            return "";
        } else if (lines == 0) {
            return "The first line must not have control characters.";
        } else {
            return next == 0 ? "A header must not contain the character NUL." : "";
        }
    }

    private String endLine() {
        int start = lineStart;
        int length = scanned - 1 - start;
        lineStart = scanned + 1;
        if (length == 0) {
            headEnd = lines == 0 ? NOT_YET : scanned + 1;  // empty lines before a request are nothing
            return "";
        }
        lines++;
        if (lines > 1) {
            return checkHeader(start, length);
        }
        String wrong = checkRequestLine(text(start, length));
        encodeTarget(start);
        return wrong;
    }

    private String checkRequestLine(String line) {
        requestLine = line;
        String[] words = line.split(" ", -1);
        if (words.length != 3 || words[0].isEmpty() || words[1].isEmpty() || words[2].isEmpty()) {
            return "The first line must be a method, a path and HTTP/1.1, with one space between them.";
        }
        if (!HeaderText.isToken(words[0])) {
            return "The method must be a word such as GET.";
        }
        boolean isOpaque = words[1].indexOf(':') > 0 && !words[1].startsWith("/") && !words[1].contains("://");
        return isOpaque || words[1].startsWith("//") ? "The request's target must be a path such as /a/b." : "";
    }

    /* The JDK's server would refuse some characters that browsers leave raw in it. */
    private void encodeTarget(int start) {
        int excess = RawTarget.excess(requestLine);
        requestLineLength = requestLine.length() + excess;
        if (excess > 0 && requestLineLength <= MOST_HEAD) {
            in.replace(start, requestLine.length(), RawTarget.encoded(requestLine));
            scanned += excess;
            lineStart += excess;
        }
    }

    private String checkHeader(int start, int length) {
        byte first = in.held(start);
        if (first >= 0 && first <= ' ') {
            return CONTINUED;
        }
        return switch (first) {
            case 'c', 'C', 't', 'T', 'e', 'E' -> checkBodyHeader(text(start, length));
            default -> "";
        };
    }

    private String checkBodyHeader(String header) {
        if (isNamed(header, "Content-Length:")) {
            return checkLength(header.substring("Content-Length:".length()));
        }
        if (isNamed(header, "Transfer-Encoding:")) {
            waitsForBody = false;
            isOpenEnded = true;
        } else if (isNamed(header, "Expect:")) {
            waitsForBody = false;
        }
        return "";
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private String checkLength(String value) {
        if (hasControls(value)) {
            return Framing.NO_LENGTH;
        }
        String digits = value.strip();
        boolean isShort = !digits.isEmpty() && digits.length() <= 5 && Ascii.areDigits(digits)
                && Integer.parseInt(digits) <= Framing.MAX_BODY;
        if (hasLength || !isShort) {
            waitsForBody = false;
            isOpenEnded = true;
        } else {
            bodyLength = Integer.parseInt(digits);
        }
        hasLength = true;
        return "";
    }

    /* The JDK's server takes control characters for white space at the ends of a value. */
    private static boolean hasControls(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' && value.charAt(i) != '\t') {
                return true;
            }
        }
        return false;
    }

    private String text(int start, int length) {
        byte[] line = new byte[length];
        for (int i = 0; i < length; i++) {
            line[i] = in.held(start + i);
        }
        return new String(line, StandardCharsets.ISO_8859_1);
    }
}
