package prisme.visitors;

/// What became of a page view.
public sealed interface PageviewOutcome {
    /// It is stored.
    record Recorded() implements PageviewOutcome {}

    /// A page was shown again. That is no new page view, but another session may continue from it.
    record ShownAgain() implements PageviewOutcome {}

    /// It would have begun a session, but came from a bot.
    ///
    /// @param rule what gave the bot away
    record FromBot(String rule) implements PageviewOutcome {}
}
