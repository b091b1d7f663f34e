/// Drives a real browser over the Chrome DevTools Protocol, so that tests see what visitors and owners see.
///
/// Start at [Browser]: it gives tests a headless [Chromium] and [Page]s, each with storage of its own. [TestSite]
/// serves pages for them, [Recorder] stands where a Prisme server would and remembers every request. Nothing here waits
/// for a fixed time: [Patience] looks until something is true or the time is up.
///
/// Where no Chromium is installed these tests are skipped; with `CI=true` in the environment that is a failure.
package prisme.browser;
