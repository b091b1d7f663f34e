package prisme.stats;

import java.io.IOException;

/// Too many questions are waiting already, or have been for too long.
public final class Overloaded extends IOException {
    private static final long serialVersionUID = 1L;

    public Overloaded() {
        super("more questions are asked than can be answered; ask again later");
    }
}
