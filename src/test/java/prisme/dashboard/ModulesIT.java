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
            "\\nx"      | "\\"'\\nx\\"\\r\\n"
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
            "?event=a&property=", "?utm-source=", "?pages=top-exit-pages&rows=top-countries", "?path=/a%25,/b%2526c"})
    void anAddressLeadsToAStateAndBack(String query) {
        assertEquals("\"" + query + "\"", in("state.js", "m.toQuery(m.fromQuery('" + query + "'))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?period=never", "?period=custom", "?period=custom&from=2026-02-01&to=2026-01-01",
            "?period=custom&from=x&to=y", "?period=constructor", "?utm_source=x",
            "?period=custom&from=2026-13-01&to=2026-13-05", "?period=custom&from=2026-02-28&to=2026-02-30",
            "?period=custom&from=0001-01-01&to=9999-12-31", "?period=custom&from=1000-01-01&to=2999-12-31",
            "?metric=foo", "?metric=constructor", "?rows=foo", "?rows=toString", "?pages=foo", "?pages=top-pages",
            "?pages=top-countries", "?site="})
    void anAddressWithoutSenseLeadsToTheUsualView(String query) {
        assertEquals("\"\"", in("state.js", "m.toQuery(m.fromQuery('" + query + "'))"));
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
                "m.toQuery(m.fromQuery('?" + query + "')).replaceAll('%5C', '\\\\') === '" + settled + "'"));
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

    @ParameterizedTest
    @ValueSource(strings = {"{period: 'custom', from: '2026-04-01', to: '2026-04-02'}",
            "{period: 'custom', from: '1970-01-01', to: '2999-12-31'}"})
    void whatLiesAheadOrBeginsWithTimeItselfComparesWithNothing(String state) {
        assertEquals("null", in("range.js", "m.rangeOf(" + state + ", new Date(2026, 2, 31, 14, 30)).before ?? null"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Africa/Cairo     | 2026, 3, 24 | 2026-4-23 0:00
            America/Santiago | 2026, 8, 6  | 2026-9-5 0:00
            Europe/Berlin    | 2026, 2, 29 | 2026-3-28 0:00
            """)
    void theDayBeforeOneWithoutMidnightBeginsAtMidnight(String zone, String day, String before) {
        assertEquals(before, text(zone, "range.js", """
                (({from}) => `${from.getFullYear()}-${from.getMonth() + 1}-${from.getDate()} ${from.getHours()}:00`)(
                    m.rangeOf({period: 'today'}, new Date(%s, 15)).before)""".formatted(day)));
    }

    /// Berlin's clocks went from two to three on 29 March 2026, and go from three to two on 25 October.
    @ParameterizedTest(name = "hour {1} of {0}")
    @CsvSource({"'2026, 2, 29', 1, 1", "'2026, 2, 29', 3, 4", "'2026, 2, 30', 1, 1", "'2026, 2, 30', 2, -1",
            "'2026, 2, 30', 3, 2", "'2026, 9, 25', 2, 2", "'2026, 9, 25', 23, 22", "'2026, 9, 26', 23, 24"})
    void hoursCompareWithTheSameHourOfTheClock(String day, int index, int partner) {
        assertEquals(partner + "", text("Europe/Berlin", "range.js", """
                (() => {
                    const hours = date => {
                        const end = m.days(date, 1);
                        const count = Math.round((end - date) / 3_600_000);
                        return Array.from({length: count}, (_, i) => new Date(date.getTime() + i * 3_600_000));
                    };
                    const day = new Date(%s);
                    const found = m.partners(hours(day), hours(m.days(day, -1)), 'hour')[%d];
                    return String(found);
                })()""".formatted(day, index)));
    }

    @Test void daysCompareInTurn() {
        assertEquals("[0,1,2]", in("range.js", "m.partners([1, 2, 3].map(day => new Date(2026, 2, day)),"
                + " [1, 2].map(day => new Date(2026, 1, day)), 'day')"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026, 9, 24, 22 | Sat, Oct 24, 10:00 – 11:00 PM
            2026, 9, 24, 23 | Sat, Oct 24, 11:00 PM – 12:00 AM
            2026, 9, 25, 2  | Sun, Oct 25, 2:00 – 3:00 AM
            2026, 9, 25, 3  | Sun, Oct 25, 3:00 – 4:00 AM
            """)
    void anHourIsCalledByWhatTheClockShows(String start, String label) {
        assertEquals(label, text("Europe/Berlin", "format.js", "m.bucket(new Date(%s), undefined, 'hour')"
                .formatted(start)).replace('\u2009', ' ').replace('\u202f', ' '));
    }

    @Test void theHourThatComesTwiceHasAnEndBothTimes() {
        assertEquals("true", text("Europe/Berlin", "format.js", """
                (first => String(m.bucket(first, undefined, 'hour')
                    === m.bucket(new Date(first.getTime() + 3_600_000), undefined, 'hour')
                    && m.bucket(first, undefined, 'hour').includes('3:00')))(new Date(2026, 9, 25, 2))"""));
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
            percent(0.99998)     | 99.9%
            percent(0.00002)     | 0.1%
            percent(1)           | 100%
            percent(0)           | 0%
            """)
    void numbersAreWrittenForPeople(String call, String text) {
        assertEquals(text, page.text("import('/dashboard/format.js').then(m => m." + call + ")"));
    }

    @Test void marksThatTurnTheWritingDirectionAreSpelledOut() {
        assertEquals("a\\u202etxt.exe",
                page.text("import('/dashboard/element.js').then(m => m.visible('a\\u202etxt.exe'))"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a\\u200bb          | a\\\\u200bb
            /x\\u2028          | /x\\\\u2028
            a\\u00adb          | a\\\\u00adb
            \\ufeffa           | \\\\ufeffa
            a\\u200d           | a\\\\u200d
            می\\u200cخواهم     | می\\u200cخواهم
            👩\\u200d💻          | 👩\\u200d💻
            ❤\\ufe0f           | ❤\\ufe0f
            a b               | a b
            a  b              | a\\\\u0020 b
            """)
    void whatNobodySeesIsSpelledOut(String text, String shown) {
        assertEquals("true", in("element.js", "m.visible('" + text + "') === '" + shown + "'"));
    }

    @Test void spacesAtTheEdgesAreSpelledOut() {
        assertEquals("\\u0020a\\u0020\\u0020",
                page.text("import('/dashboard/element.js').then(m => m.visible(' a  '))"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /%C3%BCber-uns  | /über-uns
            /%E2%80%A8x     | /%E2%80%A8x
            /a%20           | /a%20
            /a%20b          | /a b
            /%E2%80%8Bx     | /%E2%80%8Bx
            /a%0Ab          | /a%0Ab
            /100%25         | /100%
            /a%2            | /a%2
            """)
    void pathsAreReadableAndDifferWhereTheyDo(String path, String shown) {
        assertEquals(shown, page.text("import('/dashboard/lists.js').then(m => m.valueName('path', '" + path + "'))"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            path       | /blog/über-uns      | /blog/%C3%BCber-uns
            path       | /blog/%C3%BCber-uns | /blog/%C3%BCber-uns
            entry-path | /a b                | /a%20b
            path       | /100%               | /100%25
            country    | Germany             | DE
            country    | germany             | DE
            country    | south africa        | ZA
            country    | Myanmar (Burma)     | MM
            country    | Unknown             | XX
            country    | de                  | DE
            country    | atlantis            | ATLANTIS
            country    | DE                  | DE
            referrer   | Direct              | direct
            utm-source | Direct              | Direct
            utm-source | (none)              | ''
            utm-source | ''                  | ''
            browser    | Chrome              | Chrome
            """)
    void aFilterTakesWhatThePageShows(String dimension, String typed, String value) {
        assertEquals(value, page.text("import('/dashboard/lists.js').then(m => m.valueOf('" + dimension + "', '" + typed
                + "', ['DE', 'Chrome', '/100%25']))"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1            | 1
            "1"          | "1"
            true         | true
            "true"       | "true"
            "null"       | "null"
            "[]"         | "[]"
            "\\"a\\""     | "\\"a\\""
            "plain text" | plain text
            ""           | (none)
            """)
    void valuesOfPropertiesShowWhatTheyAre(String key, String shown) {
        assertEquals("true", in("lists.js", "m.LISTS['top-custom-event-values'].name('" + key.replace("\\", "\\\\")
                + "') === '" + shown.replace("\\", "\\\\") + "'"));
    }

    /// What an expression says of a chart from one day of 2026 to another, seen at noon on 28 November.
    private static String chart(String from, String to, String metric, String expression) {
        return """
                Promise.all(['chart', 'range'].map(name => import(`/dashboard/${name}.js`)))
                    .then(async ([{Chart}, {days, endOfBucket, rangeOf}]) => {
                        const place = document.createElement('div');
                        document.body.replaceChildren(place);
                        let zoomed;
                        const chart = new Chart(place, ({start, end}) => zoomed = [start, end].map(String));
                        const range = rangeOf({period: 'custom', from: '%s', to: '%s'}, new Date(2026, 10, 28, 12));
                        const ask = async (name, {from, to}, {interval}) => {
                            const keys = [];
                            const first = interval === 'week' ? days(from, -(from.getDay() + 6) %% 7)
                                : interval === 'month' ? new Date(from.getFullYear(), from.getMonth(), 1) : from;
                            for (let at = first; at < to; at = new Date(endOfBucket(at, interval).getTime() + 1)) {
                                keys.push(at.getTime());
                            }
                            return {keys, values: keys.map(() => 90)};
                        };
                        await chart.show({state: {metric: '%s'}, range, questions: {ask}});
                        const labels = [...place.querySelectorAll('tbody th')].map(one => one.textContent);
                        const press = key => place.querySelector('.plot')
                            .dispatchEvent(new KeyboardEvent('keydown', {key}));
                        return %s;
                    })""".formatted(from, to, metric, expression);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"2026-07-15, 2026-11-06, Jul 15 – 19, Nov 2 – 6", "2026-07-13, 2026-11-08, Jul 13 – 19, Nov 2 – 8",
            "2026-07-15, 2026-11-28, Jul 15 – 19, Nov 23 – 29", "2026-02-10, 2026-10-20, Feb 10 – 28, Oct 1 – 20",
            "2026-02-01, 2026-10-31, February 2026, October 2026"})
    void partsOfWeeksAndMonthsAreCalledByTheirDays(String from, String to, String first, String last) {
        assertEquals(first + " and " + last, page.text(chart(from, to, "visitors",
                "labels[0] + ' and ' + labels.at(-1)")).replaceAll("[\u2009\u202f]", " "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-11-06, 0", "2026-11-28, 1"})
    void onlyWhatIsUnderWayIsUnfinished(String to, int unfinished) {
        assertEquals(unfinished + "", page.evaluate(chart("2026-07-15", to, "visitors",
                "[...place.querySelectorAll('.open')].filter(one => one.points.length > 1).length")));
    }

    @Test void theChartLeadsToNoDayOutsideTheRange() {
        assertEquals("Wed Jul 15 Sun Jul 19", page.text(chart("2026-07-15", "2026-11-06", "visitors",
                "(press('Home'), press('Enter'), zoomed.map(day => day.slice(0, 10)).join(' '))")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "hu", "pl", "fr"})
    void labelsOfAnAxisStayInside(String locale) {
        try (Page there = chromium.newPage()) {
            there.setLocale(locale);
            there.navigate(site.url("/empty"));
            assertEquals("[]", there.evaluate(chart("2026-11-01", "2026-11-06", "duration", """
                    await new Promise(onload => document.head.append(Object.assign(document.createElement('link'),
                        {rel: 'stylesheet', href: '/dashboard/dashboard.css', onload})))
                        .then(() => [...place.querySelectorAll('.plot text')].map(one => one.getBBox().x)
                            .filter(x => x < 0))""")));
        }
    }

    @Test void everyDimensionHasALabelAndARanking() {
        assertEquals("[{\"label\":\"Page\",\"ranking\":\"top-pages\"},13]",
                in("filter.js", "[m.DIMENSIONS.path, Object.keys(m.DIMENSIONS).length]"));
    }

    /// The value of an expression that uses `m`, a module, and is a text, to a reader in this time zone.
    private static String text(String zone, String module, String expression) {
        try (Page there = chromium.newPage()) {
            there.setTimeZone(zone);
            there.navigate(site.url("/empty"));
            return there.text("import('/dashboard/" + module + "').then(m => (" + expression + "))");
        }
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
