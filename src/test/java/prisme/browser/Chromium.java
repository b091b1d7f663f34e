package prisme.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A headless Chromium. Pages share nothing with each other: each has cookies and storage of its own.
public final class Chromium implements AutoCloseable {
    private static final String BLOCK_SITE_DATA = "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}";

    private final ChromiumProcess process;
    private final DevTools tools;

    private Chromium(String preferences) {
        process = ChromiumProcess.start(executable(), preferences);
        tools = connect(process);
    }

    /// A browser as it is installed. Skips the test where there is none, and fails it when `CI` is `true`.
    public static Chromium start() {
        return new Chromium("{}");
    }

    /// A browser whose owner lets no site store anything: `localStorage` throws.
    public static Chromium startBlockingSiteData() {
        return new Chromium(BLOCK_SITE_DATA);
    }

    /// Opens an empty page in a new window.
    public Page newPage() {
        return Page.open(tools);
    }

    /// Opens an address in a window that is left to itself until the browser ends. Other than in a [Page], pages are
    /// prerendered there: the browser leaves that out where somebody looks into a page.
    public void openUnwatched(String url) {
        tools.call(DevTools.BROWSER, "Target.createTarget", json -> json.member("url", url));
    }

    @Override public void close() {
        tools.close();
        process.close();
    }

    private static DevTools connect(ChromiumProcess process) {
        try {
            return new DevTools(process.endpoint());
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    private static Path executable() {
        Optional<Path> found = ChromiumProcess.executable();
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(found.isPresent(), "Chromium must be installed where CI=true");
        }
        Assumptions.assumeTrue(found.isPresent(), "Chromium is not installed");
        return found.orElseThrow();
    }
}
