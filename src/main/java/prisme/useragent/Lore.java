package prisme.useragent;

/// All that is known, read from the tables once: phrases, the rules over them, and the names of models.
final class Lore {
    private final Phrases phrases;
    /* What is found in one text is forgotten with the next: a set for every thread saves one for every text. */
    private final ThreadLocal<Found> sets;
    private final RuleBook browsers;
    private final RuleBook systems;
    private final Suspicion suspicion;
    private final Devices devices;

    private Lore() {
        Phrases.Collector collector = new Phrases.Collector();
        browsers = new RuleBook(Table.lines("browsers.txt"), collector);
        systems = new RuleBook(Table.lines("systems.txt"), collector);
        suspicion = new Suspicion(collector);
        devices = new Devices(collector);
        phrases = collector.collected();
        sets = ThreadLocal.withInitial(() -> new Found(phrases.count()));
    }

    /// Reads the tables of this jar.
    static Lore load() {
        return new Lore();
    }

    /// What the text stands for.
    UserAgent read(String text) {
        Found found = sets.get();
        found.clear();
        phrases.findIn(text, found);
        String browser = NamesInText.resolve(browsers.answer(found, Client.OTHER), text);
        String system = systems.answer(found, Client.OTHER);
        String device = devices.deviceIn(text, found);
        Client client = new Client(browser, system, device);
        return new UserAgent(client, suspicion.verdict(text, found, client));
    }

    /// The device family of a model that stands alone, as in a client hint.
    String deviceOf(String model) {
        return devices.named(model);
    }
}
