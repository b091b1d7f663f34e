package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import prisme.columns.SealedPart;
import prisme.columns.SealedPart.Contents;
import prisme.columns.SealedPart.Opening;

/// What the head of a sealed segment says.
final class SealedHead {
    private SealedHead() {}

    /// @throws StoreException when the segment is of a later format, or cannot be read
    static Contents of(Segment segment) throws StoreException {
        try {
            Contents contents = SealedPart.contents(segment.file());
            if (contents instanceof Contents.Newer(int version)) {
                throw newer(segment, version);
            }
            boolean isOfAnother = contents instanceof Contents.Known known && known.number() != segment.number();
            return isOfAnother ? new Contents.Unknown() : contents;
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("cannot read " + segment.file(), e);
        }
    }

    /// Makes sure that the segment is of a version that can be read, without reading more of the head where possible.
    ///
    /// @throws StoreException as [#of(Segment)]
    static void requireKnown(Segment segment) throws StoreException {
        try {
            if (!SealedPart.isKnown(segment.file())) {
                of(segment);
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("cannot read " + segment.file(), e);
        }
    }

    private static StoreException newer(Segment segment, int version) {
        return new StoreException(segment.file() + " has format version " + version + ", but this Prisme knows "
                + SealedPart.VERSION + " at most: use a newer Prisme (nothing was changed)");
    }

    /// What can be read of a segment whose file was opened. A file that holds another segment does not count: as with
    /// the records of a log, what has a wrong number is not served, because it may be there a second time.
    ///
    /// @param damages told where nothing can be read
    /// @throws StoreException when it is of a later format
    static Optional<SealedPart> part(Segment segment, Opening opening, Consumer<Damage> damages) throws IOException {
        return switch (opening) {
            case Opening.Opened(SealedPart part) when part.number() == segment.number() -> Optional.of(part);
            case Opening.Opened(SealedPart part) -> {
                part.close();
                yield nothing(segment, damages);
            }
            case Opening.Unreadable() -> nothing(segment, damages);
            case Opening.Newer(int version) -> throw newer(segment, version);
        };
    }

    private static Optional<SealedPart> nothing(Segment segment, Consumer<Damage> damages) throws IOException {
        damages.accept(unreadable(segment));
        return Optional.empty();
    }

    static Damage unreadable(Segment segment) throws IOException {
        return new Damage(segment.file(), 0, Files.size(segment.file()),
                SealedPart.contents(segment.file()) instanceof Contents.Known known
                        && known.number() != segment.number() ? "the file holds segment " + known.number()
                        : "the sealed segment is unreadable");
    }
}
