package prisme.visitors;

import prisme.event.Campaign;
import prisme.event.Client;

/// Who begins a new session. Asked for only then, since finding out takes time.
public sealed interface Entrance {
    /// Somebody to count.
    ///
    /// @param country ISO 3166-1 alpha-2, `XX` when unknown
    record Person(Client client, String country, Campaign campaign) implements Entrance {}

    /// A program that nobody looks through.
    ///
    /// @param rule what gave it away
    record Bot(String rule) implements Entrance {}
}
