package prisme.http;

/// Is told of every request and of its answer. Called by the threads that answer, so it must be quick and must not
/// throw.
public interface Observer {
    /// An observer that looks away.
    static Observer none() {
        return new Observer() {
            @Override public void began(String pattern, Method method) { }

            @Override public void ended(Answered answered) { }
        };
    }

    /// A request has come in whole, or is about to be refused.
    ///
    /// @param pattern the pattern of the route that answers, or [Answered#NO_ROUTE]
    void began(String pattern, Method method);

    /// Its answer was sent to the last byte, or could not be.
    void ended(Answered answered);

    /// A request and what became of it.
    ///
    /// @param pattern the pattern of the route that answered, or [#NO_ROUTE]
    /// @param nanos   how long it took since the request's headers had come, in nanoseconds
    /// @param error   why the answer was no better one, or was not sent whole; else empty
    record Answered(Request request, String pattern, int status, long nanos, String error) {
        /// Stands for the pattern where no route matches.
        public static final String NO_ROUTE = "none";
    }
}
