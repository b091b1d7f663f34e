package prisme.useragent;

/// All that is known, read from the tables once: phrases, the rules over them, and the names of models.
final class Lore {
    private static final String NOBODY = "";

    private final Phrases phrases;
    private final RuleBook browsers;
    private final RuleBook systems;
    private final RuleBook crawlers;
    private final Devices devices;

    private Lore() {
        Phrases.Collector collector = new Phrases.Collector();
        browsers = new RuleBook(Table.lines("browsers.txt"), collector);
        systems = new RuleBook(Table.lines("systems.txt"), collector);
        crawlers = new RuleBook(Table.lines("crawlers.txt"), collector);
        devices = new Devices(collector);
        phrases = collector.collected();
    }

    /// Reads the tables of this jar.
    static Lore load() {
        return new Lore();
    }

    /// What the text stands for.
    UserAgent read(String text) {
        Phrases.Found found = phrases.findIn(text);
        String browser = NamesInText.resolve(browsers.answer(found, "{crawler}"), text);
        String system = systems.answer(found, Client.OTHER);
        String device = devices.deviceIn(text, found);
        return new UserAgent(new Client(browser, system, device), verdict(found));
    }

    private Verdict verdict(Phrases.Found found) {
        String reason = crawlers.answer(found, NOBODY);
        return reason.equals(NOBODY) ? new Verdict.Person() : new Verdict.Bot(reason);
    }

    /// The device family of a model that stands alone, as in a client hint.
    String deviceOf(String model) {
        return devices.named(model);
    }
}
