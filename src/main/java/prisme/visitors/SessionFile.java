package prisme.visitors;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import prisme.files.KeptFile;
import prisme.event.DeviceId;

/// A snapshot of all live sessions in a file of the data directory. Without it, sessions can only be restored from the
/// segments of the journal that are not sealed yet. Sealed ones hold no devices, so all other visits are lost then. All
/// numbers are big-endian:
/// ```
/// ┌──────────────────┬───────────────┬───────────────────────────────────────────────────────────┐
/// │ "PRISMESE" <8 B> │ version <4 B> │ mark: sequence <8 B>, segment <8 B>, checksum <4 B>       │
/// └──────────────────┴───────────────┴───────────────────────────────────────────────────────────┘
/// ┌──────────────┬───────────────┬─────────────┐
/// │ count <4 B>  │ device <16 B> │ sessions... │  for each device, those used longest ago first
/// └──────────────┴───────────────┴─────────────┘
/// ┌──────────────┬──────────────┐
/// │ 0 <4 B>      │ crc32c <4 B> │  of all before it
/// └──────────────┴──────────────┘
/// ```
/// with the sessions of a device in the order of their creation, as [SessionCodec] writes them. Later versions have
/// magic, version and checksum in the same places, so that an earlier Prisme can tell them from damage.
final class SessionFile {
    static final String NAME = "sessions";

    private static final byte[] MAGIC = "PRISMESE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int BUFFER = 64 * 1024;

    private final KeptFile file;

    SessionFile(Path directory) {
        this.file = new KeptFile(directory.resolve(NAME));
    }

    /// Receives the devices in a file.
    interface Reading {
        /// Receives one device.
        ///
        /// @param encoded the device as [DeviceCodec] writes it; reused for the next one
        void of(DeviceId id, BinaryWriter encoded);
    }

    /// Writes the sessions of `visitors`, one device at a time, so that no request has to wait for the disk.
    ///
    /// @param mark a position in the journal up to which all page views are contained in the sessions
    /// @return how many sessions there are
    int write(PageviewHistory.Mark mark, Copier visitors) throws IOException {
        int[] count = {0};
        file.replace(out -> {
            CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
            DataOutputStream data = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
            writeHeader(mark, data);
            visitors.copy((id, sessions) -> {
                writeDevice(id, sessions, data);
                count[0] += sessions.size();
            });
            data.writeInt(0);
            data.flush();
            data.writeInt((int) checked.getChecksum().getValue());
            data.flush();
        });
        return count[0];
    }

    /// Passes on the sessions of all devices.
    interface Copier {
        void copy(Visitors.Copying<IOException> copying) throws IOException;
    }

    private static void writeHeader(PageviewHistory.Mark mark, DataOutputStream data) throws IOException {
        data.write(MAGIC);
        data.writeInt(VERSION);
        data.writeLong(mark.sequence());
        data.writeLong(mark.segment());
        data.writeInt(mark.checksum());
    }

    private static void writeDevice(DeviceId id, List<Session.State> sessions, DataOutputStream data)
            throws IOException {
        if (sessions.isEmpty()) {
            return;
        }
        BinaryWriter device = new BinaryWriter();
        device.int32(sessions.size());
        device.int64(id.high());
        device.int64(id.low());
        for (Session.State session : sessions) {
            SessionCodec.write(session, device);
        }
        data.write(device.bytes(), 0, device.size());
    }

    /// Reads the sessions, after checking the whole file.
    ///
    /// @return the mark that [#write] was given
    /// @throws IOException          when the file is damaged or cannot be read; if it is damaged, nothing was passed on
    /// @throws UncheckedIOException when the file is intact but has a later format version; it stays as it is
    PageviewHistory.Mark read(Reading reading) throws IOException {
        file.tidy();
        requireIntact();
        try (InputStream in = open()) {
            in.skipNBytes(MAGIC.length);
            BinaryReader data = BinaryReader.of(in);
            requireKnown(data.int32());
            PageviewHistory.Mark mark = new PageviewHistory.Mark(data.int64(), data.int64(), data.int32());
            BinaryWriter encoded = new BinaryWriter();
            for (int count = data.int32(); count != 0; count = data.int32()) {
                DeviceId id = new DeviceId(data.int64(), data.int64());
                encoded.clear();
                DeviceCodec.copy(count, data, encoded);
                reading.of(id, encoded);
            }
            return mark;
        }
    }

    private void requireKnown(int version) throws IOException {
        file.refuseLater(version, VERSION);
        if (version != VERSION) {
            throw new IOException("it is damaged");
        }
    }

    boolean exists() {
        return file.exists();
    }

    /// Deletes what a crash has left of an unfinished file.
    void clear() throws IOException {
        file.clear();
    }

    Path path() {
        return file.path();
    }

    private InputStream open() throws IOException {
        return Files.newInputStream(file.path());
    }

    private void requireIntact() throws IOException {
        try (InputStream in = open()) {
            if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))) {
                throw new IOException("it is none");
            }
            CRC32C crc = new CRC32C();
            crc.update(MAGIC);
            if (!isIntact(in, Files.size(file.path()) - MAGIC.length - Integer.BYTES, crc)) {
                throw new IOException("it is damaged");
            }
        }
    }

    private static boolean isIntact(InputStream in, long size, CRC32C crc) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = size;
        while (left > 0) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
            if (read == 0) {
                return false;
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        DataInputStream rest = new DataInputStream(in);
        return left == 0 && rest.readInt() == (int) crc.getValue();
    }
}
