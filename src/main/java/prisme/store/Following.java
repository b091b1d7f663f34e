package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;
import prisme.columns.PartBuilder;
import prisme.store.SegmentHeader.Finding;

/// Reads a log on and on into a part.
final class Following {
    private final Segment segment;
    private final Consumer<Damage> damages;
    private final PartBuilder part;
    private long position = SegmentHeader.SIZE;
    private long last = SegmentReader.UNKNOWN;
    private boolean isBegun;

    Following(Segment segment, Consumer<Damage> damages) {
        this.segment = segment;
        this.damages = damages;
        this.part = new PartBuilder(segment.number());
    }

    PartBuilder part() {
        return part;
    }

    /// Reads what has been written since the last time.
    ///
    /// @throws NoSuchFileException when there is no such log any more
    void readOn() throws IOException {
        begin();
        try (SegmentReader reader = new SegmentReader(segment, last, damages)) {
            reader.goTo(position, last);
            while (reader.next()) {
                reader.decode(damages, event -> part.add(event.sequence(), event.event()));
                last = reader.sequence();
                position = reader.end();
            }
        }
    }

    private void begin() throws IOException {
        if (!Files.exists(segment.file())) {
            throw new NoSuchFileException(segment.file().toString());
        }
        if (!isBegun && SegmentHeader.of(segment) instanceof Finding.Whole(SegmentHeader(var _, long first))) {
            last = first - 1;
            isBegun = true;
        }
    }
}
