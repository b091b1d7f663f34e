package prisme.useragent;

/// Names the device a text speaks of.
final class Devices {
    private static final String PHONE = "Generic Smartphone";
    private static final String TABLET = "Generic Tablet";

    private final RuleBook early;
    private final RuleBook late;
    private final Models models;
    private final Phones phones;

    Devices(Phrases.Collector phrases) {
        early = new RuleBook(Table.lines("devices.txt"), phrases);
        late = new RuleBook(Table.lines("devices-late.txt"), phrases);
        models = new Models(Table.lines("models.txt"));
        phones = new Phones(Table.lines("phones.txt"), phrases);
    }

    String deviceIn(String text, Phrases.Found found) {
        String sure = early.answer(found, "");
        if (!sure.isEmpty()) {
            return sure;
        }
        int android = text.indexOf("Android");
        if (android >= 0) {
            String device = android(text, android);
            if (!device.equals(PHONE) && !device.equals(TABLET)) {
                return device;
            }
        }
        String phone = phones.phoneIn(text, found);
        return phone.isEmpty() ? late.answer(found, android >= 0 ? android(text, android) : Client.OTHER) : phone;
    }

    private String android(String text, int at) {
        ModelPlace place = ModelPlace.behind(text, at);
        String device = named(place);
        boolean bareTablet = device.startsWith("Samsung SM-") && place.model().startsWith("SM-")
            && place.build().isEmpty() && !text.contains("Mobile");
        if (bareTablet) {
            return place.model();
        }
        if (device.equals(PHONE) && text.contains("Tablet")) {
            return TABLET;
        }
        boolean wholeVersion = !text.startsWith(".", endOfNumber(text, at + "Android ".length()));
        boolean unheard = device.equals(place.model()) && place.language() && wholeVersion
            && !place.build().regionMatches(true, 0, "huawei", 0, 6) && place.language();
        return unheard ? PHONE : device;
    }

    private static int endOfNumber(String text, int from) {
        int at = Math.min(from, text.length());
        while (at < text.length() && Phrase.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The device family of a model that stands alone, as in a client hint.
    String named(String model) {
        return named(ModelPlace.alone(model));
    }

    private String named(ModelPlace place) {
        String model = place.model();
        if (model.isEmpty() || model.equals("Mobile") || model.equals("Tablet") || model.equals("Linux") || model.equals("Phone")) {
            return PHONE;
        }
        if (model.equals("K")) {
            return Client.OTHER;
        }
        if (model.startsWith("moto") && place.last()) {
            return models.name(ModelPlace.alone(place.wholly())).orElse(model);
        }
        if (place.build().regionMatches(true, 0, "honor", 0, 5)) {
            return "Huawei Honor " + model;
        }
        return models.name(place).orElse(place.last() ? model : PHONE);
    }
}
