package prisme.visitors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import prisme.event.DeviceId;

/// Finds devices by their id. A device that is in use is an object, shared by all threads that use it. All others are
/// [idle][IdleDevices] and kept as bytes, in bounded memory.
///
/// The devices are spread over [#STRIPES] stripes, each with its own lock and its share of the memory. The lock of a
/// stripe is held while a device is looked up, decoded or encoded, but never while waiting for a device's monitor.
final class Devices {
    private static final int STRIPES = 32;

    private final List<Stripe> stripes = new ArrayList<>(STRIPES);

    /// @param ttlMillis how long a session lives without a page view
    /// @param bytes     how much memory the devices may take, approximately
    Devices(long ttlMillis, long bytes) {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new Stripe(new IdleDevices(ttlMillis, bytes / STRIPES)));
        }
    }

    private record Stripe(Map<DeviceId, InUse> inUse, IdleDevices idle) {
        private Stripe(IdleDevices idle) {
            this(new HashMap<>(), idle);
        }
    }

    private static final class InUse {
        private final Device device;
        private int users;

        private InUse(Device device) {
            this.device = device;
        }
    }

    /// An action on a device, called without the device's monitor.
    interface Use<T, E extends Exception> {
        T of(Device device) throws E;
    }

    /// Runs an action on the device with this id, or on a new one if there is none. Afterwards the device is kept if it
    /// has a session.
    <T, E extends Exception> T use(DeviceId id, Use<T, E> use) throws E {
        Stripe stripe = stripeOf(id);
        InUse lent = lend(stripe, id);
        try {
            return use.of(lent.device);
        } finally {
            takeBack(stripe, id, lent);
        }
    }

    /// Adds a device that is already encoded, see [DeviceCodec].
    ///
    /// @return false, with nothing added, when the device is known already or its bytes are too long
    boolean put(DeviceId id, BinaryWriter encoded) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            return !stripe.inUse.containsKey(id) && stripe.idle.put(id, encoded);
        }
    }

    private static InUse lend(Stripe stripe, DeviceId id) {
        synchronized (stripe) {
            InUse lent = stripe.inUse.get(id);
            if (lent == null) {
                lent = new InUse(stripe.idle.take(id).orElseGet(Device::new));
                stripe.inUse.put(id, lent);
            }
            lent.users++;
            return lent;
        }
    }

    private static void takeBack(Stripe stripe, DeviceId id, InUse lent) {
        synchronized (stripe) {
            lent.users--;
            if (lent.users == 0) {
                stripe.inUse.remove(id);
                stripe.idle.put(id, lent.device);
            }
        }
    }

    /// The device with this id, for reading only: changes to it may be lost.
    Optional<Device> look(DeviceId id) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            InUse lent = stripe.inUse.get(id);
            return lent == null ? stripe.idle.look(id) : Optional.of(lent.device);
        }
    }

    /// An action on each device, called without any lock.
    interface EachDevice<E extends Exception> {
        void of(DeviceId id, Device device) throws E;
    }

    /// Calls `action` for every device that is known during the whole call, in each stripe in the order in which they
    /// were last used. It gets the device as from [#look(DeviceId)].
    <E extends Exception> void each(EachDevice<E> action) throws E {
        for (Stripe stripe : stripes) {
            for (DeviceId id : ids(stripe)) {
                Optional<Device> device = look(id);
                if (device.isPresent()) {
                    action.of(id, device.get());
                }
            }
        }
    }

    private static List<DeviceId> ids(Stripe stripe) {
        synchronized (stripe) {
            List<DeviceId> ids = stripe.idle.ids();
            ids.addAll(stripe.inUse.keySet());
            return ids;
        }
    }

    /// Forgets all devices that are not in use.
    void clear() {
        for (Stripe stripe : stripes) {
            synchronized (stripe) {
                stripe.idle.clear();
            }
        }
    }

    /// How many devices there are.
    int count() {
        return sum(stripe -> stripe.idle.count() + stripe.inUse.size());
    }

    /// How many sessions the devices have that are not in use, including sessions that have ended since their device
    /// was last used.
    int sessions() {
        return sum(stripe -> stripe.idle.sessions());
    }

    private int sum(ToIntFunction<Stripe> count) {
        int sum = 0;
        for (Stripe stripe : stripes) {
            synchronized (stripe) {
                sum += count.applyAsInt(stripe);
            }
        }
        return sum;
    }

    private Stripe stripeOf(DeviceId id) {
        return stripes.get((int) (id.high() & STRIPES - 1));
    }
}
