package prisme.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Browser;
import prisme.browser.Chromium;
import prisme.browser.Page;
import prisme.browser.TestSite;

/// The modules of the dashboard, one by one, in a browser.
@ExtendWith(Browser.class)
class ModulesIT {
    private static Chromium chromium;
    private static TestSite site;
    private static Page page;

    @BeforeAll static void start(Chromium own) {
        chromium = own;
        site = new TestSite().page("/empty", "<!doctype html>");
        for (Asset asset : Asset.all()) {
            site.page("/dashboard/" + asset.name(), new String(asset.bytes(), StandardCharsets.UTF_8),
                    Map.of("Content-Type", asset.contentType()));
        }
        page = chromium.newPage();
        page.navigate(site.url("/empty"));
    }

    @AfterAll static void stop() {
        page.close();
        site.close();
    }

    /// The value of an expression that uses `m`, a module.
    private static String in(String module, String expression) {
        return page.evaluate("import('/dashboard/" + module + "').then(m => (" + expression + "))");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "plain"     | "plain\\r\\n"
            "a,b"       | "\\"a,b\\"\\r\\n"
            "a\\"b"     | "\\"a\\"\\"b\\"\\r\\n"
            "a\\nb"     | "\\"a\\nb\\"\\r\\n"
            "=1+1"      | "'=1+1\\r\\n"
            "+1"        | "'+1\\r\\n"
            "-1"        | "'-1\\r\\n"
            "@SUM(A1)"  | "'@SUM(A1)\\r\\n"
            "\\tx"      | "'\\tx\\r\\n"
            "\\rx"      | "\\"'\\rx\\"\\r\\n"
            "=a,\\"b\\""| "\\"'=a,\\"\\"b\\"\\"\\"\\r\\n"
            "a=b"       | "a=b\\r\\n"
            ""          | "\\r\\n"
            -5          | "-5\\r\\n"
            """)
    void spreadsheetsGetTextsAndNoFormulas(String cell, String line) {
        assertEquals(line, in("csv.js", "m.csv([[" + cell + "]])"));
    }

    @Test void aTableHasALineForEachRow() {
        assertEquals("\"Page,Views\\r\\n/a,3\\r\\n\"", in("csv.js", "m.csv([['Page', 'Views'], ['/a', 3]])"));
    }

    @Test void aFilterIsReadAsItIsSpelled() {
        assertEquals("[]", in("filter.js", """
                ['a', 'a,b', '!x', 'x*', '\\\\', 'a\\\\,b', '', '!*,', 'a\\\\b', '\\\\*', 'a\\\\', '*',
                    '😀,'].filter(value =>
                    [true, false].some(excludes => [true, false].some(prefix => {
                        const filter = {dimension: 'path', excludes, prefix, value};
                        const read = m.parse('path', m.spell([filter, filter]));
                        return read.length !== 2 || !read.every(one => m.same(one, filter) && one.value === value);
                    })))"""));
        assertEquals("\"/blog/*,!/news,a\\\\,b\"",
                in("filter.js", "m.spell(m.parse('path', '/blog/*,!/news,a\\\\,b'))"));
    }

    @Test void aClickOnARowFiltersByItAloneAndASecondOneNoLonger() {
        String filter = "const f = (value, excludes = false) => ({dimension: 'path', value, excludes, prefix: false});";
        assertEquals("\"!/a,/c\"", in("filter.js", "(() => {" + filter
                + "return m.spell(m.toggled([f('/a', true), f('/b')], f('/c')))})()"));
        assertEquals("[]", in("filter.js", "(() => {" + filter + "return m.toggled([f('/b')], f('/b'))})()"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "?period=today", "?period=custom&from=2026-01-01&to=2026-01-31", "?path=/a",
            "?site=a.example&site=b.example&path=!/blog/*,/x&country=DE&metric=bounces", "?event=sign+up&property=plan",
            "?utm-source=", "?pages=top-exit-pages&rows=top-countries", "?path=/a%25,/b%2526c"})
    void anAddressLeadsToAStateAndBack(String query) {
        assertEquals("\"" + query + "\"", in("state.js", "m.toQuery(m.fromQuery('" + query + "', ['pages']))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?period=never", "?period=custom", "?period=custom&from=2026-02-01&to=2026-01-01",
            "?period=custom&from=x&to=y", "?period=constructor", "?utm_source=x"})
    void anAddressWithoutSenseLeadsToTheUsualView(String query) {
        assertEquals("\"\"", in("state.js", "m.toQuery(m.fromQuery('" + query + "', ['pages']))"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            path=!/,!/pricing,!/           | ?path=!/,!/pricing
            path=/a&path=/b,/a             | ?path=/a,/b
            path=/a,/b,!/a                 | ?path=!/a,/b
            path=!/a*,/a*,/a               | ?path=/a*,/a
            path=/a,!/a,/a                 | ?path=/a
            path=a\\,b,a\\,b           | ?path=a\\,b
            path=/a&entry-path=/a          | ?path=/a&entry-path=/a
            site=a.example&site=a.example  | ?site=a.example
            """)
    void anAddressThatSaysSomethingTwiceSaysItOnce(String query, String settled) {
        assertEquals("true", in("state.js",
                "m.toQuery(m.fromQuery('?" + query + "', [])).replaceAll('%5C', '\\\\') === '" + settled + "'"));
    }

    /// Ranges seen at half past two on 31 March 2026 in Berlin, two days after a night that was an hour short.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            today      | hour  | 03-31 00:00 – 03-31 14:30 – 03-31 23:59 | 03-30 00:00 – 03-30 14:30 – 03-30 23:59
            yesterday  | hour  | 03-30 00:00 – 03-30 23:59 – 03-30 23:59 | 03-29 00:00 – 03-29 23:59 – 03-29 23:59
            7d         | day   | 03-25 00:00 – 03-31 14:30 – 03-31 23:59 | 03-18 00:00 – 03-24 14:30 – 03-24 23:59
            30d        | day   | 03-02 00:00 – 03-31 14:30 – 03-31 23:59 | 01-31 00:00 – 03-01 14:30 – 03-01 23:59
            month      | day   | 03-01 00:00 – 03-31 14:30 – 03-31 23:59 | 02-01 00:00 – 02-28 14:30 – 02-28 23:59
            last-month | day   | 02-01 00:00 – 02-28 23:59 – 02-28 23:59 | 01-01 00:00 – 01-31 23:59 – 01-31 23:59
            12mo       | month | 04-01 00:00 – 03-31 14:30 – 03-31 23:59 | 04-01 00:00 – 03-31 14:30 – 03-31 23:59
            """)
    void aPeriodMeansAStretchOfTimeAndOneBeforeIt(String period, String interval, String now, String before) {
        assertEquals(interval + " | " + now + " | " + before, inBerlin("{period: '" + period + "'}"));
    }

    @Test void daysThatAreChosenCompareWithAsManyBefore() {
        assertEquals("day | 03-28 00:00 – 03-30 23:59 – 03-30 23:59 | 03-25 00:00 – 03-27 23:59 – 03-27 23:59",
                inBerlin("{period: 'custom', from: '2026-03-28', to: '2026-03-30'}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            0,    {isWhole: true}  | [0,1]
            3,    {isWhole: true}  | [0,1,2,3]
            10,   {isWhole: true}  | [0,5,10]
            434,  {isWhole: true}  | [0,200,400,600]
            2.6,  {}               | [0,1,2,3]
            0.45, {}               | [0,0.2,0.4,0.6000000000000001]
            0,    {}               | [0,0.25]
            150,  {isTime: true}   | [0,60,120,180]
            9000, {isTime: true}   | [0,3600,7200,10800]
            """)
    void anAxisHasRoundMarks(String arguments, String marks) {
        assertEquals(marks, in("axis.js", "m.valueMarks(" + arguments + ")"));
    }

    @ParameterizedTest(name = "{0} {1} room for {2}")
    @CsvSource({"hour, 24, 30, 24", "hour, 24, 9, 8", "hour, 48, 5, 4", "day, 7, 8, 7", "day, 30, 14, 10",
            "day, 90, 5, 3", "month, 12, 12, 12", "month, 12, 5, 4", "month, 60, 7, 5", "week, 20, 6, 5"})
    void anAxisOfTimeHasAsManyLabelsAsThereIsRoomFor(String interval, int count, int room, int labels) {
        String step = switch (interval) {
            case "hour" -> "new Date(2026, 0, 1, i)";
            case "day" -> "new Date(2026, 0, 1 + i)";
            case "week" -> "new Date(2026, 0, 5 + 7 * i)";
            default -> "new Date(2026, i, 1)";
        };
        assertEquals(labels + "", in("axis.js", "m.timeMarks(Array.from({length: " + count + "}, (_, i) => " + step
                + "), '" + interval + "', " + room + ").length"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            duration(0)          | 0s
            duration(59.6)       | 1m
            duration(133)        | 2m 13s
            duration(3600)       | 1h
            duration(3725)       | 1h 2m
            count(99999)         | 99,999
            count(1234567)       | 1.23M
            portion(1, 1000)     | <1%
            portion(999, 1000)   | 99%
            portion(1000, 1000)  | 100%
            portion(0, 0)        | 0%
            change(110, 100)     | ↑ 10%
            change(50, 100)      | ↓ 50%
            change(100, 100)     | 0%
            change(5, 0)         | ↑ new
            change(5000, 100)    | ↑ ×50
            change(0.43, 0.4, true) | ↑ 3.0 pt
            percent(0.4316)      | 43.2%
            """)
    void numbersAreWrittenForPeople(String call, String text) {
        assertEquals(text, page.text("import('/dashboard/format.js').then(m => m." + call + ")"));
    }

    @Test void marksThatTurnTheWritingDirectionAreSpelledOut() {
        assertEquals("a\\u202etxt.exe",
                page.text("import('/dashboard/element.js').then(m => m.visible('a\\u202etxt.exe'))"));
    }

    private static String inBerlin(String state) {
        try (Page berlin = chromium.newPage()) {
            berlin.setTimeZone("Europe/Berlin");
            berlin.navigate(site.url("/empty"));
            return berlin.text("""
                    import('/dashboard/range.js').then(m => {
                        const two = number => String(number).padStart(2, '0');
                        const date = at => `${two(at.getMonth() + 1)}-${two(at.getDate())} `
                            + `${two(at.getHours())}:${two(at.getMinutes())}`;
                        const stretch = ({from, until, to}) => [from, until, to].map(date).join(' – ');
                        const range = m.rangeOf(%s, new Date(2026, 2, 31, 14, 30));
                        return `${range.interval} | ${stretch(range)} | ${stretch(range.before)}`;
                    })""".formatted(state));
        }
    }
}
