package prisme.demo;

import java.util.ArrayList;
import java.util.List;

/// A random choice of values, of which some are more likely than others.
final class Weighted<T> {
    private final List<T> slots;

    private Weighted(List<T> slots) {
        this.slots = slots;
    }

    T any(Dice dice) {
        return slots.get(dice.below(slots.size()));
    }

    /// Collects values and their weights, which should be small, as each value is kept as many times.
    static final class Builder<T> {
        private final List<T> slots = new ArrayList<>();

        Builder<T> with(int weight, T value) {
            for (int i = 0; i < weight; i++) {
                slots.add(value);
            }
            return this;
        }

        Weighted<T> build() {
            return new Weighted<>(List.copyOf(slots));
        }
    }

    /// Reads the values from a text of words, each followed by its weight.
    static Weighted<String> words(String text) {
        Builder<String> builder = new Builder<>();
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            builder.with(Integer.parseInt(words[i + 1]), words[i]);
        }
        return builder.build();
    }
}
