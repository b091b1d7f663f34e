package prisme.useragent;

/// Reads the device of a Windows phone: `(… Windows Phone 8.0; …; IEMobile/10.0; ARM; Touch; NOKIA; Lumia 920)`.
final class WindowsPhone {
    private static final int LONGEST_PART = 40;

    private WindowsPhone() {}

    /// Brand and model; empty when there are none.
    static String deviceIn(String text) {
        int phone = text.contains("osmeta") ? -1 : text.indexOf("Windows Phone");
        int mobile = phone < 0 ? -1 : text.indexOf("IEMobile/", phone);
        int from = text.indexOf(';', Math.max(phone, mobile));
        int brand = phone < 0 || from < 0 ? -1 : behindPlatform(text, from + 1);
        int model = brand < 0 ? -1 : text.indexOf(';', brand);
        if (model < 0) {
            return "";
        }
        int end = model + 1;
        while (end < text.length() && ";)/".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return named(text.substring(brand, model).strip(), text.substring(model + 1, end).strip());
    }

    /* The first part before the closing parenthesis that is not about the platform. */
    private static int behindPlatform(String text, int from) {
        int closing = text.indexOf(')', from);
        int end = closing < 0 ? text.length() : closing;
        int at = from;
        int next = text.indexOf(';', at);
        while (next >= 0 && next < end) {
            String part = text.substring(at, Math.min(next, at + LONGEST_PART)).strip();
            if (!isPlatform(part)) {
                return at;
            }
            at = next + 1;
            next = text.indexOf(';', at);
        }
        return -1;
    }

    private static boolean isPlatform(String part) {
        return part.equals("ARM") || part.equals("Touch") || part.equals("WOW64") || part.startsWith("rv:")
            || part.startsWith("Trident/") || part.startsWith("Android") || part.startsWith("WpsLondonTest");
    }

    private static String named(String brand, String model) {
        return switch (brand) {
            case "NOKIA", "Nokia" -> nokia(model);
            case "SAMSUNG", "Samsung" -> "Samsung " + without("SAMSUNG ", model);
            case "HTC" -> "HTC " + without("HTC", without("HTC ", model));
            case "LG", "LGE" -> "LG " + without("LG-", model);
            case "ALCATEL" -> "Alcatel " + model;
            case "ASUS" -> "Asus " + model;
            case "ARCHOS" -> "Archos";
            case "HUAWEI" -> "Huawei " + without("HUAWEI ", model);
            case "Microsoft" -> model.startsWith("Lumia") ? model : "";
            default -> brand + " " + model;
        };
    }

    private static String nokia(String model) {
        if (model.startsWith("Lumia") || model.isEmpty()) {
            return model;
        }
        if (model.chars().allMatch(c -> Phrase.isDigit((char) c))) {
            return "Lumia " + model;
        }
        return model.startsWith("RM-") ? "Nokia " + model.substring(0, Math.min(6, model.length()))
            : "Nokia " + without("Nokia ", model);
    }

    private static String without(String brand, String model) {
        return model.startsWith(brand) ? model.substring(brand.length()) : model;
    }
}
