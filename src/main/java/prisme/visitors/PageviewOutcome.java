package prisme.visitors;

/// What became of a page view.
public sealed interface PageviewOutcome {
    /// It is stored.
    record Recorded() implements PageviewOutcome {}

    /// It was a page being shown again, which is no new view, but may become a session of its own.
    record ShownAgain() implements PageviewOutcome {}

    /// It would have begun a session, and came from a bot.
    ///
    /// @param rule what gave the bot away
    record FromBot(String rule) implements PageviewOutcome {}
}
