package prisme.visitors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A device as bytes, in memory alone: when its latest page view was, in milliseconds since 1970 <8 B>, how many
/// sessions it has <4 B>, whether it may have earlier ones <1 B>, and the sessions as [SessionForm] has them.
final class DeviceForm {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int USUAL_SIZE = 256;

    private DeviceForm() {}

    static byte[] write(Device device) {
        List<Session.State> sessions = device.states();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(latestAtMillis(sessions));
            out.writeInt(sessions.size());
            out.writeBoolean(device.mayHaveEarlier());
            for (Session.State session : sessions) {
                SessionForm.write(session, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long latestAtMillis(List<Session.State> sessions) {
        long latest = Long.MIN_VALUE;
        for (Session.State session : sessions) {
            latest = Math.max(latest, session.latestAt().toEpochMilli());
        }
        return latest;
    }

    static Device read(byte[] form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(form))) {
            in.skipNBytes(Long.BYTES);
            int count = in.readInt();
            boolean mayHaveEarlier = in.readBoolean();
            List<Session.State> sessions = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sessions.add(SessionForm.read(in));
            }
            return new Device(sessions, mayHaveEarlier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long latestAtMillis(byte[] form) {
        return (long) LONG.get(form, 0);
    }

    static int sessions(byte[] form) {
        return (int) INT.get(form, Long.BYTES);
    }
}
