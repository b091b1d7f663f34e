package prisme.columns;

import java.io.IOException;

/// A block of a file can be neither read nor restored.
final class LostBlock extends IOException {
    private static final long serialVersionUID = 1L;

    LostBlock(String what) {
        super(what);
    }
}
