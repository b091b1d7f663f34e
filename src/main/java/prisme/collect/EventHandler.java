package prisme.collect;

import java.io.IOException;
import prisme.http.Response;

/// Handles the reports of one kind of event, all of which come from registered sites.
@FunctionalInterface
interface EventHandler {
    /// Stores the event that is reported, and answers.
    ///
    /// @throws BadReport            when something is wrong with the report
    /// @throws IOException          when the event could not be stored
    /// @throws InterruptedException when the server stops while the report waits for its session
    Response handle(Report report) throws BadReport, IOException, InterruptedException;
}
