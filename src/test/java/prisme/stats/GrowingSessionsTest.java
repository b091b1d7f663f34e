package prisme.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prisme.columns.Part;
import prisme.columns.PartBuilder;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.Visit;

class GrowingSessionsTest {
    private static final int STRETCHES = 4;

    private final List<Integer> read = new ArrayList<>();

    @Test void looksForNewSessionsInEachStretchOfASealedPartOnce() {
        List<Integer> sessions = new ArrayList<>(IntStream.range(0, STRETCHES * Keys.BLOCK).boxed().toList());
        List<Part> sealed = List.of(counted(part(sessions)));
        Links links = Links.of(sealed, Allowance.ofThisProcess());
        GrowingSessions growing = new GrowingSessions(sealed, links, List.of(0));
        read.clear();
        Collections.shuffle(sessions, new Random(1));
        growing.follow(0, part(sessions.subList(0, 1000)), links.rowsEnd(), 1);
        assertEquals(List.of(0, 1, 2, 3), read);
        assertEquals(1000, sessionsOfSeveralRows(growing));
    }

    private static int sessionsOfSeveralRows(GrowingSessions growing) {
        List<Integer> sizes = new ArrayList<>();
        growing.forEachOfSeveralRows(rows -> sizes.add(rows.size()));
        assertEquals(Collections.nCopies(sizes.size(), 2), sizes);
        return sizes.size();
    }

    private static Part part(List<Integer> sessions) {
        PartBuilder part = new PartBuilder(0);
        for (int session : sessions) {
            Visit visit = new Visit(new UUID(0x7000, session), "example.com", "/", "direct", "XX", Client.UNKNOWN,
                    Campaign.NONE);
            part.add(part.events(), new Event.Pageview(Instant.EPOCH, visit, "v", "/", 200, 1));
        }
        return part;
    }

    /// Notes the stretches of session ids that are read.
    private Part counted(Part part) {
        return (Part) Proxy.newProxyInstance(Part.class.getClassLoader(), new Class<?>[] {Part.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("sessionIds")) {
                        read.add((int) arguments[0] / Keys.BLOCK);
                    }
                    return method.invoke(part, arguments);
                });
    }
}
