package prisme.columns;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/// Reads texts of all fields of a part. Used by one thread.
final class TextReaders {
    private final Map<Field, SealedTexts.BlockReader> readers = new EnumMap<>(Field.class);

    TextReaders(SealedPart part) {
        for (Field field : Field.values()) {
            readers.put(field, part.reader(field));
        }
    }

    /// @throws LostBlock when it cannot be read
    String text(Field field, int code) throws IOException {
        return readers.get(field).read(code);
    }
}
