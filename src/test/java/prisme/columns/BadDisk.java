package prisme.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A file of which some sectors cannot be read. A read that meets one ends before it, and fails where it begins in it.
///
/// @param file what can be read
/// @param bad  the numbers of those that cannot
record BadDisk(FileChannel file, Set<Long> bad) implements Sectors.Bytes {
    static Sectors sectors(Path path, Set<Long> bad) throws IOException {
        return new Sectors(() -> new BadDisk(FileChannel.open(path, StandardOpenOption.READ), bad));
    }

    @Override public int read(ByteBuffer into, long position) throws IOException {
        long end = position + into.remaining();
        long first = bad.stream().filter(sector -> (sector + 1) * Sectors.SIZE > position).sorted().findFirst()
                .map(sector -> sector * Sectors.SIZE).orElse(end);
        if (first <= position) {
            throw new IOException("Input/output error");
        }
        int length = (int) (Math.min(first, end) - position);
        int read = file.read(into.slice(into.position(), length), position);
        into.position(into.position() + Math.max(0, read));
        return read;
    }

    @Override public long size() throws IOException {
        return file.size();
    }

    @Override public void close() throws IOException {
        file.close();
    }
}
