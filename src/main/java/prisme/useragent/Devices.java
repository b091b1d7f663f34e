package prisme.useragent;

/// Names the device a text speaks of.
final class Devices {
    private final RuleBook rules;
    private final Models models;

    Devices(Phrases.Collector phrases) {
        rules = new RuleBook(Table.lines("devices.txt"), phrases);
        models = new Models(Table.lines("models.txt"));
    }

    String deviceIn(String text, Phrases.Found found) {
        return ModelPlace.androidModel(text).map(this::named).orElseGet(() -> rules.answer(found, Client.OTHER));
    }

    String named(String model) {
        return models.name(model);
    }
}
