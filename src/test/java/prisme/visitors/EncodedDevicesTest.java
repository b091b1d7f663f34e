package prisme.visitors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import prisme.event.DeviceId;

class EncodedDevicesTest {
    private static final int MOST = 10_000;
    private static final long SEED = 20261126;

    private final EncodedDevices devices = new EncodedDevices(MOST);
    private final SequencedMap<DeviceId, byte[]> expected = new LinkedHashMap<>();
    private final Random random = new Random(SEED);

    private byte[] encoded(int longest) {
        byte[] encoded = new byte[random.nextInt(longest)];
        random.nextBytes(encoded);
        return encoded;
    }

    private void add(DeviceId id, byte[] encoded) {
        while (!devices.hasRoomFor(encoded.length)) {
            remove(expected.firstEntry().getKey());
        }
        devices.add(id, encoded, encoded.length);
        expected.putLast(id, encoded);
    }

    private void remove(DeviceId id) {
        devices.remove(devices.find(id));
        expected.remove(id);
    }

    private byte[] at(int place) {
        return Arrays.copyOfRange(devices.bytes(), devices.begin(place), devices.end(place));
    }

    private void requireAllAreThere() {
        assertEquals(List.copyOf(expected.keySet()), devices.ids());
        assertEquals(expected.size(), devices.count());
        expected.forEach((id, encoded) -> assertArrayEquals(encoded, at(devices.find(id))));
        assertTrue(devices.bytes().length <= MOST);
        int eldest = devices.eldest();
        assertEquals(expected.isEmpty(), eldest == EncodedDevices.NONE);
        if (eldest != EncodedDevices.NONE) {
            assertArrayEquals(expected.firstEntry().getValue(), at(eldest));
        }
    }

    @Test void isAMapInTheOrderOfAdding() {
        for (int step = 0; step < 20_000; step++) {
            /* Few ids, so that they are added and removed again and again, and some whose hashes are neighbours. */
            DeviceId id = new DeviceId(random.nextInt(3), random.nextInt(60));
            if (expected.containsKey(id)) {
                remove(id);
            } else {
                assertEquals(EncodedDevices.NONE, devices.find(id));
                add(id, encoded(random.nextInt(50) == 0 ? devices.longest() : 200));
            }
            if (step % 16 == 0) {
                requireAllAreThere();
            }
        }
    }

    @Test void findsThoseWhoseHashesAreTheSame() {
        /* The hash only depends on the XOR of both halves. */
        for (int i = 0; i < 40; i++) {
            add(new DeviceId(i, i), new byte[] {(byte) i});
        }
        for (int i = 0; i < 40; i += 3) {
            remove(new DeviceId(i, i));
            requireAllAreThere();
        }
    }

    @Test void takesNoMoreMemoryThanItNeeds() {
        add(new DeviceId(1, 1), new byte[100]);
        for (int i = 0; i < 1000; i++) {
            remove(new DeviceId(1, 1));
            add(new DeviceId(1, 1), new byte[100]);
        }
        assertTrue(devices.bytes().length <= 1024, () -> devices.bytes().length + " bytes for one encoded of 100");
    }

    @Test void isEmptyOnceCleared() {
        add(new DeviceId(1, 1), new byte[5000]);
        devices.clear();
        expected.clear();
        requireAllAreThere();
        assertEquals(EncodedDevices.NONE, devices.find(new DeviceId(1, 1)));
    }
}
