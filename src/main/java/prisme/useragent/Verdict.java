package prisme.useragent;

/// Whether a request was sent by a person or a bot, as far as its User-Agent tells.
public sealed interface Verdict {
    /// No sign of a bot. Plain HTTP libraries count as persons, since servers and apps send events, too.
    record Person() implements Verdict {}

    /// A crawler, fetcher, monitor, link preview, scanner or headless browser.
    ///
    /// @param reason what gave it away, in words, such as `a word ending in "bot"`
    record Bot(String reason) implements Verdict {}
}
