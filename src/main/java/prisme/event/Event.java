package prisme.event;

import java.time.Instant;

/// Something that a visitor did on a page, together with the visit it belongs to. Times are whole milliseconds.
public sealed interface Event {
    /// When it happened, by the server's clock.
    Instant at();

    /// The visit it belongs to, as it was fixed by the visit's first page view.
    Visit visit();

    /// The id of the visitor: given by the site, or one that is made for a day and begins with `prisme_`. It may change
    /// within a visit, so it is not part of the [Visit].
    String visitorId();

    /// The normalised path of the page it happened on.
    String path();

    /// A page was shown.
    ///
    /// @param status  the HTTP status the page was served with, 100 to 599
    /// @param version the number of this page view within its visit, from 1
    record Pageview(Instant at, Visit visit, String visitorId, String path, int status, int version)
            implements Event {}

    /// An event that the site defines itself.
    ///
    /// @param name       see [EventName]
    /// @param properties the text of a JSON object on one line, `{}` where there are none
    record Custom(Instant at, Visit visit, String visitorId, String path, String name, String properties)
            implements Event {}

    /// A link to another host was followed.
    ///
    /// @param link absolute http(s) address without fragment
    record OutboundClick(Instant at, Visit visit, String visitorId, String path, String link) implements Event {}

    /// A file was downloaded.
    ///
    /// @param url absolute http(s) address without fragment
    record FileDownload(Instant at, Visit visit, String visitorId, String path, String url) implements Event {}
}
