package prisme.collect;

import java.io.IOException;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Method;
import prisme.http.Problem;
import prisme.http.Request;
import prisme.http.Response;

/// Tells a watch what became of every report. Preflight requests of browsers ([CrossOrigin]) and HEAD are no reports.
record OutcomeFilter(ReportWatch watch) implements Filter {
    @Override
    public Response apply(Request request, Handler next) throws IOException {
        Response response = next.handle(request);
        if (request.method() != Method.OPTIONS && !request.recordsNothing()) {
            watch.became(request, Outcome.told(response), detail(response));
        }
        return response;
    }

    private static String detail(Response response) {
        return response.problem().map(Problem::detail).orElse("");
    }
}
