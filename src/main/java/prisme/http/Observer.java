package prisme.http;

/// Is told of every request and of its answer. It is called by the threads that answer, so it must be quick and must
/// not throw.
public interface Observer {
    /// An observer that does nothing.
    static Observer none() {
        return new Observer() {
            @Override public void began(String pattern, Method method) { }

            @Override public void ended(Answered answered) { }
        };
    }

    /// A request has come in as a whole, or is about to be refused.
    ///
    /// @param pattern the pattern of the route that answers, or [Answered#NO_ROUTE]
    void began(String pattern, Method method);

    /// Its answer has been sent completely, or could not be.
    void ended(Answered answered);

    /// A request and what became of it.
    ///
    /// @param pattern the pattern of the route that answered, or [#NO_ROUTE]
    /// @param status  of the answer
    /// @param nanos   the time from the end of the request's headers to the end of its answer, in nanoseconds
    /// @param error   why the answer is an error, or was not sent completely; otherwise empty
    record Answered(Request request, String pattern, int status, long nanos, String error) {
        /// Stands for the pattern where no route matches.
        public static final String NO_ROUTE = "none";
    }
}
