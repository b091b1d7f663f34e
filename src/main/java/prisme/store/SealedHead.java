package prisme.store;

import java.io.IOException;
import java.nio.file.Files;
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

    /// Looks at the version alone, where that can be.
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

    static StoreException newer(Segment segment, int version) {
        return new StoreException(segment.file() + " has format version " + version + ", but this Prisme knows "
                + SealedPart.VERSION + " at most: use a newer Prisme (nothing was changed)");
    }

    /// What came of opening a segment's file. One that holds another segment is none: as with the records of a log,
    /// whatever stands under a wrong number is not served, for it may be there a second time.
    static Opening underItsNumber(Segment segment, Opening opening) throws IOException {
        if (opening instanceof Opening.Opened(SealedPart part) && part.number() != segment.number()) {
            part.close();
            return new Opening.Unreadable();
        }
        return opening;
    }

    static Damage unreadable(Segment segment) throws IOException {
        return new Damage(segment.file(), 0, Files.size(segment.file()),
                SealedPart.contents(segment.file()) instanceof Contents.Known known
                        && known.number() != segment.number() ? "the file holds segment " + known.number()
                        : "the sealed segment is unreadable");
    }
}
