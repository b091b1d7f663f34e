package prisme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.browser.Browser;
import prisme.browser.Chromium;
import prisme.browser.Page;

/// The dashboard over the demo's visits, as its reader sees it. Whatever happens, nothing is asked of another host and
/// nothing is complained of on the console.
@ExtendWith(Browser.class)
class DashboardIT {
    private static final String CONTRAST = """
            const channels = colour => colour.match(/[\\d.]+/g).map(Number);
            const light = colour => channels(colour).slice(0, 3).map(value => value / 255)
                .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
            const contrast = (...colours) => {
                const [a, b] = colours.map(light).sort((x, y) => y - x);
                return (a + 0.05) / (b + 0.05);
            };
            """;

    private static RunningJar jar;
    private Page page;

    @BeforeAll static void start() throws IOException {
        jar = RunningJar.demo();
    }

    @AfterAll static void stop() {
        if (jar != null) {
            jar.stop();
        }
    }

    @BeforeEach void open(Page own) {
        page = own;
    }

    @AfterEach void stayedCalmAndAtHome() {
        assertEquals(List.of(), page.errors());
        String here = "GET " + jar.url("/");
        assertEquals(List.of(), page.requests().stream().filter(request -> !request.startsWith(here)
                && !request.matches("GET (blob|data):.*")).toList());
    }

    private void visit(String query) {
        page.navigate(jar.url("/dashboard" + query).toString());
        settle();
    }

    /// Waits until everything that was asked for is shown.
    private void settle() {
        page.await("document.querySelector('#numbers').ariaBusy === 'false'");
    }

    private void click(String selector) {
        page.click(selector);
        settle();
    }

    private void press(String key) {
        page.press(key);
        settle();
    }

    private String text(String selector) {
        return page.text("document.querySelector(" + quoted(selector) + ").innerText");
    }

    private String query() {
        return page.text("location.search");
    }

    private static String quoted(String selector) {
        return "`" + selector + "`";
    }

    /// What the API says of yesterday, by the reader's calendar.
    private String asked(String name, String more) {
        return "fetch(`/api/v1/stats/" + name + "?from=now-1d/d&to=now-1d/d&tz=${Intl.DateTimeFormat()"
                + ".resolvedOptions().timeZone}" + more + "`).then(response => response.json())";
    }

    @Test void cardsShowTheFiguresOfTheApi() {
        visit("?period=yesterday");
        String expected = page.evaluate("Promise.all([" + asked("summary", "") + ", import('/dashboard/format.js')])"
                + ".then(([s, f]) => [f.count(s.visitors), f.count(s.sessions), f.count(s.pageviews),"
                + " f.ratio(s.views_per_session), f.percent(s.bounce_rate), f.duration(s.session_duration)])");
        assertEquals(expected, page.evaluate("[...document.querySelectorAll('.card-value')].slice(0, 6)"
                + ".map(value => value.textContent)"));
        assertNotEquals("0", text("#card-pageviews .card-value"));
    }

    @Test void cardsCompareWithThePeriodBefore() {
        visit("?period=yesterday");
        assertEquals(page.evaluate("Promise.all([" + asked("summary", "").replace("-1d", "-2d") + ","
                        + "import('/dashboard/format.js')]).then(([s, f]) => f.count(s.sessions))"),
                page.evaluate("document.querySelector('#card-sessions .aside').textContent.replace(' from ', '')"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"pages, top-pages, ''", "pages, top-entry-pages, pages=top-entry-pages",
            "pages, top-exit-pages, pages=top-exit-pages", "pages, top-not-found, pages=top-not-found",
            "sources, top-referrers, ''", "sources, top-utm-campaigns, sources=top-utm-campaigns",
            "countries, top-countries, ''", "clients, top-browsers, ''",
            "clients, top-operating-systems, clients=top-operating-systems",
            "clients, top-devices, clients=top-devices",
            "events, top-custom-events, ''", "links, top-outbound-links, ''",
            "links, top-file-downloads, links=top-file-downloads"})
    void panelsShowTheFiguresOfTheApi(String panel, String list, String tab) {
        visit("?period=yesterday&" + tab);
        String rows = page.evaluate("[...document.querySelectorAll('#" + panel + " .row')].map(row =>"
                + " [row.dataset.key, Number(row.querySelector('.count').textContent.replace(/\\D/g, ''))])");
        assertEquals(page.evaluate(asked(list, "&limit=9")
                + ".then(top => top.keys.map((key, i) => [key, top.values[i]]))"), rows);
        assertNotEquals("[]", rows);
    }

    @Test void theChartHasTheApisSeriesInItsTable() {
        visit("?period=yesterday&metric=pageviews");
        assertEquals(page.evaluate(asked("pageviews", "&interval=hour") + ".then(series => series.values)"),
                page.evaluate("[...document.querySelectorAll('#chart tbody tr')].map(row =>"
                        + " Number(row.children[1].textContent.replace(/\\D/g, '')))"));
        assertEquals("24", page.evaluate("document.querySelectorAll('#chart tbody tr').length"));
    }

    @Test void aClickOnARowFiltersEverythingByIt() {
        visit("?period=yesterday");
        String all = text("#card-sessions .card-value");
        click("#countries .row:nth-child(2) .name");
        String code = page.text("new URLSearchParams(location.search).get('country')");
        assertEquals(page.evaluate(asked("sessions", "&interval=day&country=" + code)
                + ".then(series => String(series.values.reduce((a, b) => a + b)))"),
                page.evaluate("document.querySelector('#card-sessions .card-value').textContent.replace(/\\D/g, '')"));
        assertNotEquals(all, text("#card-sessions .card-value"));
        assertEquals("1", page.evaluate("document.querySelectorAll('#countries .row').length"));
        assertTrue(text("#chips").startsWith("Country"));
        click(".chip-remove");
        assertEquals("?period=yesterday", query());
        assertEquals(all, text("#card-sessions .card-value"));
    }

    @Test void aFilterCanBeTurnedIntoItsOpposite() {
        visit("?period=yesterday&browser=Chrome");
        click(".chip-relation");
        assertEquals("?period=yesterday&browser=!Chrome", query());
        assertEquals("false", page.evaluate("[...document.querySelectorAll('#clients .row')]"
                + ".some(row => row.dataset.key === 'Chrome')"));
    }

    @Test void aRowCanBeExcluded() {
        visit("?period=yesterday");
        String first = page.text("document.querySelector('#sources .row').dataset.key");
        page.evaluate("document.querySelector('#sources .row .exclude').focus()");
        press("Enter");
        assertEquals("!" + first, page.text("new URLSearchParams(location.search).get('referrer')"));
        assertNotEquals(first, page.text("document.querySelector('#sources .row').dataset.key"));
    }

    @Test void aRowCanBeExcludedOnlyOnce() {
        visit("?period=yesterday&path=!/,!/pricing");
        page.await("document.querySelector('#pages .row[data-key=\"/\"] .exclude')");
        click("#pages .row[data-key=\"/\"] .exclude");
        assertEquals("?period=yesterday&path=!/,!/pricing", query());
        assertEquals("2", page.evaluate("document.querySelectorAll('.chip').length"));
    }

    @Test void filtersCanBePutTogetherByHand() {
        visit("?period=yesterday");
        page.press("f");
        page.evaluate("document.querySelector('dialog.form select').value = 'entry-path'");
        page.evaluate("document.querySelectorAll('dialog.form select')[1].value = '2'");
        page.click("dialog.form input");
        page.type("/blog/");
        press("Enter");
        assertEquals("?period=yesterday&entry-path=/blog/*", query());
        page.await("document.querySelector('.chip')");
    }

    @Test void theAddressHoldsWhatIsShown(Chromium chromium) {
        visit("");
        click("#periods button");
        click("[data-period=\"7d\"]");
        click("#card-bounces button");
        click("#tab-top-exit-pages");
        String address = page.url();
        String shown = page.text("document.querySelector('#pages').innerText");
        assertEquals("?period=7d&pages=top-exit-pages&metric=bounces", query());
        page.evaluate("history.back()");
        page.await("location.search === '?period=7d&metric=bounces'");
        settle();
        assertEquals("true", page.text("document.querySelector('#tab-top-pages').ariaSelected"));
        page.evaluate("history.back()");
        page.await("location.search === '?period=7d'");
        page.evaluate("history.forward()");
        page.await("location.search === '?period=7d&metric=bounces'");
        try (Page other = chromium.newPage()) {
            other.navigate(address);
            other.await("document.querySelector('#numbers').ariaBusy === 'false'");
            assertEquals(withoutFigures(shown),
                    withoutFigures(other.text("document.querySelector('#pages').innerText")));
            assertEquals("true", other.text("document.querySelector('#card-bounces button').ariaPressed"));
        }
    }

    /* Visitors come to the demo all the time. */
    private static String withoutFigures(String text) {
        return text.replaceAll("[0-9]+", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "yesterday", "7d", "30d", "month", "last-month", "12mo", "all"})
    void everyPeriodShowsSomething(String period) {
        visit("?period=" + period);
        assertEquals("true", page.evaluate("Number(document.querySelector('#card-pageviews .card-value').textContent"
                + ".replace(/\\D/g, '')) > 0"));
        assertEquals("true", page.evaluate("document.querySelectorAll('.plot .time').length > 1"));
        assertEquals("0", page.evaluate("document.querySelectorAll('.blank').length"));
    }

    @Test void daysCanBeChosen() {
        visit("");
        page.press("c");
        page.evaluate("[...document.querySelectorAll('.dates input')].forEach((field, i) => field.value ="
                + " new Date(Date.now() - (20 - i) * 864e5).toISOString().slice(0, 10))");
        click(".dates .primary");
        assertTrue(query().startsWith("?period=custom&from="), query());
        assertEquals("48", page.evaluate("document.querySelectorAll('#chart tbody tr').length"));
    }

    @Test void sitesCanBeChosen() {
        visit("?period=yesterday");
        String all = text("#card-sessions .card-value");
        click("#sites button");
        assertEquals("3", page.evaluate("document.querySelectorAll('#sites input').length"));
        click("#sites label:nth-of-type(2)");
        assertTrue(query().contains("site="), query());
        assertNotEquals(all, text("#card-sessions .card-value"));
    }

    @Test void keysDoWhatIsDoneOften() {
        visit("");
        press("e");
        assertEquals("?period=yesterday", query());
        press("3");
        assertEquals("?period=yesterday&metric=pageviews", query());
        page.press("?");
        assertEquals("true", page.evaluate("document.querySelector('dialog.help').open"));
        page.press("w");
        page.press("Escape");
        assertEquals("false", page.evaluate("document.querySelector('dialog.help').open"));
        assertEquals("?period=yesterday&metric=pageviews", query());
    }

    @Test void everythingCanBeReachedByKeyboard() {
        visit("?period=yesterday");
        page.evaluate("document.querySelector('.plot').focus()");
        page.press("Home");
        page.press("ArrowRight");
        String second = page.text("document.querySelectorAll('#chart tbody th')[1].textContent");
        assertTrue(page.text("document.querySelector('.plot').getAttribute('aria-valuetext')").startsWith(second));
        page.press("Tab");
        page.press("ArrowRight");
        settle();
        assertEquals("?period=yesterday&pages=top-entry-pages", query());
        page.press("Tab");
        page.press("Enter");
        settle();
        assertTrue(query().contains("entry-path="), query());
    }

    @Test void filtersCanBeChangedByKeyboardOneAfterTheOther() {
        visit("?period=yesterday&browser=Chrome&country=DE");
        page.evaluate("document.querySelector('.chip-relation').focus()");
        press("Enter");
        assertEquals("true", page.evaluate("document.activeElement === document.querySelector('.chip-relation')"));
        page.press("Tab");
        press("Enter");
        assertEquals("?period=yesterday&browser=Chrome", query());
        assertEquals("true", page.evaluate("document.activeElement === document.querySelector('.chip-remove')"));
        press("Enter");
        assertEquals("?period=yesterday", query());
        assertEquals("add-filter", page.text("document.activeElement.id"));
    }

    @Test void whoListensHearsWhatCameOfAChoice() {
        visit("?period=yesterday");
        String before = text("#told");
        assertTrue(before.contains("Sessions " + text("#card-sessions .card-value")), before);
        click("#countries .row .name");
        assertNotEquals(before, text("#told"));
        assertTrue(text("#told").contains("Sessions " + text("#card-sessions .card-value")));
    }

    @Test void everyControlHasANameAndIdentitiesAreUnique() {
        visit("?path=/&rows=top-countries");
        assertEquals("[]", page.evaluate("[...document.querySelectorAll('button, input, select, a, [role=slider]')]"
                + ".filter(control => !(control.textContent.trim() || control.ariaLabel || control.labels?.length))"
                + ".map(control => control.outerHTML)"));
        assertEquals("[]", page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)"
                + ".filter((id, i, all) => all.indexOf(id) !== i)"));
        assertEquals("[]", page.evaluate("[...document.querySelectorAll('[aria-controls], [aria-labelledby],"
                + " [aria-describedby]')].flatMap(one => ['aria-controls', 'aria-labelledby', 'aria-describedby']"
                + ".map(name => one.getAttribute(name))).filter(id => id && !document.getElementById(id))"));
    }

    @Test void allRowsCanBeSearchedAndTakenAway() {
        page.injectBeforeLoad("const make = URL.createObjectURL;"
                + "URL.createObjectURL = blob => (blob.text().then(text => window.saved = text), make(blob))");
        visit("?period=yesterday");
        click("#pages footer button");
        assertEquals(page.evaluate(asked("top-pages", "&limit=1000") + ".then(top => top.keys.length)"),
                page.evaluate("document.querySelectorAll('dialog.all .row').length"));
        page.type("pricing");
        page.await("[...document.querySelectorAll('dialog.all .row')]"
                + ".every(row => row.dataset.key.includes('pricing'))");
        assertEquals("Page Views Share", text("dialog.all .heads").replaceAll("\\s+", " "));
        page.click("dialog.all header button");
        page.await("window.saved");
        assertEquals(page.evaluate(asked("top-pages", "&limit=1000")
                        + ".then(top => ['Page,Views', ...top.keys.map((key, i) => `${key},${top.values[i]}`)"
                        + ".filter(line => line.includes('pricing')), ''].join('\\r\\n'))"),
                page.evaluate("window.saved"));
        page.press("Escape");
        page.await("location.search === '?period=yesterday'");
    }

    @Test void eventsLeadToTheirPropertiesAndOnToValues() {
        visit("?period=30d");
        String keys = "[...document.querySelectorAll('#events .row')].map(row => row.dataset.key)";
        String event = page.text(keys + "[0]");
        click("#events .row .name");
        page.await("document.querySelector('#events .heads').textContent.startsWith('Property')");
        String property = page.text(keys + "[0]");
        click("#events .row .name");
        assertEquals("?event=" + event + "&property=" + property, query());
        page.await("document.querySelector('#events .heads').textContent.startsWith('Value')");
        assertNotEquals("[]", page.evaluate(keys));
        click("#events .trail .link");
        assertEquals("", query());
    }

    @Test void propertiesAreSharesOfTheirEvent() {
        visit("?period=yesterday&event=signup");
        page.await("document.querySelector('#events .heads').textContent.startsWith('Property')");
        assertEquals(page.evaluate("Promise.all([" + asked("top-custom-events", "&limit=1000") + ", "
                        + asked("top-custom-event-properties", "&limit=9&name=signup")
                        + ", import('/dashboard/format.js')]).then(([events, top, f]) => top.values.map(value =>"
                        + " f.portion(value, events.values[events.keys.indexOf('signup')])))"),
                page.evaluate("[...document.querySelectorAll('#events .share')].map(share => share.textContent)"));
        assertNotEquals("[]", page.evaluate("[...document.querySelectorAll('#events .share')]"));
    }

    @Test void thePropertyWithoutANameHasValuesToo() {
        visit("?event=signup&property=");
        assertTrue(text("#events .heads").startsWith("Value"));
        assertTrue(text("#events .trail").endsWith("(none)"));
    }

    @Test void theKeyboardStaysWithARowThatWasChosen() {
        visit("?period=yesterday");
        String key = page.text("document.querySelectorAll('#countries .row')[2].dataset.key");
        page.evaluate("document.querySelectorAll('#countries .row .name')[2].focus()");
        press("Enter");
        assertEquals("?period=yesterday&country=" + key, query());
        assertEquals(key, page.text("document.activeElement.closest('#countries .row').dataset.key"));
    }

    @Test void theKeyboardStaysInThePanelOfEvents() {
        visit("?period=30d");
        page.evaluate("document.querySelector('#events .name').focus()");
        press("Enter");
        page.await("document.querySelector('#events .heads').textContent.startsWith('Property')");
        assertEquals("events", page.text("document.activeElement.closest('section').id"));
        press("Enter");
        page.await("document.querySelector('#events .heads').textContent.startsWith('Value')");
        assertEquals("events", page.text("document.activeElement.closest('section').id"));
        page.evaluate("document.querySelector('#events .trail .link').focus()");
        press("Enter");
        page.await("document.querySelector('#events .heads').textContent.startsWith('Event')");
        assertEquals("events", page.text("document.activeElement.closest('section').id"));
    }

    @Test void aFingerReadsTheChartAndThenLooksIntoIt() {
        visit("?period=7d");
        page.tap(".plot");
        page.await("!document.querySelector('.note').hidden");
        assertEquals("?period=7d", query());
        page.tap(".plot");
        page.await("location.search.startsWith('?period=custom&from=')");
    }

    @Test void whatLiesAheadHasNoDataYet() {
        visit("?period=custom&from=2998-12-31&to=2999-01-01");
        assertEquals("true", page.evaluate("document.querySelector('#notice').hidden"));
        assertTrue(text("#nothing").startsWith("There is no data yet."), text("#nothing"));
        page.press("c");
        assertEquals("true", page.evaluate("import('/dashboard/range.js').then(m => [...document.querySelectorAll("
                + "'.dates input')].every(field => field.max === m.dayText(new Date()) && field.checkValidity()))"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "!www.example.com", "a,b"})
    void aSiteIsNoPattern(String site) {
        visit("?period=yesterday&site=" + site);
        assertEquals("0", text("#card-sessions .card-value"));
    }

    @Test void aNumberThatNobodyKnowsIsLeftOut() {
        visit("?metric=foo");
        assertEquals("true", page.text("document.querySelector('#card-visitors button').ariaPressed"));
    }

    @Test void whoIsThereWasThereAtSomeTime() {
        visit("?period=yesterday");
        assertTrue(text("#card-live .card-change").startsWith("at "), text("#card-live .card-change"));
        visit("?period=today");
        assertEquals("last 15 minutes", text("#card-live .card-change"));
    }

    @Test void keysWorkAsTheyArePrintedAndCloseTheMenu() {
        visit("");
        page.click("#periods button");
        press("W");
        assertEquals("?period=7d", query());
        assertEquals("true", page.evaluate("document.querySelector('#periods .box').hidden"));
        assertEquals("periods", page.text("document.activeElement.parentElement.id"));
    }

    @Test void whatIsTypedIntoAFilterIsUnderstood() {
        visit("?period=yesterday");
        page.press("f");
        page.click("dialog.form input");
        page.type("/blog/ü*");
        press("Enter");
        assertEquals("/blog/%C3%BC*", page.text("new URLSearchParams(location.search).get('path')"));
    }

    /// Takes the server away and brings it back with `isGone`, and makes time pass faster.
    private void visitWithAServerThatGoes(String query) {
        page.injectBeforeLoad("const later = setTimeout; window.setTimeout = (act, pause) => later(act, pause / 20);"
                + "window.isGone = false; const ask = fetch;"
                + "window.fetch = (...all) => isGone ? Promise.reject(new TypeError('gone')) : ask(...all)");
        visit(query);
    }

    @Test void oldNumbersStayDimmedWhereNewOnesDoNotComeAndComeByThemselvesLater() {
        visitWithAServerThatGoes("?period=yesterday");
        page.evaluate("isGone = true");
        page.press("r");
        page.await("!document.querySelector('#notice').hidden");
        settle();
        assertEquals("0", page.evaluate("document.querySelectorAll('.busy').length"));
        page.press("l");
        page.await("location.search === '?period=last-month'");
        settle();
        assertEquals("8", page.evaluate("document.querySelectorAll('.busy').length"));
        page.evaluate("isGone = false");
        page.await("document.querySelector('#notice').hidden");
        settle();
        assertEquals("0", page.evaluate("document.querySelectorAll('.busy').length"));
    }

    @Test void allRowsSayWhyTheyDoNotCome() {
        visitWithAServerThatGoes("?period=yesterday");
        page.evaluate("isGone = true");
        click("#countries footer button");
        page.await("document.querySelector('dialog.all .told').textContent === 'The server does not answer.'");
        assertEquals("0", page.evaluate("document.querySelectorAll('dialog.all .row').length"));
        page.evaluate("isGone = false");
        page.await("document.querySelectorAll('dialog.all .row .name').length > 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'not json'", "'{}'", "new ReadableStream({start: to => to.error(new TypeError('cut'))})"})
    void anAnswerThatCannotBeReadIsAskedForAgain(String answer) {
        page.injectBeforeLoad("const later = setTimeout; window.setTimeout = (act, pause) => later(act, pause / 20);"
                + "window.isGarbled = false; const ask = fetch;"
                + "window.fetch = (...all) => isGarbled ? Promise.resolve(new Response(" + answer + ")) : ask(...all)");
        visit("?period=yesterday");
        page.evaluate("isGarbled = true");
        page.press("r");
        page.await("!document.querySelector('#notice').hidden");
        settle();
        assertEquals("The server's answer cannot be read.", text("#notice p"));
        page.evaluate("isGarbled = false");
        page.await("document.querySelector('#notice').hidden");
    }

    @Test void whyRowsAreOldIsInSightOfThem() {
        visitWithAServerThatGoes("?rows=top-countries");
        page.evaluate("isGone = true");
        page.await("document.querySelector('dialog.all .told').textContent === 'The server does not answer.'");
        assertEquals("true", page.evaluate("document.querySelector('dialog.all .told').getBoundingClientRect().bottom"
                + " < document.querySelector('dialog.all').getBoundingClientRect().bottom"));
    }

    @Test void proposalsAreWhatThePageShows() {
        visit("?period=yesterday");
        page.press("f");
        page.evaluate("(one => (one.value = 'country', one.dispatchEvent(new Event('change'))))("
                + "document.querySelector('dialog.form select'))");
        page.await("[...document.querySelectorAll('#proposals option')].some(one => one.value === 'Germany')");
        page.click("dialog.form input");
        page.type("Germany");
        press("Enter");
        assertEquals("?period=yesterday&country=DE", query());
    }

    @Test void onlyWhatCanBeEmptyIsFilteredByNothing() {
        visit("?period=yesterday");
        page.press("f");
        page.click("dialog.form .primary");
        assertEquals("true", page.evaluate("document.querySelector('dialog.form').open"));
        assertEquals("?period=yesterday", query());
        page.evaluate("(one => (one.value = 'utm-source', one.dispatchEvent(new Event('change'))))("
                + "document.querySelector('dialog.form select'))");
        click("dialog.form .primary");
        assertEquals("?period=yesterday&utm-source=", query());
    }

    @Test void filtersAreNamedWhereNothingPassesThem() {
        visit("?path=/nowhere&rows=top-countries");
        assertTrue(text("#nothing").startsWith("No visits with these filters in this period."), text("#nothing"));
        assertEquals("No views with these filters in this period.", text("#pages .none"));
        assertEquals("Nothing with these filters in this period.", text("dialog.all .told"));
    }

    @Test void theOpenTabIsInSight() {
        page.resize(360, 740);
        visit("?sources=top-utm-contents");
        assertEquals("true", page.evaluate("document.querySelector('#tab-top-utm-contents').getBoundingClientRect()"
                + ".right <= document.querySelector('#sources .tabs').getBoundingClientRect().right"));
    }

    @Test void listsAndChipsSayWhatTheyAre() {
        visit("?country=!DE");
        assertEquals("Page, Views, Share", page.text("document.querySelector('#pages .rows').ariaLabel"));
        assertEquals("Country is not Germany", page.text("document.querySelector('.chip-relation').ariaLabel"));
    }

    @Test void theTitleSaysWhatIsShown() {
        visit("?period=yesterday");
        assertEquals("All sites, Yesterday – Prisme", page.text("document.title"));
    }

    @Test void sitesStandInTheOrderOfTheAlphabet() {
        visit("?period=yesterday");
        assertEquals("[\"docs.example.com\",\"example.com\",\"shop.example.com\"]", page.evaluate(
                "[...document.querySelectorAll('#sites input')].map(one => one.value)"));
        assertEquals("All sites", page.text("document.querySelector('#sites button').title"));
    }

    @Test void escapeTakesAwayWhatHoversAboveOthers() {
        visit("?period=yesterday");
        page.evaluate("document.querySelector('.plot').focus()");
        page.press("Home");
        assertEquals("false", page.evaluate("document.querySelector('.note').hidden"));
        page.press("Escape");
        assertEquals("true", page.evaluate("document.querySelector('.note').hidden"));
        String definition = "getComputedStyle(document.querySelector('#means-sessions')).visibility";
        page.evaluate("document.querySelector('#card-visitors button').focus()");
        page.press("Tab");
        assertEquals("visible", page.text(definition));
        page.press("Escape");
        assertEquals("hidden", page.text(definition));
        page.press("Tab");
        assertEquals("visible", page.text(definition.replace("sessions", "pageviews")));
    }

    @Test void aClickBesideAWindowClosesIt() {
        visit("?period=yesterday");
        page.press("?");
        page.click("#card-visitors");
        page.await("!document.querySelector('dialog.help').open");
        assertEquals("?period=yesterday", query());
    }

    @Test void filesOfPropertiesAreCalledByTheirEvent() {
        page.injectBeforeLoad("HTMLAnchorElement.prototype.click = function() { window.saved = this.download }");
        visit("?period=yesterday&event=signup");
        page.click("#events footer button:last-child");
        page.await("window.saved");
        assertTrue(page.text("saved").startsWith("top-custom-event-properties-signup-2"), page.text("saved"));
    }

    @Test void aShapeStandsInForTheChartUntilItComes() {
        page.injectBeforeLoad("window.fetch = () => new Promise(() => {})");
        page.navigate(jar.url("/dashboard").toString());
        assertTrue(page.text("getComputedStyle(document.querySelector('.plot'), '::before').clipPath")
                .startsWith("polygon"));
    }

    @Test void aDayInTheChartCanBeLookedInto() {
        visit("?period=7d");
        page.evaluate("document.querySelector('.plot').focus()");
        page.press("Home");
        press("Enter");
        assertTrue(query().matches("\\?period=custom&from=(\\S{10})&to=\\1"), query());
        assertEquals("24", page.evaluate("document.querySelectorAll('#chart tbody tr').length"));
    }

    /// One for the period, one or two for the one before it, and one for who is there.
    @ParameterizedTest
    @CsvSource({"7d, 4", "yesterday, 3"})
    void aFilterAsksAFewRequestsForAllPanels(String period, int requests) {
        visit("?period=" + period);
        page.evaluate("performance.clearResourceTimings()");
        click("#countries .row .name");
        assertEquals(requests + "", page.evaluate("performance.getEntriesByType('resource')"
                + ".filter(one => one.name.includes('/stats/')).length"));
    }

    @Test void requestsOfAViewThatIsLeftEndWithIt() {
        page.injectBeforeLoad("window.signals = []; const ask = fetch; fetch = (url, options) => {"
                + " signals.push(options.signal);"
                + " return new Promise(go => setTimeout(go, 200)).then(() => ask(url, options)) }");
        visit("?period=yesterday");
        assertEquals("0", page.evaluate("signals.filter(signal => signal.aborted).length"));
        page.evaluate("signals.length = 0");
        page.press("w");
        page.await("signals.length > 0");
        String first = page.evaluate("signals.length");
        press("t");
        assertEquals("true", page.evaluate("signals.slice(0, " + first + ").every(signal => signal.aborted)"));
        assertEquals("false", page.evaluate("signals.slice(" + first + ").some(signal => signal.aborted)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?period=12mo&metric=duration", "?path=/blog/*&country=!DE&utm-campaign=x",
            "?event=signup"})
    void fitsAPhone(String query) {
        for (int width : new int[] {360, 320}) {
            page.resize(width, 740);
            visit(query);
            assertFits(width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#sites", "#periods"})
    void menusFitAPhone(String menu) {
        page.resize(320, 740);
        visit("");
        page.click(menu + " .control");
        page.await("document.querySelector('" + menu + " .box').checkVisibility()");
        assertFits(320);
        assertEquals("[]", page.evaluate("[document.querySelector('" + menu + " .box').getBoundingClientRect()]"
                + ".filter(box => box.left < 0)"));
    }

    private void assertFits(int width) {
        assertEquals(String.valueOf(width), page.evaluate("document.documentElement.scrollWidth"));
        assertEquals("[]", page.evaluate("[...document.querySelectorAll('body *')].filter(one => {"
                + "const box = one.getBoundingClientRect(); return box.width > 0 && box.right > " + (width + 1)
                + " && !one.closest('.tabs, .unseen') }).map(one => one.outerHTML.slice(0, 200))"));
    }

    /// 640 pixels are a window of 1280 at a zoom of 200 %.
    @ParameterizedTest
    @ValueSource(ints = {1280, 820, 640, 390, 360, 320})
    void cardsShowTheirTextsWhole(int width) {
        page.resize(width, 740);
        visit("");
        page.evaluate("document.querySelector('#card-duration .card-value').textContent = '555,555h 33m'");
        assertEquals("[]", cutShort(".card-face > span"));
    }

    @Test void rowsOnAPhoneTakeTwoLinesBeforeNamesAreCutShort() {
        page.resize(320, 740);
        visit("");
        assertEquals("[]", cutShort("#countries .foreign, #sources .foreign"));
        assertEquals("true", page.evaluate("document.querySelector('#links .foreign').offsetHeight"
                + " > document.querySelector('#countries .foreign').offsetHeight * 1.9"));
    }

    private String cutShort(String selector) {
        return page.evaluate("[...document.querySelectorAll('" + selector + "')].filter(one => one.scrollWidth"
                + " > one.clientWidth || one.scrollHeight > one.clientHeight + 1).map(one => one.textContent)");
    }

    /// As [WCAG](https://www.w3.org/TR/WCAG22/#target-size-minimum) wants it.
    @Test void buttonsAreLargeEnoughForAFinger() {
        page.resize(360, 740);
        visit("?path=/blog/*&country=!DE&browser=Chrome");
        assertEquals("[]", page.evaluate("[...document.querySelectorAll('button:not(.name)')].filter(one => {"
                + "const box = one.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 24)"
                + " }).map(one => one.outerHTML)"));
    }

    @Test void paperShowsItAllInLightColoursAndNothingToPress() {
        page.injectBeforeLoad("ResizeObserver = class { observe() {} }");
        visit("?browser=Chrome&country=!DE");
        String light = page.text("getComputedStyle(document.body).backgroundColor");
        page.printInDark();
        page.resize(718, 1000);
        assertEquals(light, page.text("getComputedStyle(document.body).backgroundColor"));
        assertEquals("[]", tooFaint());
        assertEquals("0", page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        assertEquals("true", page.evaluate("document.querySelector('.plot svg').getBoundingClientRect().right"
                + " <= document.querySelector('.plot').getBoundingClientRect().right"));
        assertEquals("[\"All sites\",\"Last 30 days\",\"Top\",\"Referrers\",\"Browsers\",\"Outbound links\"]",
                page.evaluate("[...document.querySelectorAll('button:not(.name, .card-face, .chip-relation,"
                        + " .exclude)')].filter(one => one.checkVisibility()).map(one => one.textContent)"));
        assertEquals("true", page.evaluate("[...document.querySelectorAll('.panel')].every(one =>"
                + " getComputedStyle(one).breakInside === 'avoid')"));
        assertEquals("exact", page.text("getComputedStyle(document.querySelector('.row')).printColorAdjust"));
    }

    @Test void withoutScriptsOneSentenceStandsAlone() {
        page.disableScripts();
        page.navigate(jar.url("/dashboard").toString());
        assertEquals("Prisme The dashboard needs JavaScript. The numbers are also at /api/v1/stats/.",
                page.text("document.body.innerText.replace('To the lists', '').trim().replace(/\\s+/g, ' ')"));
        assertEquals("true", page.evaluate("document.querySelector('.notice').matches('main *')"));
    }

    @Test void isDarkWhereTheSystemIs() {
        visit("");
        String light = page.text("getComputedStyle(document.body).backgroundColor");
        page.preferDark();
        assertNotEquals(light, page.text("getComputedStyle(document.body).backgroundColor"));
        assertEquals("[]", tooFaint());
        page.preferLight();
        assertEquals("[]", tooFaint());
    }

    /// What is no text wants a contrast of [three to one](https://www.w3.org/TR/WCAG22/#non-text-contrast).
    @Test void fieldsAndLinesStandOut() {
        visit("");
        for (Runnable prefer : List.<Runnable>of(page::preferDark, page::preferLight)) {
            prefer.run();
            assertEquals("[]", page.evaluate("(() => {" + CONTRAST + """
                    const paper = getComputedStyle(document.querySelector('.overview')).backgroundColor;
                    const fields = [...document.querySelectorAll('input:not([type=checkbox]), select')]
                        .map(one => getComputedStyle(one)).flatMap(style => [paper, style.backgroundColor]
                            .map(behind => ['field', style.borderTopColor, behind]));
                    const lines = ['.line', '.before'].map(name => [name,
                        getComputedStyle(document.querySelector('.plot ' + name)).stroke, paper]);
                    const keys = ['.now', '.before'].map(name => ['key ' + name,
                        getComputedStyle(document.querySelector('.key' + name), '::before').borderTopColor, paper]);
                    return [...fields, ...lines, ...keys].filter(([, ink, behind]) => contrast(ink, behind) < 3);
                })()"""));
        }
    }

    /// Texts with less contrast to what is behind them than AA of
    /// [WCAG](https://www.w3.org/TR/WCAG22/#contrast-minimum) wants.
    private String tooFaint() {
        return page.evaluate("(() => {" + CONTRAST + """
                    const behind = one => {
                        const row = one.closest('.row');
                        if (row) return getComputedStyle(row, '::before').backgroundColor;
                        for (; one; one = one.parentElement) {
                            const colour = getComputedStyle(one).backgroundColor;
                            if ((channels(colour)[3] ?? 1) > 0) return colour;
                        }
                    };
                    const isSeen = one => one.checkVisibility({visibilityProperty: true});
                    return [...document.querySelectorAll('body *')].filter(one => isSeen(one)
                        && [...one.childNodes].some(child => child.nodeType === 3 && child.data.trim())).map(one => {
                            const ink = getComputedStyle(one)[one.namespaceURI.endsWith('svg') ? 'fill' : 'color'];
                            return [contrast(ink, behind(one)), one.outerHTML.slice(0, 120)];
                        }).filter(([found]) => found < 4.5);
                })()""");
    }

    @Test void looksAgainWhileTodayIsShown() {
        page.injectBeforeLoad("const later = setTimeout; window.setTimeout = (act, pause) => later(act, pause / 20)");
        visit("?period=today");
        page.evaluate("performance.clearResourceTimings(), document.querySelector('#pages .row .name').focus()");
        page.await("performance.getEntriesByType('resource')"
                + ".filter(one => one.name.includes('ask=totals')).length > 4");
        assertEquals("true", page.evaluate("document.activeElement.matches('#pages .row .name')"));
        assertEquals("?period=today", query());
    }
}
