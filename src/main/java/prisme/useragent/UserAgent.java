package prisme.useragent;

import java.util.Objects;

/// What a User-Agent header stands for.
///
/// [#parse(String)] reads it leniently: every text has an answer. It takes time linear in the length of the text, of
/// which only the first [#LONGEST] characters are read.
///
/// @param client  browser, system and device
/// @param verdict person or bot, and why
public record UserAgent(Client client, Verdict verdict) {
    /// How many characters of a header are read. Browsers stay below 1,000, apps below 2,000.
    public static final int LONGEST = 4096;

    private static final UserAgentParser LORE = new UserAgentParser(Tables.OF_THIS_JAR);

    /// Refuses nulls.
    public UserAgent {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(verdict, "verdict");
    }

    /// Reads a header without client hints.
    ///
    /// @param header the value of `User-Agent`, empty when the header is absent
    public static UserAgent parse(String header) {
        return LORE.read(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
    }

    /// Reads a header and the client hints beside it, which take precedence.
    ///
    /// @param header the value of `User-Agent`, empty when the header is absent
    /// @param hints  the values of the hint headers
    public static UserAgent parse(String header, ClientHints hints) {
        UserAgent read = parse(header);
        if (hints.equals(ClientHints.NONE)) {
            return read;
        }
        Client client = read.client();
        String system = hints.system().orElse(client.system());
        String device = hints.deviceModel().map(LORE::deviceOf).orElse(client.device());
        return new UserAgent(new Client(client.browser(), system, device), read.verdict());
    }

    /// Whether this was sent by a bot rather than a person.
    public boolean isBot() {
        return verdict instanceof Verdict.Bot;
    }
}
