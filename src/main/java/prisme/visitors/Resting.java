package prisme.visitors;

import java.util.List;
import java.util.Optional;
import prisme.event.DeviceId;

/// Devices nobody is busy with, as [bytes][DeviceForm]. Lets go of those that came longest ago: all whose sessions are
/// over, and more when the memory set aside for them is used up.
final class Resting {
    /* An index has at most 16 bytes for each form, which has some 240. */
    private static final int PART_OF_THE_INDEX = 8;

    private final long ttlMillis;
    private final Forms forms;
    private final FormWriter draft = new FormWriter();
    private int sessions;

    /// @param ttlMillis how long a session lives without a page view
    /// @param most      how many bytes of memory the devices may take
    Resting(long ttlMillis, long most) {
        this.ttlMillis = ttlMillis;
        this.forms = new Forms((int) Math.min(most - most / PART_OF_THE_INDEX, Integer.MAX_VALUE / 2));
    }

    /// A device as it is here, which stays.
    Optional<Device> look(DeviceId id) {
        int place = forms.find(id);
        return place == Forms.NONE ? Optional.empty() : Optional.of(deviceAt(place));
    }

    /// Takes a device out.
    Optional<Device> take(DeviceId id) {
        int place = forms.find(id);
        if (place == Forms.NONE) {
            return Optional.empty();
        }
        Device device = deviceAt(place);
        forget(place);
        return Optional.of(device);
    }

    /// Adds a device that is not here, if it has a session, and makes room for it. Of a single device that takes more
    /// than half of the memory the oldest sessions are over early.
    void put(DeviceId id, Device device) {
        draft(device);
        while (draft.size() > forms.longest() && !device.isEmpty()) {
            device.dropOldest();
            draft(device);
        }
        if (!device.isEmpty()) {
            add(id, draft);
        }
    }

    /// Adds one as it is.
    ///
    /// @return false, with nothing added, when it is here already or takes too much memory as it is
    boolean put(DeviceId id, FormWriter form) {
        boolean isWelcome = form.size() <= forms.longest() && forms.find(id) == Forms.NONE;
        if (isWelcome) {
            add(id, form);
        }
        return isWelcome;
    }

    private void add(DeviceId id, FormWriter form) {
        makeRoom(form.size(), DeviceForm.latestAtMillis(form.bytes(), 0) - ttlMillis);
        sessions += DeviceForm.sessions(form.bytes(), 0);
        forms.add(id, form.bytes(), form.size());
    }

    private void draft(Device device) {
        draft.clear();
        DeviceForm.write(device, draft);
    }

    private void makeRoom(int size, long idleSince) {
        int place = forms.eldest();
        while (place != Forms.NONE && mustGo(place, size, idleSince)) {
            forget(place);
            place = forms.eldest();
        }
    }

    private boolean mustGo(int place, int size, long idleSince) {
        return !forms.hasRoomFor(size)
                || DeviceForm.latestAtMillis(forms.bytes(), forms.begin(place)) < idleSince;
    }

    private Device deviceAt(int place) {
        return DeviceForm.read(forms.bytes(), forms.begin(place), forms.end(place));
    }

    private void forget(int place) {
        sessions -= DeviceForm.sessions(forms.bytes(), forms.begin(place));
        forms.remove(place);
    }

    void clear() {
        forms.clear();
        sessions = 0;
    }

    /// The ids, in the order in which the devices came.
    List<DeviceId> ids() {
        return forms.ids();
    }

    int count() {
        return forms.count();
    }

    /// How many sessions the devices have.
    int sessions() {
        return sessions;
    }
}
