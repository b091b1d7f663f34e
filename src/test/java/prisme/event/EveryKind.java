package prisme.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks that the events that a test makes up are of every kind, so that no new kind is left untested.
public final class EveryKind {
    private EveryKind() {}

    /// Fails unless there is an event of each kind.
    ///
    /// @param where the name of the class that makes the events, for the message
    public static void requireIn(List<? extends Event> events, String where) {
        Set<String> missing = Arrays.stream(Event.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        events.forEach(event -> missing.remove(event.getClass().getSimpleName()));
        assertEquals(Set.of(), missing, where + " makes no event of these kinds");
    }
}
