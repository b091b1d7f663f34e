package prisme.visitors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A device as bytes, in memory alone: when its latest page view was, in milliseconds since 1970 <8 B>, how many
/// sessions it has <4 B>, whether it may have earlier ones <1 B>, and the sessions as [SessionForm] has them: so they
/// are in files as well, and at a start tens of thousands of devices are taken up without a text being looked at.
final class DeviceForm {
    private DeviceForm() {}

    static void write(Device device, FormWriter out) {
        List<Session.State> sessions = device.states();
        out.int64(latestAtMillis(sessions));
        out.int32(sessions.size());
        out.flag(device.mayHaveEarlier());
        try {
            for (Session.State session : sessions) {
                SessionForm.write(session, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long latestAtMillis(List<Session.State> sessions) {
        long latest = Long.MIN_VALUE;
        for (Session.State session : sessions) {
            latest = Math.max(latest, session.latestAt().toEpochMilli());
        }
        return latest;
    }

    static Device read(byte[] bytes, int from, int to) {
        FormReader in = FormReader.of(bytes, from, to);
        try {
            in.int64();
            int count = in.int32();
            boolean mayHaveEarlier = in.flag();
            List<Session.State> sessions = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sessions.add(SessionForm.read(in));
            }
            return new Device(sessions, mayHaveEarlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes up sessions of a device that was not seen since the start.
    static void copy(int sessions, FormReader in, FormWriter out) throws IOException {
        long latest = Long.MIN_VALUE;
        int start = out.size();
        out.int64(latest);
        out.int32(sessions);
        out.flag(true);
        for (int i = 0; i < sessions; i++) {
            latest = Math.max(latest, SessionForm.copy(in, out));
        }
        BigEndian.putLong(out.bytes(), start, latest);
    }

    static long latestAtMillis(byte[] bytes, int from) {
        return BigEndian.longAt(bytes, from);
    }

    static int sessions(byte[] bytes, int from) {
        return BigEndian.intAt(bytes, from + Long.BYTES);
    }
}
