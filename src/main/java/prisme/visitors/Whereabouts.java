package prisme.visitors;

/// Where on the site an event happened, as precisely as the browser reports it.
public sealed interface Whereabouts {
    /// On the page with this path.
    record At(String path) implements Whereabouts {}

    /// On the page with this path or, if no session is at it, on one at `/`, as a referrer policy may have cut off the
    /// path of its page views.
    record AtOrRoot(String path) implements Whereabouts {}

    /// On the page with this path or, if no session is at it, anywhere on the site: this path may be what a referrer
    /// policy has left of the real one.
    record AtOrAnywhere(String path) implements Whereabouts {}

    /// Somewhere on the site.
    record Anywhere() implements Whereabouts {}
}
