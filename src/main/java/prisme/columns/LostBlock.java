package prisme.columns;

import java.io.IOException;

/// A block of a file cannot be read and not be restored either.
final class LostBlock extends IOException {
    private static final long serialVersionUID = 1L;

    LostBlock(String what) {
        super(what);
    }
}
