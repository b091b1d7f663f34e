package prisme.visitors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToIntFunction;
import prisme.event.DeviceId;

/// Finds devices by their id and lets go of those that were seen longest ago: all that have been quiet for as long as a
/// session lives, and more when the memory set aside for them is used up.
///
/// The devices are spread over [#STRIPES] maps in the order of their last use, each with a lock and a share of the
/// memory of its own. A map's lock is held for a look-up only, never while a device's monitor is waited for.
final class Devices {
    private static final int STRIPES = 64;

    private final Duration ttl;
    private final long bytesPerStripe;
    private final List<Stripe> stripes = new ArrayList<>(STRIPES);

    /// @param ttl   how long a session lives without a page view
    /// @param bytes how much memory devices and sessions may take, roughly
    Devices(Duration ttl, long bytes) {
        this.ttl = ttl;
        this.bytesPerStripe = bytes / STRIPES;
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new Stripe());
        }
    }

    /// A device and what is known of it without holding its monitor.
    private static final class Entry {
        private final Device device = new Device();
        private int weight;
        private int sessions;
        private Instant lastSeen = Instant.MAX;
    }

    private static final class Stripe {
        private final SequencedMap<DeviceId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
        private long weight;
    }

    Optional<Device> find(DeviceId id) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            return Optional.ofNullable(stripe.entries.get(id)).map(entry -> entry.device);
        }
    }

    Device findOrAdd(DeviceId id) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            Entry entry = stripe.entries.computeIfAbsent(id, _ -> new Entry());
            if (entry.device.isForgotten()) {
                stripe.weight -= entry.weight;
                entry = new Entry();
                stripe.entries.put(id, entry);
            }
            return entry.device;
        }
    }

    /// Lets go of a device.
    void remove(DeviceId id, Device device) {
        forget(List.of(device));
        takeOut(id, device);
    }

    /// Lets go of all devices.
    void clear() {
        each(this::remove);
    }

    /// What is done with each device, without holding any lock.
    interface Use<E extends Exception> {
        void of(DeviceId id, Device device) throws E;
    }

    /// Comes by every device that is there from begin to end, in each of the maps in the order of their last use.
    <E extends Exception> void each(Use<E> use) throws E {
        for (Stripe stripe : stripes) {
            List<Map.Entry<DeviceId, Entry>> entries;
            synchronized (stripe) {
                entries = stripe.entries.entrySet().stream().map(Map.Entry::copyOf).toList();
            }
            for (Map.Entry<DeviceId, Entry> entry : entries) {
                use.of(entry.getKey(), entry.getValue().device);
            }
        }
    }

    /// Books what the device weighs after it was used, and makes room. The caller holds no monitor.
    void settle(DeviceId id, Device device, Instant now) {
        int weight;
        int sessions;
        synchronized (device) {
            weight = device.weight();
            sessions = device.sessionCount();
        }
        Stripe stripe = stripeOf(id);
        List<Device> leaving = new ArrayList<>(0);
        synchronized (stripe) {
            Entry entry = stripe.entries.get(id);
            if (entry == null || entry.device != device) {
                return;
            }
            stripe.weight += weight - entry.weight;
            entry.weight = weight;
            entry.sessions = sessions;
            entry.lastSeen = now;
            makeRoom(stripe, now, leaving);
        }
        forget(leaving);
    }

    private void makeRoom(Stripe stripe, Instant now, List<Device> leaving) {
        Instant idleSince = now.minus(ttl);
        while (!stripe.entries.isEmpty()) {
            Map.Entry<DeviceId, Entry> eldest = stripe.entries.firstEntry();
            Entry entry = eldest.getValue();
            if (stripe.weight <= bytesPerStripe && !entry.lastSeen.isBefore(idleSince)) {
                return;
            }
            stripe.entries.remove(eldest.getKey());
            stripe.weight -= entry.weight;
            leaving.add(entry.device);
        }
    }

    /// Lets go of a device unless it has a session.
    void removeIfEmpty(DeviceId id, Device device) {
        synchronized (device) {
            if (!device.isEmpty()) {
                return;
            }
            device.forget();
        }
        takeOut(id, device);
    }

    private void takeOut(DeviceId id, Device device) {
        Stripe stripe = stripeOf(id);
        synchronized (stripe) {
            Entry entry = stripe.entries.get(id);
            if (entry != null && entry.device == device) {
                stripe.entries.remove(id);
                stripe.weight -= entry.weight;
            }
        }
    }

    /// How many devices there are.
    int count() {
        return sum(_ -> 1);
    }

    /// How many sessions they have, those included that were over when their device was seen last.
    int sessions() {
        return sum(entry -> entry.sessions);
    }

    private int sum(ToIntFunction<Entry> count) {
        int sum = 0;
        for (Stripe stripe : stripes) {
            synchronized (stripe) {
                sum += stripe.entries.values().stream().mapToInt(count).sum();
            }
        }
        return sum;
    }

    private static void forget(List<Device> devices) {
        for (Device device : devices) {
            synchronized (device) {
                device.forget();
            }
        }
    }

    private Stripe stripeOf(DeviceId id) {
        return stripes.get((int) (id.high() & STRIPES - 1));
    }
}
