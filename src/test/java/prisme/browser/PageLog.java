package prisme.browser;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// Remembers what the browser tells of a page.
final class PageLog implements BiConsumer<String, Reply> {
    private final Set<String> loaded = ConcurrentHashMap.newKeySet();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @Override public void accept(String event, Reply parameters) {
        switch (event) {
            case "Page.lifecycleEvent" -> lifecycle(parameters);
            case "Runtime.exceptionThrown" -> errors.add(exception(parameters.object("exceptionDetails")));
            case "Runtime.consoleAPICalled" -> console(parameters);
            case "Log.entryAdded" -> entry(parameters.object("entry"));
            case "Network.requestWillBeSent" -> request(parameters.object("request"));
            default -> { }
        }
    }

    /// Whether what this loader brought is there with all its parts.
    boolean hasLoaded(String loader) {
        return loaded.contains(loader);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    static String exception(Reply details) {
        return details.string("text") + details.optionalObject("exception")
                .filter(exception -> exception.has("description"))
                .map(exception -> " " + exception.string("description"))
                .orElse("");
    }

    private void lifecycle(Reply event) {
        if (event.string("name").equals("load")) {
            loaded.add(event.string("loaderId"));
        }
    }

    private void console(Reply call) {
        String type = call.string("type");
        if (type.equals("error") || type.equals("assert")) {
            errors.add(call.text("args"));
        }
    }

    private void entry(Reply entry) {
        if (entry.string("level").equals("error")) {
            errors.add(entry.string("text") + (entry.has("url") ? " " + entry.string("url") : ""));
        }
    }

    /* Icons are left out: the browser asks for them when it pleases. */
    private void request(Reply request) {
        if (!request.string("url").endsWith("/favicon.ico")) {
            requests.add(request.string("method") + " " + request.string("url"));
        }
    }
}
