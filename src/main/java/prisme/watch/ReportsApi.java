package prisme.watch;

import prisme.collect.Outcome;
import prisme.http.Handler;
import prisme.http.Request;
import prisme.http.Response;
import prisme.json.JsonWriter;

/// Answers `GET /api/v1/reports`: how many reports have had which outcome since the start, and what became of the last
/// ones.
public record ReportsApi(ReportCounts counts, LastReports last) implements Handler {
    /// The path at which it is read.
    public static final String PATH = "/api/v1/reports";

    @Override public Response handle(Request request) {
        return Response.ok().with("Cache-Control", "no-store").withBody("application/json", json());
    }

    private byte[] json() {
        JsonWriter json = new JsonWriter().beginObject().name("counts").beginObject();
        for (Outcome outcome : Outcome.values()) {
            json.member(outcome.word(), counts.count(outcome));
        }
        json.endObject().name("last").beginArray();
        last.seen().forEach(report -> write(report, json));
        return json.endArray().endObject().toByteArray();
    }

    private static void write(LastReports.Seen report, JsonWriter json) {
        json.beginObject()
                .member("time", report.time().toString())
                .member("request_id", report.id())
                .member("method", report.method())
                .member("path", report.path())
                .member("origin", report.origin())
                .member("address", report.address().toString())
                .member("address_because", report.because())
                .member("outcome", report.outcome())
                .member("detail", report.detail())
                .endObject();
    }
}
