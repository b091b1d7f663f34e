package prisme.visitors;

import prisme.event.Campaign;
import prisme.event.Client;

/// Who begins a new session. This is only determined when a session begins, since it takes time.
public sealed interface NewVisitor {
    /// A person, who is counted.
    ///
    /// @param country ISO 3166-1 alpha-2, `XX` when unknown
    record Person(Client client, String country, Campaign campaign) implements NewVisitor {}

    /// A program without a person who looks at the page.
    ///
    /// @param rule what gave it away
    record Bot(String rule) implements NewVisitor {}
}
