package prisme.visitors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import prisme.event.Visit;

/// Turns devices into bytes, which are only kept in memory, and back: the time of the latest page view in milliseconds
/// since 1970 <8 B>, the number of sessions <4 B>, whether there may be earlier ones <1 B>, the sessions as
/// [SessionCodec] writes them, the number of silent copies among them <4 B>, and for each of these its index among the
/// sessions <4 B>, and the id <16 B> and the entry path of the session that it was copied from. Sessions have the same
/// bytes in files, so at a start tens of thousands of devices can be restored without decoding any text.
final class DeviceCodec {
    private DeviceCodec() {}

    static void write(Device device, BinaryWriter out) {
        List<Session.State> sessions = device.states();
        out.int64(latestAtMillis(sessions));
        out.int32(sessions.size());
        out.flag(device.mayHaveEarlier());
        try {
            for (Session.State session : sessions) {
                SessionCodec.write(session, out);
            }
            writeOriginals(sessions, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeOriginals(List<Session.State> sessions, BinaryWriter out) throws IOException {
        int start = out.size();
        int copies = 0;
        out.int32(copies);
        for (int i = 0; i < sessions.size(); i++) {
            if (!sessions.get(i).isRecorded()) {
                Visit original = sessions.get(i).recorded();
                copies++;
                out.int32(i);
                out.int64(original.session().getMostSignificantBits());
                out.int64(original.session().getLeastSignificantBits());
                out.text(original.entryPath());
            }
        }
        BigEndian.putInt(out.bytes(), start, copies);
    }

    private static long latestAtMillis(List<Session.State> sessions) {
        long latest = Long.MIN_VALUE;
        for (Session.State session : sessions) {
            latest = Math.max(latest, session.latestAt().toEpochMilli());
        }
        return latest;
    }

    static Device read(byte[] bytes, int from, int to) {
        BinaryReader in = BinaryReader.of(bytes, from, to);
        try {
            in.int64();
            int count = in.int32();
            boolean mayHaveEarlier = in.flag();
            List<Session.State> sessions = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sessions.add(SessionCodec.read(in));
            }
            readOriginals(in, sessions);
            return new Device(sessions, mayHaveEarlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readOriginals(BinaryReader in, List<Session.State> sessions) throws IOException {
        for (int left = in.int32(); left > 0; left--) {
            int index = in.int32();
            Session.State copy = sessions.get(index);
            UUID original = new UUID(in.int64(), in.int64());
            sessions.set(index, copy.copyOf(copy.visit().as(original, in.text())));
        }
    }

    /// Copies sessions from a file, as a device that has not been seen since the start.
    ///
    /// @param sessions how many there are
    static void copy(int sessions, BinaryReader in, BinaryWriter out) throws IOException {
        long latest = Long.MIN_VALUE;
        int start = out.size();
        out.int64(latest);
        out.int32(sessions);
        out.flag(true);
        for (int i = 0; i < sessions; i++) {
            latest = Math.max(latest, SessionCodec.copy(in, out));
        }
        out.int32(0);
        BigEndian.putLong(out.bytes(), start, latest);
    }

    static long latestAtMillis(byte[] bytes, int from) {
        return BigEndian.longAt(bytes, from);
    }

    static int sessions(byte[] bytes, int from) {
        return BigEndian.intAt(bytes, from + Long.BYTES);
    }
}
