package prisme.useragent;

import java.util.Objects;

/// What a User-Agent header stands for.
///
/// [#parse(String)] reads it leniently: any text has an answer, found in one pass, in time linear in its length, of
/// which no more than the first [#LONGEST] characters count.
///
/// @param client  browser, system and device
/// @param verdict person or machine, and why
public record UserAgent(Client client, Verdict verdict) {
    /// How many characters of a header are read. Browsers stay below 1,000, apps below 2,000.
    public static final int LONGEST = 4096;

    private static final Lore LORE = new Lore(Tables.OF_THIS_JAR);

    /// Refuses nulls.
    public UserAgent {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(verdict, "verdict");
    }

    /// Reads a header alone.
    ///
    /// @param header the value of `User-Agent`, empty when the header is absent
    public static UserAgent parse(String header) {
        return LORE.read(header.length() > LONGEST ? header.substring(0, LONGEST) : header);
    }

    /// Reads a header and the client hints beside it, which are believed over it.
    ///
    /// @param header the value of `User-Agent`, empty when the header is absent
    /// @param hints  what came in the hint headers
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

    /// Whether a machine sent this rather than a person.
    public boolean isBot() {
        return verdict instanceof Verdict.Bot;
    }
}
