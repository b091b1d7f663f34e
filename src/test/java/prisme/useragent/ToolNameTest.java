package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNameTest {
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
        + "Gecko) Chrome/150.0.0.0 Safari/537.36";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/150.0.0.0 Mobile Safari/537.36";
    private static final String WEBKIT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) ";
    private static final String WEB_VIEW = "Mozilla/5.0 (Linux; Android 14; SM-G991B; wv) AppleWebKit/537.36 (KHTML, "
        + "like Gecko) Version/4.0 Chrome/150.0.0.0 Mobile Safari/537.36";

    @ParameterizedTest
    @ValueSource(strings = {" UnheardHeaders", " Unheard Watcher", " unheard.example.com", " Unheard/1.0",
        " Unheard-Tool/2.1 (x)", "; Unheard/1.0; +unheard",
        " Edg/150.0.0.0 UnheardHttp", "; Unheard", "; UnheardTrust;", " (UnheardSearch)"})
    void refusesToolsThatDriveABrowser(String remark) {
        assertTrue(UserAgent.parse(CHROME + remark).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";", "; ", " Unheard", " Unheard/150.0.0.0", " Unheard/12.3", " UnheardApp",
        " UnheardBrowser/2.1", " OPR/130.0.0.0 (Edition Yx GX)", " Vivaldi/7.4", " Edg/150.0.0.0", " (unheard)",
        " Unheard/1", " Unheard/1.", " /1.0", " 360SE", "; x)",
        " UnheardService/1.0", " (Unheard-feisty)", " (Unheard)", "()", "; ;"})
    void letsBrowsersPass(String remark) {
        assertFalse(UserAgent.parse(CHROME + remark).isBot());
    }

    @Test
    void readsWhatStandsBehindFirefox() {
        assertTrue(UserAgent.parse(FIREFOX + " UnheardHeaders").isBot());
        assertFalse(UserAgent.parse(FIREFOX).isBot());
        assertFalse(UserAgent.parse(FIREFOX + " UnheardPHP/0.7.4").isBot());
    }

    @Test
    void leavesAppsOnPhonesAlone() {
        assertFalse(UserAgent.parse(WEB_VIEW + " UnheardAndroid").isBot());
        assertFalse(UserAgent.parse(WEB_VIEW + " Unheard/1.0").isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {" Unheard", " Unheard Watcher"})
    void refusesAWordBehindChromeOnAPhone(String remark) {
        assertTrue(UserAgent.parse(PHONE + remark).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Unheard/7.1", " UnheardApp", " UnheardBrowser", " (Unheard android@150.0)",
        " visitor3"})
    void letsBrowsersOnPhonesPass(String remark) {
        assertFalse(UserAgent.parse(PHONE + remark).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unheard Safari/537.21", "unheard Version/9.0 Safari/602.1",
        "url2unheard Safari/534.34", "unheard-webkit Safari/538.1"})
    void refusesANameInTheBrowsersPlace(String browser) {
        assertTrue(UserAgent.parse(WEBKIT + browser).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Version/26.0 Safari/605.1.15", "rekonq/2.3.2 Safari/537.21", "Kobo Edition Safari/538.1",
        "94.0.4606.31/7.0 TV Safari/537.36",
        ""})
    void letsBrowsersWithWebKitPass(String browser) {
        assertFalse(UserAgent.parse(WEBKIT + browser).isBot());
    }

    @Test
    void tellsTheReason() {
        assertEquals(new Verdict.Bot("the name of a tool behind a browser's text"),
            UserAgent.parse(CHROME + " UnheardHeaders").verdict());
    }
}
