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

class FormsTest {
    private static final int MOST = 10_000;
    private static final long SEED = 20261126;

    private final Forms forms = new Forms(MOST);
    private final SequencedMap<DeviceId, byte[]> expected = new LinkedHashMap<>();
    private final Random random = new Random(SEED);

    private byte[] form(int longest) {
        byte[] form = new byte[random.nextInt(longest)];
        random.nextBytes(form);
        return form;
    }

    private void add(DeviceId id, byte[] form) {
        while (!forms.hasRoomFor(form.length)) {
            remove(expected.firstEntry().getKey());
        }
        forms.add(id, form, form.length);
        expected.putLast(id, form);
    }

    private void remove(DeviceId id) {
        forms.remove(forms.find(id));
        expected.remove(id);
    }

    private byte[] at(int place) {
        return Arrays.copyOfRange(forms.bytes(), forms.begin(place), forms.end(place));
    }

    private void requireAllAreThere() {
        assertEquals(List.copyOf(expected.keySet()), forms.ids());
        assertEquals(expected.size(), forms.count());
        expected.forEach((id, form) -> assertArrayEquals(form, at(forms.find(id))));
        assertTrue(forms.bytes().length <= MOST);
        int eldest = forms.eldest();
        assertEquals(expected.isEmpty(), eldest == Forms.NONE);
        if (eldest != Forms.NONE) {
            assertArrayEquals(expected.firstEntry().getValue(), at(eldest));
        }
    }

    @Test void isAMapInTheOrderOfArrival() {
        for (int step = 0; step < 20_000; step++) {
            /* Few ids, so that they come and go, and such whose hashes follow each other. */
            DeviceId id = new DeviceId(random.nextInt(3), random.nextInt(60));
            if (expected.containsKey(id)) {
                remove(id);
            } else {
                assertEquals(Forms.NONE, forms.find(id));
                add(id, form(random.nextInt(50) == 0 ? forms.longest() : 200));
            }
            if (step % 16 == 0) {
                requireAllAreThere();
            }
        }
    }

    @Test void findsThoseWhoseHashesAreTheSame() {
        /* The hash is of both halves' difference. */
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
        assertTrue(forms.bytes().length <= 1024, () -> forms.bytes().length + " bytes for one form of 100");
    }

    @Test void isEmptyOnceCleared() {
        add(new DeviceId(1, 1), new byte[5000]);
        forms.clear();
        expected.clear();
        requireAllAreThere();
        assertEquals(Forms.NONE, forms.find(new DeviceId(1, 1)));
    }
}
