package prisme.collect;

import java.io.IOException;
import prisme.http.Response;

/// Takes a report from a registered site.
@FunctionalInterface
interface EventHandler {
    /// Stores what is reported and answers.
    ///
    /// @throws BadReport            when something is wrong with the report
    /// @throws IOException          when the event could not be stored
    /// @throws InterruptedException when the server stops while the report waits for its session
    Response handle(Report report) throws BadReport, IOException, InterruptedException;
}
