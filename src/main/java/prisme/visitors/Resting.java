package prisme.visitors;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import prisme.event.DeviceId;

/// Devices nobody is busy with, as [bytes][DeviceForm]. Lets go of those that came longest ago: all whose sessions are
/// over, and more when the memory set aside for them is used up.
///
/* Bytes take a third of what the objects would, and a device is two objects for the garbage collector, not twenty. */
final class Resting {
    /// Roughly what a device takes beside its bytes: its id, the places in the map, the head of the array.
    static final int BYTES_BESIDE = 96;

    private final long ttlMillis;
    private final long most;
    private final SequencedMap<DeviceId, byte[]> devices = new LinkedHashMap<>();
    private long bytes;
    private int sessions;

    /// @param ttlMillis how long a session lives without a page view
    /// @param most      how many bytes of memory the devices may take
    Resting(long ttlMillis, long most) {
        this.ttlMillis = ttlMillis;
        this.most = most;
    }

    /// A device as it is here, which stays.
    Optional<Device> look(DeviceId id) {
        return Optional.ofNullable(devices.get(id)).map(DeviceForm::read);
    }

    /// Takes a device out.
    Optional<Device> take(DeviceId id) {
        return Optional.ofNullable(devices.remove(id)).map(form -> {
            forget(form);
            return DeviceForm.read(form);
        });
    }

    /// Adds a device that has a session, and makes room for it. Of a single device that takes more than half of the
    /// memory the oldest sessions are over early.
    void put(DeviceId id, Device device) {
        byte[] form = DeviceForm.write(device);
        while (form.length > most / 2 && !device.isEmpty()) {
            device.dropOldest();
            form = DeviceForm.write(device);
        }
        if (!device.isEmpty()) {
            devices.putLast(id, form);
            bytes += form.length + BYTES_BESIDE;
            sessions += DeviceForm.sessions(form);
            makeRoom(DeviceForm.latestAtMillis(form) - ttlMillis);
        }
    }

    private void makeRoom(long idleSince) {
        while (!devices.isEmpty()) {
            Map.Entry<DeviceId, byte[]> eldest = devices.firstEntry();
            if (bytes <= most && DeviceForm.latestAtMillis(eldest.getValue()) >= idleSince) {
                return;
            }
            devices.remove(eldest.getKey());
            forget(eldest.getValue());
        }
    }

    private void forget(byte[] form) {
        bytes -= form.length + BYTES_BESIDE;
        sessions -= DeviceForm.sessions(form);
    }

    void clear() {
        devices.clear();
        bytes = 0;
        sessions = 0;
    }

    /// The ids, in the order in which the devices came.
    Collection<DeviceId> ids() {
        return devices.sequencedKeySet();
    }

    int count() {
        return devices.size();
    }

    /// How many sessions the devices have.
    int sessions() {
        return sessions;
    }
}
