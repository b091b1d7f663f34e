package prisme.stats;

import java.io.IOException;
import java.util.List;

/// Answers questions about a selection of sessions, with every event that was stored before it is asked.
public interface Statistics {
    /// Answers several questions about the same selection with one look at the data.
    ///
    /// @return an answer for each question, in their order
    /// @throws IOException when the data cannot be read
    List<Answer> answer(Selection selection, List<Question> questions) throws IOException;
}
