package prisme.visitors;

/// Where on the site an event happened, as exactly as the browser tells.
public sealed interface Whereabouts {
    /// On the page with this path.
    record At(String path) implements Whereabouts {}

    /// On the page with this path, or on one whose page views came with the path cut off by a referrer policy.
    record AtOrRoot(String path) implements Whereabouts {}

    /// On the page with this path, or anywhere where nothing is known of that one: a referrer policy may have cut the
    /// path off, and this is what remains.
    record AtOrAnywhere(String path) implements Whereabouts {}

    /// Somewhere on the site.
    record Anywhere() implements Whereabouts {}
}
