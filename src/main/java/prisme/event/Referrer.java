package prisme.event;

/// Where a visitor came from. Coming from nowhere is an answer too.
public sealed interface Referrer {
    /// The page was opened by itself: typed, from a bookmark, or from where nothing is told.
    record Direct() implements Referrer {
        /// What stands in [Visit#referrerDomain()] for it.
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
