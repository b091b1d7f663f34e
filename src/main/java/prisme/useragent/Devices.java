package prisme.useragent;

/// Finds the family of the device in a text.
///
/// First come devices that are recognised by a phrase, then phones by the brand and model that their systems write,
/// then the little that other texts tell: that it is a phone, a tablet, a Mac, or a crawler.
final class Devices {
    private static final String NOTHING = "";
    /* What Chrome writes instead of the model. */
    private static final String PLACEHOLDER = "K";

    private final RuleBook certain;
    private final RuleBook unbranded;
    private final RuleBook late;
    private final Models models;
    private final Phones phones;
    private final int windowsPhone;
    private final int appNotice;
    private final int android;
    private final int build;

    Devices(Tables tables, Phrases.Collector phrases) {
        certain = new RuleBook(tables.lines("devices.txt"), phrases);
        unbranded = new RuleBook(tables.lines("devices-unbranded.txt"), phrases);
        late = new RuleBook(tables.lines("devices-late.txt"), phrases);
        models = new Models(tables.lines("models.txt"));
        phones = new Phones(tables.lines("phones.txt"), phrases);
        windowsPhone = phrases.numberOf("Windows Phone");
        appNotice = phrases.numberOf("Android Application");
        android = phrases.numberOf("Android");
        build = phrases.numberOf(" Build/");
    }

    String deviceIn(String text, FoundPhrases found) {
        String device = certain.answer(found, NOTHING);
        if (device.isEmpty() && found.has(windowsPhone)) {
            device = WindowsPhone.deviceIn(text);
        }
        if (device.isEmpty() && found.has(appNotice)) {
            device = AppNotice.deviceIn(text);
        }
        if (device.isEmpty()) {
            device = byModel(text, found);
        }
        if (device.isEmpty()) {
            device = phones.phoneIn(text, found);
        }
        return device.isEmpty() ? late.answer(found, Client.OTHER) : device;
    }

    private String byModel(String text, FoundPhrases found) {
        if (!found.has(android) && !found.has(build)) {
            return NOTHING;
        }
        int from = found.has(android) ? text.indexOf("Android") : text.indexOf('(');
        if (from < 0 || found.has(android) && !isVersioned(text, from + "Android".length())) {
            return NOTHING;
        }
        ModelPlace place = ModelPlace.behind(text, from);
        if (place.is(PLACEHOLDER)) {
            return Client.OTHER;
        }
        String device = branded(place);
        return device.isEmpty() ? unbranded(from, place, found) : device;
    }

    private static boolean isVersioned(String text, int at) {
        return at + 1 < text.length() && " -".indexOf(text.charAt(at)) >= 0 && Phrase.isDigit(text.charAt(at + 1))
            || text.startsWith("; ", at);
    }

    private String branded(ModelPlace place) {
        /* The reference (uap-core) removes "moto" from these and keeps what follows, up to the parenthesis. */
        if (place.startsWith("motorola ")) {
            return "Motorola" + place.whollyFrom(place.from() + "moto".length());
        }
        if (place.startsWith("Nokia ") && !place.hasBuild() && place.last()) {
            return firstTwoWords(place.model());
        }
        if (place.startsWith("moto ")) {
            return "Motorola " + place.whollyFrom(place.from() + "moto ".length());
        }
        return models.name(place);
    }

    /* "Nokia 7.2", "Nokia 7 plus": without a build, the reference stops at the first character that is no letter and no
     * digit. */
    private static String firstTwoWords(String model) {
        int end = "Nokia ".length();
        while (end < model.length() && (Phrase.isWord(model.charAt(end)) || model.charAt(end) == '-')) {
            end++;
        }
        return model.substring(0, end);
    }

    private String unbranded(int from, ModelPlace place, FoundPhrases found) {
        String ruled = unbranded.answer(found, NOTHING);
        boolean unheard = place.isEmpty() || !place.last() || place.language() && isWholeVersion(place.text(), from);
        if (!ruled.isEmpty() || unheard) {
            return ruled;
        }
        return place.model();
    }

    private static boolean isWholeVersion(String text, int android) {
        int at = Math.min(android + "Android ".length(), text.length());
        int end = at;
        while (end < text.length() && Phrase.isDigit(text.charAt(end))) {
            end++;
        }
        return end > at && !text.startsWith(".", end);
    }

    /// The device family of a model that is given alone, as in a client hint.
    String named(String model) {
        String device = model.equals(PLACEHOLDER) ? Client.OTHER : branded(ModelPlace.alone(model));
        return device.isEmpty() ? model : device;
    }
}
