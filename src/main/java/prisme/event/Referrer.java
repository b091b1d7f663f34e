package prisme.event;

/// Where a visitor came from.
public sealed interface Referrer {
    /// No page is known that led here: the address was typed or a bookmark, or the browser does not tell.
    record Direct() implements Referrer {
        /// The value of [Visit#referrerDomain()] for it.
        public static final String NAME = "direct";
    }

    /// The visitor followed a link on another page, or in an app (`android-app://com.example/`).
    record From(Page page) implements Referrer {}

    /// The domain to show: the page's, or `direct`.
    default String domain() {
        return switch (this) {
            case Direct() -> Direct.NAME;
            case From(Page(String domain, var _)) -> domain;
        };
    }

    /// Whether `page` was reached from a page of its own site.
    default boolean isInternalTo(Page page) {
        return this instanceof From(Page(String domain, var _)) && domain.equals(page.domain());
    }
}
