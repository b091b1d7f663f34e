package prisme.columns;

import java.io.IOException;

/// The exclusive or of all strips of a stretch of a file; strips are pieces of the same length. With it, bytes can be
/// restored wherever no other strip is damaged at the same place, and so can any damage that is no longer than a strip.
///
/* For 1/128 of the file, a bad sector costs nothing. */
final class Parity {
    private static final int STRIPS = 128;
    /// The least length of a strip, unless the file is shorter: two blocks of the largest size, and a sector that
    /// damages both. They are restored whole, as nobody knows where in them the damage is.
    private static final int LEAST = 40 * 1024;

    /// Reads bytes of a file. Those that cannot be read are left as they are in the array.
    interface Source {
        void read(long position, byte[] into, int at, int length) throws IOException;
    }

    private final long from;
    private final long length;
    private final int strip;

    Parity(long from, long length) {
        this.from = from;
        this.length = length;
        this.strip = (int) Math.max((length + STRIPS - 1) / STRIPS, Math.min(length, LEAST));
    }

    int strip() {
        return strip;
    }

    byte[] of(Source source) throws IOException {
        byte[] parity = new byte[strip];
        for (long at = 0; at < length; at += strip) {
            mix(source, at, parity, 0, (int) Math.min(strip, length - at));
        }
        byte[] stored = new byte[strip];
        for (int offset = 0; offset < strip; offset++) {
            stored[place(offset)] = parity[offset];
        }
        return stored;
    }

    /* The parity comes right behind the last bytes of the stretch, and both may be damaged together. So it begins with
     * what does not belong to those bytes. */
    private int place(int offset) {
        return (int) Math.floorMod(offset - length - strip / 2, (long) strip);
    }

    /// What bytes of the file must have been, provided that no other strip is damaged at the same place.
    byte[] restore(long position, int count, byte[] parity, Source source) throws IOException {
        byte[] restored = new byte[count];
        for (int done = 0; done < count; ) {
            long at = position - from + done;
            int offset = (int) (at % strip);
            int piece = Math.min(count - done, strip - offset);
            for (int i = 0; i < piece; i++) {
                restored[done + i] = parity[place(offset + i)];
            }
            mixOthers(source, at / strip, offset, restored, done, piece);
            done += piece;
        }
        return restored;
    }

    private void mixOthers(Source source, long own, int offset, byte[] into, int at, int count) throws IOException {
        for (long other = 0; other * strip + offset < length; other++) {
            if (other != own) {
                long place = other * strip + offset;
                mix(source, place, into, at, (int) Math.min(count, length - place));
            }
        }
    }

    private void mix(Source source, long place, byte[] into, int at, int count) throws IOException {
        byte[] bytes = new byte[count];
        source.read(from + place, bytes, 0, count);
        for (int i = 0; i < count; i++) {
            into[at + i] ^= bytes[i];
        }
    }
}
