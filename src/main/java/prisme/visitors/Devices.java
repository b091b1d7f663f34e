package prisme.visitors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import prisme.event.DeviceId;

/// Finds devices by their id. A device that somebody is busy with is an object, shared by all who are; every other one
/// [rests][Resting] as bytes, in a bounded memory.
///
/// The devices are spread over [#STRIPES] stripes, each with a lock and a share of the memory of its own. A stripe's
/// lock is held while a device is looked up and made from bytes or turned into them, never while a device's monitor is
/// waited for.
final class Devices {
    private static final int STRIPES = 32;

    private final List<Stripe> stripes = new ArrayList<>(STRIPES);

    /// @param ttlMillis how long a session lives without a page view
    /// @param bytes     how much memory the devices may take, roughly
    Devices(long ttlMillis, long bytes) {
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new Stripe(new Resting(ttlMillis, bytes / STRIPES)));
        }
    }

    private record Stripe(Map<DeviceId, InUse> inUse, Resting resting) {
        private Stripe(Resting resting) {
            this(new HashMap<>(), resting);
        }
    }

    private static final class InUse {
        private final Device device;
        private int users;

        private InUse(Device device) {
            this.device = device;
        }
    }

    /// What is done with a device. The device's monitor is not held.
    interface Use<T, E extends Exception> {
        T of(Device device) throws E;
    }

    /// Lends out the device of that id, a new one if there is none. It is kept afterwards if it has a session.
    <T, E extends Exception> T use(DeviceId id, Use<T, E> use) throws E {
        Stripe stripe = stripeOf(id);
        InUse lent = lend(stripe, id);
        try {
            return use.of(lent.device);
        } finally {
            takeBack(stripe, id, lent);
        }
    }

    /// Adds a device as [DeviceForm] has it.
    ///
    /// @return false, with nothing added, when it is here already or takes too much memory as it is
    boolean put(DeviceId id, FormWriter form) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            return !stripe.inUse.containsKey(id) && stripe.resting.put(id, form);
        }
    }

    private static InUse lend(Stripe stripe, DeviceId id) {
        synchronized (stripe) {
            InUse lent = stripe.inUse.get(id);
            if (lent == null) {
                lent = new InUse(stripe.resting.take(id).orElseGet(Device::new));
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
                stripe.resting.put(id, lent.device);
            }
        }
    }

    /// The device of that id as it is now, for a look at it: what is changed may be lost.
    Optional<Device> look(DeviceId id) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            InUse lent = stripe.inUse.get(id);
            return lent == null ? stripe.resting.look(id) : Optional.of(lent.device);
        }
    }

    /// What is done with each device, without holding any lock.
    interface EachDevice<E extends Exception> {
        void of(DeviceId id, Device device) throws E;
    }

    /// [Looks][#look(DeviceId)] at every device that is there from begin to end, in each of the stripes in the order in
    /// which they came to rest.
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
            List<DeviceId> ids = stripe.resting.ids();
            ids.addAll(stripe.inUse.keySet());
            return ids;
        }
    }

    /// Lets go of all devices that nobody is busy with.
    void clear() {
        for (Stripe stripe : stripes) {
            synchronized (stripe) {
                stripe.resting.clear();
            }
        }
    }

    /// How many devices there are.
    int count() {
        return sum(stripe -> stripe.resting.count() + stripe.inUse.size());
    }

    /// How many sessions the devices have that nobody is busy with, those included that were over when their device was
    /// seen last.
    int sessions() {
        return sum(stripe -> stripe.resting.sessions());
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
