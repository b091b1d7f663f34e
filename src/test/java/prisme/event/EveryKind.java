package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds the events that a test makes up against the kinds there are, so that a kind which it forgets is no kind that
/// works untested.
public final class EveryKind {
    private EveryKind() {}

    /// Fails unless there is an event of each kind.
    ///
    /// @param where names what has to make one more
    public static void requireIn(List<? extends Event> events, String where) {
        Set<String> missing = Arrays.stream(Event.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        events.forEach(event -> missing.remove(event.getClass().getSimpleName()));
        assertEquals(Set.of(), missing, where + " makes no event of these kinds");
    }
}
