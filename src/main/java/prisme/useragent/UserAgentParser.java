package prisme.useragent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reads User-Agents with the phrases, rules and models of the tables, which are loaded once.
final class UserAgentParser {
    private final Phrases phrases;
    /* A pool of sets to reuse, as many as texts were read at the same time. A thread local would not help, as the
     * server has a new thread for every request. */
    private final Queue<FoundPhrases> sets = new ConcurrentLinkedQueue<>();
    private final RuleBook browsers;
    private final RuleBook systems;
    private final BotDetector suspicion;
    private final Devices devices;

    /// Loads the tables.
    UserAgentParser(Tables tables) {
        Phrases.Collector collector = new Phrases.Collector();
        browsers = new RuleBook(tables.lines("browsers.txt"), collector);
        systems = new RuleBook(tables.lines("systems.txt"), collector);
        suspicion = new BotDetector(tables, collector);
        devices = new Devices(tables, collector);
        phrases = collector.collected();
    }

    /// Reads a text.
    UserAgent read(String text) {
        FoundPhrases spare = sets.poll();
        FoundPhrases found = spare == null ? new FoundPhrases(phrases.count()) : spare;
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

    /// The device family of a model that is given alone, as in a client hint.
    String deviceOf(String model) {
        return devices.named(model);
    }
}
