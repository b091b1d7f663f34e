package prisme.visitors;

import java.util.List;
import java.util.Optional;
import prisme.event.DeviceId;

/// Devices that are not in use, as [bytes][DeviceCodec]. Adding a device forgets those that were added longest ago: all
/// whose sessions are over, and more while there is too little memory.
final class IdleDevices {
    /* The hash table takes at most 16 bytes for each device, which has about 240. */
    private static final int PART_OF_THE_INDEX = 8;

    private final long ttlMillis;
    private final EncodedDevices devices;
    private final BinaryWriter draft = new BinaryWriter();
    private int sessions;

    /// @param ttlMillis how long a session lives without a page view
    /// @param most      how many bytes of memory the devices may take at most
    IdleDevices(long ttlMillis, long most) {
        this.ttlMillis = ttlMillis;
        this.devices = new EncodedDevices((int) Math.min(most - most / PART_OF_THE_INDEX, Integer.MAX_VALUE / 2));
    }

    /// A copy of a device, which stays here.
    Optional<Device> look(DeviceId id) {
        int place = devices.find(id);
        return place == EncodedDevices.NONE ? Optional.empty() : Optional.of(deviceAt(place));
    }

    /// Removes a device and returns it.
    Optional<Device> take(DeviceId id) {
        int place = devices.find(id);
        if (place == EncodedDevices.NONE) {
            return Optional.empty();
        }
        Device device = deviceAt(place);
        forget(place);
        return Optional.of(device);
    }

    /// Adds a device that is not here, if it has a session, and makes room for it. If it takes more than half of the
    /// memory, its oldest sessions are dropped.
    void put(DeviceId id, Device device) {
        draft(device);
        while (draft.size() > devices.longest() && !device.isEmpty()) {
            device.dropOldest();
            draft(device);
        }
        if (!device.isEmpty()) {
            add(id, draft);
        }
    }

    /// Adds a device that is already encoded.
    ///
    /// @return false, with nothing added, when the device is here already or its bytes are too long
    boolean put(DeviceId id, BinaryWriter encoded) {
        boolean isWelcome = encoded.size() <= devices.longest() && devices.find(id) == EncodedDevices.NONE;
        if (isWelcome) {
            add(id, encoded);
        }
        return isWelcome;
    }

    private void add(DeviceId id, BinaryWriter encoded) {
        makeRoom(encoded.size(), DeviceCodec.latestAtMillis(encoded.bytes(), 0) - ttlMillis);
        sessions += DeviceCodec.sessions(encoded.bytes(), 0);
        devices.add(id, encoded.bytes(), encoded.size());
    }

    private void draft(Device device) {
        draft.clear();
        DeviceCodec.write(device, draft);
    }

    private void makeRoom(int size, long idleSince) {
        int place = devices.eldest();
        while (place != EncodedDevices.NONE && mustGo(place, size, idleSince)) {
            forget(place);
            place = devices.eldest();
        }
    }

    private boolean mustGo(int place, int size, long idleSince) {
        return !devices.hasRoomFor(size)
                || DeviceCodec.latestAtMillis(devices.bytes(), devices.begin(place)) < idleSince;
    }

    private Device deviceAt(int place) {
        return DeviceCodec.read(devices.bytes(), devices.begin(place), devices.end(place));
    }

    private void forget(int place) {
        sessions -= DeviceCodec.sessions(devices.bytes(), devices.begin(place));
        devices.remove(place);
    }

    void clear() {
        devices.clear();
        sessions = 0;
    }

    /// The ids, in the order in which the devices were added.
    List<DeviceId> ids() {
        return devices.ids();
    }

    int count() {
        return devices.count();
    }

    /// How many sessions the devices have in all.
    int sessions() {
        return sessions;
    }
}
