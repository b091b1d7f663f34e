package prisme.browser;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.json.Json;
import prisme.json.JsonException;
import prisme.json.JsonWriter;

/// One page in a window, with mouse and keyboard. What happens in it is real: events are trusted and take effect.
public final class Page implements AutoCloseable {
    private static final Consumer<JsonWriter> NOTHING = _ -> { };

    private final DevTools tools;
    private final String context;
    private final String target;
    private final String session;
    private final PageLog log;

    private Page(DevTools tools, String context, String target, String session) {
        this.tools = tools;
        this.context = context;
        this.target = target;
        this.session = session;
        this.log = new PageLog();
    }

    static Page open(DevTools tools) {
        String context = tools.call(DevTools.BROWSER, "Target.createBrowserContext", NOTHING)
                .string("browserContextId");
        String target = tools.call(DevTools.BROWSER, "Target.createTarget", json -> json
                .member("url", "about:blank").member("browserContextId", context)).string("targetId");
        String session = tools.call(DevTools.BROWSER, "Target.attachToTarget", json -> json
                .member("targetId", target).member("flatten", true)).string("sessionId");
        Page page = new Page(tools, context, target, session);
        page.observe();
        return page;
    }

    private void observe() {
        tools.listen(session, log);
        for (String domain : List.of("Page", "Runtime", "Network", "Log", "DOM")) {
            call(domain + ".enable", NOTHING);
        }
        call("Page.setLifecycleEventsEnabled", json -> json.member("enabled", true));
    }

    /// Goes to an address and waits until everything there is loaded, or at once when only the fragment changes.
    ///
    /// @throws AssertionError when it cannot be loaded
    public void navigate(String url) {
        Reply answer = call("Page.navigate", json -> json.member("url", url));
        if (answer.has("errorText")) {
            throw new AssertionError(url + ": " + answer.string("errorText"));
        }
        if (answer.has("loaderId")) {
            String loader = answer.string("loaderId");
            Patience.until(() -> url + " to load", () -> log.hasLoaded(loader));
        }
    }

    /// The address that is shown. Works without scripts too.
    public String url() {
        return tools.call(DevTools.BROWSER, "Target.getTargetInfo", json -> json.member("targetId", target))
                .object("targetInfo").string("url");
    }

    /// Waits until this address is shown.
    public void awaitUrl(String url) {
        Patience.until(() -> url + " but " + url() + " is shown", () -> url().equals(url));
    }

    /// The value of an expression as JSON text; of a promise, that of what it resolves to. `undefined` is `null`.
    ///
    /// @throws AssertionError when it throws
    public String evaluate(String expression) {
        Reply answer = call("Runtime.evaluate", json -> json.member("expression", expression)
                .member("awaitPromise", true).member("returnByValue", true).member("userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + " threw " + PageLog.exception(answer.object("exceptionDetails")));
        }
        return answer.object("result").members().text("value").orElse("null");
    }

    /// The value of an expression that is a string, see [#evaluate(String)].
    public String text(String expression) {
        try {
            return Json.string(evaluate(expression));
        } catch (JsonException e) {
            throw new AssertionError(expression + ": " + e.getMessage(), e);
        }
    }

    /// Waits until an expression is true. Where it cannot be evaluated, such as between two pages, it is not.
    public void await(String condition) {
        Patience.until(() -> condition, () -> holds(condition));
    }

    private boolean holds(String condition) {
        Reply answer = call("Runtime.evaluate", json -> json.member("expression", "!!(" + condition + ")")
                .member("returnByValue", true));
        return answer.object("result").members().text("value").equals(Optional.of("true"));
    }

    /// Clicks in the middle of the element with the left button.
    public void click(String selector) {
        click(selector, Mouse.LEFT);
    }

    /// Moves the mouse to the middle of the element, scrolling there if need be, and clicks.
    ///
    /// @throws AssertionError when there is no such element, or nothing of it to click on
    public void click(String selector, Mouse button) {
        double[] middle = middleOf(selector);
        mouse("mouseMoved", middle, json -> { });
        mouse("mousePressed", middle, json -> json.member("button", button.label()).member("clickCount", 1));
        mouse("mouseReleased", middle, json -> json.member("button", button.label()).member("clickCount", 1));
    }

    /// Touches the middle of the element with a finger, shortly.
    public void tap(String selector) {
        double[] middle = middleOf(selector);
        touch("touchStart", json -> json.beginObject().member("x", middle[0]).member("y", middle[1]).endObject());
        touch("touchEnd", NOTHING);
    }

    private void touch(String type, Consumer<JsonWriter> points) {
        call("Input.dispatchTouchEvent", json -> {
            json.member("type", type).name("touchPoints").beginArray();
            points.accept(json);
            json.endArray();
        });
    }

    /// Moves the mouse over the middle of the element.
    public void hover(String selector) {
        mouse("mouseMoved", middleOf(selector), json -> { });
    }

    private void mouse(String type, double[] at, Consumer<JsonWriter> more) {
        call("Input.dispatchMouseEvent", json -> {
            json.member("type", type).member("x", at[0]).member("y", at[1]);
            more.accept(json);
        });
    }

    private double[] middleOf(String selector) {
        long root = call("DOM.getDocument", json -> json.member("depth", 0)).object("root").wholeNumber("nodeId");
        long node = call("DOM.querySelector", json -> json.member("nodeId", root).member("selector", selector))
                .wholeNumber("nodeId");
        if (node == 0) {
            throw new AssertionError("there is no " + selector);
        }
        call("DOM.scrollIntoViewIfNeeded", json -> json.member("nodeId", node));
        double[] corners = call("DOM.getContentQuads", json -> json.member("nodeId", node)).numbers("quads");
        return new double[] {(corners[0] + corners[4]) / 2, (corners[1] + corners[5]) / 2};
    }

    /// Presses and releases a key: a single character, or a name as [KeyboardEvent.key](
    /// https://developer.mozilla.org/docs/Web/API/UI_Events/Keyboard_event_key_values) has it, such as `Enter`.
    public void press(String key) {
        Keystroke stroke = Keystroke.of(key);
        call("Input.dispatchKeyEvent", json -> stroke.down(json));
        call("Input.dispatchKeyEvent", json -> stroke.up(json));
    }

    /// Puts a text where the keyboard's focus is.
    public void type(String text) {
        call("Input.insertText", json -> json.member("text", text));
    }

    /// Runs no scripts on the pages loaded from now on.
    public void disableScripts() {
        call("Emulation.setScriptExecutionDisabled", json -> json.member("value", true));
    }

    /// Runs this before every script of the pages loaded from now on.
    public void injectBeforeLoad(String script) {
        call("Page.addScriptToEvaluateOnNewDocument", json -> json.member("source", script));
    }

    /// Shows the page in a window of this size in CSS pixels, as a phone does when it is narrower than 600.
    public void resize(int width, int height) {
        call("Emulation.setDeviceMetricsOverride", json -> json.member("width", width).member("height", height)
                .member("deviceScaleFactor", 1).member("mobile", width < 600));
    }

    /// Wishes for dark colours, as a system can.
    public void preferDark() {
        emulate("", "dark");
    }

    /// Wishes for light colours.
    public void preferLight() {
        emulate("", "light");
    }

    /// Lays everything out as on paper, while the system wishes for dark colours.
    public void printInDark() {
        emulate("print", "dark");
    }

    private void emulate(String media, String scheme) {
        call("Emulation.setEmulatedMedia", json -> json.member("media", media).name("features").beginArray()
                .beginObject().member("name", "prefers-color-scheme").member("value", scheme).endObject().endArray());
    }

    /// Lives in this time zone from now on.
    public void setTimeZone(String zone) {
        call("Emulation.setTimezoneOverride", json -> json.member("timezoneId", zone));
    }

    /// Writes numbers and dates as this locale does from now on.
    public void setLocale(String locale) {
        call("Emulation.setLocaleOverride", json -> json.member("locale", locale));
    }

    /// What the window shows, as PNG.
    public byte[] screenshot() {
        String data = call("Page.captureScreenshot", json -> json.member("format", "png")).string("data");
        return Base64.getDecoder().decode(data);
    }

    /// What went wrong so far: exceptions nobody caught, errors on the console, resources that failed.
    public List<String> errors() {
        return log.errors();
    }

    /// The requests that pages in this window made so far, in order, like `GET http://localhost:8080/`.
    public List<String> requests() {
        return log.requests();
    }

    @Override public void close() {
        tools.forget(session);
        tools.call(DevTools.BROWSER, "Target.disposeBrowserContext",
                json -> json.member("browserContextId", context));
    }

    private Reply call(String method, Consumer<JsonWriter> parameters) {
        return tools.call(session, method, parameters);
    }
}
