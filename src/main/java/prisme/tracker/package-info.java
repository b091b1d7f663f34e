/// The script that sites include, and how it is served.
///
/// Start at `wa.js`, in this package's resources, which is written to be read. [TrackerScript] answers
/// `GET /static/wa.js` with what `Minifier` makes of it, since every visitor's browser loads it: at most 1,000 bytes
/// compressed.
///
/// A site includes it with one tag, `<script src="https://stats.example.com/static/wa.js" defer></script>`, whose
/// attributes are the options:
///
/// | attribute | meaning |
/// |---|---|
/// | `data-prisme-url` | the server to report to, if it is not the one that the script is from |
/// | `data-domain` | the name of the site in reports, instead of the host in its address |
/// | `data-path` | the path of the page that was loaded, instead of the one in its address |
/// | `data-status` | the HTTP status of the page that was loaded, such as `404` |
/// | `data-visitor-id` | an id of the visitor, instead of the one that the server makes for a day |
/// | `data-manual` | page views are reported only by calls of `prisme.pageview(options)` |
/// | `data-hash` | a change of the fragment is a page view, too |
/// | `data-outbound-links="false"`, `data-file-downloads="false"` | these clicks are not reported |
///
/// `data-manual` and `data-hash` are attributes like `defer`: it counts that they are there, not their value.
package prisme.tracker;
