package prisme.collect;

import prisme.http.Request;

/// Is told what became of every report. Called by the threads that answer, so it must be quick and must not throw.
@FunctionalInterface
public interface ReportWatch {
    /// @param detail the sentence that the sender got to read; empty when nothing was wrong
    void became(Request request, Outcome outcome, String detail);
}
