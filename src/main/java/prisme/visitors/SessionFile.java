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

/// A snapshot of all live sessions in a file of the data directory. Without it those of the segments that are not
/// sealed yet are made from the journal again; sealed ones hold no devices, so the other visits are over then. All
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
/// with the sessions of a device in the order of their creation, as [SessionForm] has them. A later version has its
/// magic, version and checksum in the same places, so that an earlier Prisme knows it from damage.
final class SessionFile {
    static final String NAME = "sessions";

    private static final byte[] MAGIC = "PRISMESE".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int BUFFER = 64 * 1024;

    private final KeptFile file;

    SessionFile(Path directory) {
        this.file = new KeptFile(directory.resolve(NAME));
    }

    /// Takes what is in a file.
    interface Reading {
        /// @param form the device as [DeviceForm] has it, for the moment
        void of(DeviceId id, FormWriter form);
    }

    /// Writes the sessions that `visitors` have, device by device, so that nobody waits for the disk.
    ///
    /// @param mark up to where the journal is known to be in them
    /// @return how many sessions there are
    int write(Past.Mark mark, Copier visitors) throws IOException {
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

    /// Comes by all devices.
    interface Copier {
        void copy(Visitors.Copying<IOException> copying) throws IOException;
    }

    private static void writeHeader(Past.Mark mark, DataOutputStream data) throws IOException {
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
        FormWriter device = new FormWriter();
        device.int32(sessions.size());
        device.int64(id.high());
        device.int64(id.low());
        for (Session.State session : sessions) {
            SessionForm.write(session, device);
        }
        data.write(device.bytes(), 0, device.size());
    }

    /// Reads the sessions, after a check of the whole file.
    ///
    /// @return up to where the journal is in them
    /// @throws IOException          when there is no whole file; then nothing was handed out
    /// @throws UncheckedIOException when it is whole and of a later format; it stays as it is
    Past.Mark read(Reading reading) throws IOException {
        file.tidy();
        requireIntact();
        try (InputStream in = open()) {
            in.skipNBytes(MAGIC.length);
            FormReader data = FormReader.of(in);
            requireKnown(data.int32());
            Past.Mark mark = new Past.Mark(data.int64(), data.int64(), data.int32());
            FormWriter form = new FormWriter();
            for (int count = data.int32(); count != 0; count = data.int32()) {
                DeviceId id = new DeviceId(data.int64(), data.int64());
                form.clear();
                DeviceForm.copy(count, data, form);
                reading.of(id, form);
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

    /// Takes away what a crash left of a new file.
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
