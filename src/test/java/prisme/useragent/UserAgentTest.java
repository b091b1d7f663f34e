package prisme.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentTest {
    private static final String WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";
    private static final String REDUCED = "Mozilla/5.0 (Linux; Android 10; K) " + WEBKIT
        + " Chrome/150.0.0.0 Mobile Safari/537.36";

    @Test
    void readsBrowserSystemAndDevice() {
        assertEquals(new Client("Firefox", "Linux", "Other"),
            client("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
        assertEquals(new Client("Safari", "iOS", "iPhone"), client("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac "
            + "OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.3 Mobile/15E148 Safari/604.1"));
        assertEquals(new Client("Edge", "macOS", "Mac"), client("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
            + WEBKIT + " Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0"));
    }

    @Test
    void callsABrowserByOneNameWhateverItRunsOn() {
        String phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) "
            + "AppleWebKit/605.1.15 (KHTML, like Gecko)";
        assertEquals("Chrome", client(phone + " CriOS/148.0.0.0 Mobile/15E148 Safari/604.1").browser());
        assertEquals("Firefox", client(phone + " FxiOS/149.3 Mobile/15E148 Safari/604.1").browser());
        assertEquals("Opera", client(phone + " Version/26.1 Mobile/15E148 Safari/604.1 OPT/6.7.3").browser());
    }

    @ParameterizedTest
    @CsvSource({"SM-S938B, Samsung SM-S938B", "Pixel 8 Pro, Pixel 8 Pro", "Redmi Note 9 Pro, XiaoMi Redmi Note 9 Pro",
        "CPH2251, Oppo CPH2251", "ANE-LX1, Huawei ANE-LX1", "moto g(60), Motorola g(60)", "ASUS_X00TD, Asus X00TD",
        "Nokia 5.4, Nokia 5", "CUBOT CHEETAH 2, CHEETAH 2", "K, Other"})
    void namesDevicesByTheirModel(String model, String device) {
        assertEquals(device, client(REDUCED.replace("; K)", "; " + model + ")")).device());
        assertEquals(device.equals("Other") ? "Other" : device,
            UserAgent.parse(REDUCED, new ClientHints("", '"' + model + '"')).client().device());
    }

    @Test
    void believesHintsOverTheHeader() {
        ClientHints hints = new ClientHints("\"Chrome OS\"", "\"SM-S938B\"");
        assertEquals(new Client("Chrome", "Chrome OS", "Samsung SM-S938B"), UserAgent.parse(REDUCED, hints).client());
    }

    @Test
    void keepsTheHeaderWhereHintsSayNothing() {
        ClientHints hints = new ClientHints("\"Unknown\"", "\"\"");
        assertEquals(client(REDUCED), UserAgent.parse(REDUCED, hints).client());
        assertEquals(client(REDUCED), UserAgent.parse(REDUCED, ClientHints.NONE).client());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (compatible; Unheardbot/1.0; +http://unheard.example/bot)",
        "Unheard-Spider/2.0", "some crawler", "Mozilla/5.0 (compatible; Unheard/1.0; +https://unheard.example)",
        "Unheard link preview", "unheard-uptime-monitor/3", "UnheardFetcher (mail@unheard.example)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Unheardbot/2.1)"})
    void refusesMachines(String machine) {
        assertTrue(UserAgent.parse(machine).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl/8.14.1", "okhttp/5.1.0", "Go-http-client/2.0", "node", "python-requests/2.32.4",
        "Java/25.0.1", "Swift/6", "axios/1.11.0", "PostmanRuntime/7.45.0", "GuzzleHttp/7", "Wget/1.25.0", "undici",
        "Dart/3.9 (dart:io)", "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)", "k6/0.51.0 (https://k6.io/)",
        "LWP::Simple/6.77 libwww-perl/6.77", "Apache-HttpAsyncClient/4.1.5 (Java/11.0.22)", "hackney/1.20.1",
        "ReactorNetty/1.1.18", "Jetty/12.0.1", "AHC/2.1", "RestTemplate", "Symfony HttpClient (Curl)", "http.rb/5.2.0",
        "Needle/3.3.1 (Node.js v22.1.0; linux x64)", "PycURL/7.43.0 libcurl/7.38.0"})
    void letsLibrariesPass(String library) {
        assertFalse(UserAgent.parse(library).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-app/1.0", "MyApp/2.3", "test", "TestAgent/1.0", "x", "ua0", "UA", "unheard/1.0",
        "alice", "checkout-service", "MyClient/1.0", "Session-UA", "UA17", "UnheardAgent/1.0", "client/2",
        "checker/1.0", "probe", "Mozilla/5.0", "Mozilla/5.0 (test)", "-", " ", ""})
    void letsBareNamesPass(String name) {
        assertEquals(new Verdict.Person(), UserAgent.parse(name).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkresolver", "unheard.example.com", "uptime-watch", "Mozilla/5.0 (compatible; Unheard)",
        "Unheard/1.0", "my-crawler", "test (+http://unheard.example)", "Unheard HTTP Client", "Unheard Agent",
        "Unheard/1.0 (Ubuntu 24.04; Linux)", "ltx71 - (scans)", "yt-dlp/2026.1",
        "unheard.org.gr/1.0", "Unheard-User/1.0", "Unheard/1.0 libwww-perl/6.77"})
    void refusesBareNamesThatLookLikeCrawlers(String name) {
        assertTrue(UserAgent.parse(name).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"speedy", "vortex/2.0", "Reaper/2.07", "mogimogi/1.0",
        "YahooCacheSystem; YahooWebServiceClient"})
    void refusesNamesWhoseDeviceIsASpider(String name) {
        assertTrue(UserAgent.parse(name).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (Macintosh; Intel Mac OS X) Unheard/14.1",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7; unheard) AppleWebKit/537.36 (KHTML, like Gecko) Safari/537.36",
        "Unheard Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Safari/537.36",
        "Apache/2.4.6 (CentOS) PHP/5.4.16", "nginx/1.27", "POST /unheard Host: unheard.example", "Mozilla%2F5.0",
        "<unheard.UserAgent>", "[object Object]", "${user.agent}", "unheard at unheard dot org", "unheard v. 1.3.0",
        "Unheard/1.0 (compatible; MSIE 6.0; Windows NT 5.1)", "Mozilla/5.0 (X11; Linux x86_64) Unheard/2.5",
        "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.9.2.3) Unheard",
        "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0 Safari/537.36 (via unheard)",
        "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) Safari/538.1",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) Unheard", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Unheard/2.3",
        "\"Mozilla/5.0 (Windows NT 6.1; rv:24.0) Gecko/20100101 Firefox/24.0\"",
        "\\x22Mozilla/5.0 (Windows NT 6.1; rv:24.0) Gecko/20100101 Firefox/24.0",
        "User-Agent: Mozilla/5.0 (Windows NT 6.1; rv:24.0) Gecko/20100101 Firefox/24.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:64.0) Gecko/20100101 Firefox/64.0 (compatible; Unheard)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 "
                + "Mobile/15E148 Safari/604.1 (compatible; Unheard/1.0)",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile "
                + "Safari/537.36 (compatible; Unheard)",
        "() { :; }; /bin/unheard", "unheard/1.0 libwww/5.4.0", "unheard/4.0 RPT-HTTPClient/0.3-3"})
    void refusesWhatNoBrowserWrites(String text) {
        assertTrue(UserAgent.parse(text).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mozilla/5.0 (Macintosh; Intel Mac OS X)",
        "Mozilla/5.0 (compatible; AvantGo 3.2)", "Mozilla/4.0 (compatible; Hv3/1.0)",
        "Unheard/15.0.5071.1000 (Skype for Business)", "The Bat! 4.0", "Mozilla/4.6 [ja] (Win95; I)",
        "Unheard_P3470/1.0 (compatible; MSIE 6.0; Windows CE; IEMobile 7.7)", "unheard-test/1.0-SNAPSHOT", "Java/25",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Ladybird/1.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 "
                + "Unheard/0.4.2",
        "Mozilla/5.0 (iPad; CPU OS 9_0 like Mac OS X) AppleWebKit/601.1 (KHTML, like Gecko; U; de) Version/9.0 "
                + "Mobile/13A344 Safari/601.1",
        "lftp/4.9.2",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Ladybird/1.0", "Mozilla/5.0 (X11; Linux x86_64) Ladybird/1.0",
        "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1682",
        "Mozilla/5.0 (Windows) mirall/3.12.0 (build 20240321) (Nextcloud)", "RPT-HTTPClient/0.3-3",
        "NCSA_Mosaic/2.7b5 (X11;Linux 2.6.7 i686) libwww/2.12 modified", "amaya/11.3.1 libwww/5.4.1",
        "Mozilla/5.0+(Macintosh;+Intel+Mac+OS+X+10_11_6)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Safari/537.36"})
    void letsShortTextsOfPeoplePass(String text) {
        assertFalse(UserAgent.parse(text).isBot());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUBOT_NOTE_S", "DROID SPYDER"})
    void doesNotTakeAPhoneForAMachine(String model) {
        assertFalse(UserAgent.parse(REDUCED.replace("; K)", "; " + model + ")")).isBot());
    }

    @Test
    void tellsWhatGaveAMachineAway() {
        assertEquals(new Verdict.Bot("the word \"crawl\""), UserAgent.parse("some crawler").verdict());
        assertEquals(new Verdict.Person(), UserAgent.parse(REDUCED).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-"})
    void readsNothingFromNothing(String nothing) {
        assertEquals(Client.UNKNOWN, client(nothing));
    }

    private static Client client(String header) {
        return UserAgent.parse(header).client();
    }
}
