package prisme.collect;

import prisme.http.Request;

/// Is told what became of every report. It is called by the threads that answer, so it must be quick and must not
/// throw.
@FunctionalInterface
public interface ReportWatch {
    /// Is told of one report.
    ///
    /// @param detail the sentence that the sender was answered with; empty when nothing was wrong
    void became(Request request, Outcome outcome, String detail);
}
