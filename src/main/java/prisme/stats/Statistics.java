package prisme.stats;

import java.io.IOException;
import java.util.List;

/// Answers questions about a selection of sessions. Every event that was stored before a question is asked counts.
public interface Statistics {
    /// Answers several questions about the same selection, with one pass over the data.
    ///
    /// @return an answer for each question, in their order
    /// @throws Overloaded      when too many questions are waiting already
    /// @throws TooLittleMemory when the heap is too small for what is stored
    /// @throws IOException     when the data cannot be read
    List<Answer> answer(Selection selection, List<Question> questions) throws IOException;
}
