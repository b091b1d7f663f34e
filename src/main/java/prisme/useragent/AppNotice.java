package prisme.useragent;

/// Reads the device of apps that write `… Android Application (13, name v2.1) - HTC HTC Desire htc_wwe - 0000…`: maker,
/// model and a code of the carrier are between two hyphens.
final class AppNotice {
    private static final String NOTICE = "Android Application";
    private static final String HYPHEN = " - ";

    private AppNotice() {}

    /// Maker and model; empty when there are none.
    static String deviceIn(String text) {
        int notice = text.indexOf(NOTICE);
        int from = notice < 0 ? -1 : text.indexOf(HYPHEN, notice);
        int end = from < 0 ? -1 : text.indexOf(HYPHEN, from + HYPHEN.length());
        if (end < 0) {
            return "";
        }
        String named = text.substring(from + HYPHEN.length(), end);
        int mark = named.lastIndexOf(' ');
        int model = named.indexOf(' ');
        return model < 0 || mark == model ? "" : named(named.substring(0, model), named.substring(model + 1, mark));
    }

    private static String named(String maker, String model) {
        return switch (maker) {
            case "Sony" -> model.startsWith("Ericsson ") ? "Sony Ericsson" : "Sony";
            case "LGE" -> model.replace("LG-", "LG ");
            case "HTC", "HUAWEI", "LENOVO", "MEDION", "TCT" -> model.startsWith(maker) || maker.equals("TCT") ? model
                : maker + " " + model;
            default -> maker + " " + model;
        };
    }
}
