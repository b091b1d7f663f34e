package prisme.useragent;

/// Whether a person or a machine sent a request, as far as its User-Agent tells.
public sealed interface Verdict {
    /// Nothing speaks against a person; plain HTTP libraries count here, since servers and apps send events too.
    record Person() implements Verdict {}

    /// A crawler, fetcher, monitor, link preview, scanner or headless browser.
    ///
    /// @param reason what gave it away, for a person to read, such as `a word ending in "bot"`
    record Bot(String reason) implements Verdict {}
}
