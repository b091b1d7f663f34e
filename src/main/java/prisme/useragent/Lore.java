package prisme.useragent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// All that is known, read from the tables once: phrases, the rules over them, and the names of models.
final class Lore {
    private final Phrases phrases;
    /* What is found in one text is forgotten with the next: as many sets as texts are read at the same time serve all.
     * They belong to no thread, as a server has a new one for every request. */
    private final Queue<Found> sets = new ConcurrentLinkedQueue<>();
    private final RuleBook browsers;
    private final RuleBook systems;
    private final Suspicion suspicion;
    private final Devices devices;

    /// Reads the tables.
    Lore(Tables tables) {
        Phrases.Collector collector = new Phrases.Collector();
        browsers = new RuleBook(tables.lines("browsers.txt"), collector);
        systems = new RuleBook(tables.lines("systems.txt"), collector);
        suspicion = new Suspicion(tables, collector);
        devices = new Devices(tables, collector);
        phrases = collector.collected();
    }

    /// What the text stands for.
    UserAgent read(String text) {
        Found spare = sets.poll();
        Found found = spare == null ? new Found(phrases.count()) : spare;
        phrases.findIn(text, found);
        String browser = NamesInText.resolve(browsers.answer(found, Client.OTHER), text);
        String system = systems.answer(found, Client.OTHER);
        String device = devices.deviceIn(text, found);
        Client client = new Client(browser, system, device);
        Verdict verdict = suspicion.verdict(text, found, client);
        found.clear();
        sets.add(found);
        return new UserAgent(client, verdict);
    }

    /// The device family of a model that stands alone, as in a client hint.
    String deviceOf(String model) {
        return devices.named(model);
    }
}
