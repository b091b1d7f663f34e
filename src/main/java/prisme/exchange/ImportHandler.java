package prisme.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import prisme.http.Handler;
import prisme.http.Request;
import prisme.http.Response;
import prisme.json.JsonWriter;
import prisme.store.StoreException;

/// Imports over HTTP, while the lines arrive.
public final class ImportHandler implements Handler {
    private static final String SKIP = "skip-bad-lines";
    private static final String RETRY_SECONDS = "10";

    private final Import.Sink sink;

    /// @param sink takes the events
    public ImportHandler(Import.Sink sink) {
        this.sink = sink;
    }

    @Override public Response handle(Request request) throws IOException {
        Optional<Response> refusal = UnknownParameters.refusal(request.query(), List.of(SKIP));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> skip = request.query().first(SKIP);
        Response response = switch (skip.orElse("false")) {
            case "", "true" -> run(new Import(request.stream(), Import.BadLines.SKIP, sink));
            case "false" -> run(new Import(request.stream(), Import.BadLines.REFUSE, sink));
            default -> Response.problem(400, "The parameter " + SKIP + " must be true or false.");
        };
        return response.with("Cache-Control", "no-store");
    }

    private static Response run(Import lines) throws IOException {
        try {
            return switch (lines.run(_ -> { })) {
                case Import.End.Whole() -> told(lines);
                case Import.End.At(BadLine bad) -> Response.problem(400, "There is a bad line, " + bad
                        + ". Events stored before it: " + lines.stored() + "; go on from it, or skip such lines with "
                        + "the parameter " + SKIP + ".");
            };
        } catch (StoreException e) {
            return Response.problem(503, "After " + lines.stored() + " events, no more could be stored: "
                    + e.getMessage()).with("Retry-After", RETRY_SECONDS);
        }
    }

    private static Response told(Import lines) {
        byte[] json = new JsonWriter().beginObject()
                .member("imported", lines.stored())
                .member("skipped", lines.skipped())
                .endObject().toByteArray();
        return Response.ok().withBody("application/json", json);
    }
}
