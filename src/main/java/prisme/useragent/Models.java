package prisme.useragent;

import java.util.List;

/// Names devices by their model.
final class Models {
    Models(List<String> lines) {
    }

    String name(String model) {
        return model.startsWith("SM-") ? "Samsung " + model : model.equals("K") ? Client.OTHER : model;
    }
}
