/// The script that sites include, and how it is given out.
///
/// Start at `wa.js`, in this package's resources: what it does, written to be read. [prisme.tracker.TrackerScript]
/// answers `GET /static/wa.js` with what `Terse` makes of it, since every visitor's browser loads it: at most 1,000
/// bytes compressed.
///
/// A site includes it with one tag, `<script src="https://stats.example.com/static/wa.js" defer></script>`, whose
/// attributes are the options:
///
/// | attribute | meaning |
/// |---|---|
/// | `data-prisme-url` | the server, where it is not the one that the script is from |
/// | `data-domain` | what the site is called in reports, instead of the address's host |
/// | `data-path` | the path of the page that was loaded, instead of the address's |
/// | `data-status` | the HTTP status of the page that was loaded, such as `404` |
/// | `data-visitor-id` | who visits, instead of what the server makes up for a day |
/// | `data-manual` | no page views but those of `prisme.pageview(options)` |
/// | `data-hash` | another fragment is another page view |
/// | `data-outbound-links="false"`, `data-file-downloads="false"` | these clicks are not reported |
///
/// `data-manual` and `data-hash` are attributes like `defer`: being there is what counts.
package prisme.tracker;
