package prisme.stats;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prisme.columns.Field;
import prisme.columns.Part;
import prisme.columns.Texts;

/// The vocabularies of the fields that were asked for, as far as memory allows.
///
/* With a vocabulary, equal texts of different parts need not be compared again for every answer. One that would be too
 * large is not made. When a new one does not fit beside the others, these are dropped, and made again when needed. */
final class Vocabularies {
    private static final long BYTES_EACH = 12;

    private final List<Part> sealed;
    private final long most;
    private final Map<Field, Vocabulary> made = new EnumMap<>(Field.class);
    private List<? extends Part> growing = List.of();
    private long size;

    /// @param most how many bytes they may take, apart from those of parts that grow
    Vocabularies(List<Part> sealed, long most) {
        this.sealed = sealed;
        this.most = most;
    }

    synchronized void follow(List<? extends Part> parts) {
        growing = parts;
    }

    /// The vocabulary of a field, brought up to date; empty where it would take too much memory.
    synchronized Optional<Vocabulary> of(Field field) {
        Optional<Vocabulary> vocabulary = Optional.ofNullable(made.get(field)).or(() -> make(field));
        vocabulary.ifPresent(each -> each.follow(texts(growing, field)));
        return vocabulary;
    }

    private Optional<Vocabulary> make(Field field) {
        List<Texts> texts = texts(sealed, field);
        long wanted = texts.stream().mapToLong(Texts::size).sum() * BYTES_EACH;
        if (wanted > most) {
            return Optional.empty();
        }
        if (size + wanted > most) {
            made.clear();
            size = 0;
        }
        size += wanted;
        made.put(field, new Vocabulary(texts));
        return Optional.of(made.get(field));
    }

    private static List<Texts> texts(List<? extends Part> parts, Field field) {
        return parts.stream().map(part -> part.texts(field)).toList();
    }
}
