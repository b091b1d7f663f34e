package prisme.dashboard;

import java.util.List;
import prisme.http.Response;
import prisme.json.JsonWriter;
import prisme.stats.Answer;
import prisme.stats.Selection;

/// Writes answers of the statistics as the JSON that programs read.
final class StatsJson {
    private static final long MILLIS = 1000;

    private StatsJson() {}

    /// One answer: a series with the start of each bucket in Unix milliseconds, a top list, or totals.
    static Response of(Selection selection, Answer answer) {
        JsonWriter json = range(selection);
        put(json, answer);
        return response(json.endObject());
    }

    /// Several answers about one selection.
    static Response of(Selection selection, List<Answer> answers) {
        JsonWriter json = range(selection).name("answers").beginArray();
        answers.forEach(answer -> {
            put(json.beginObject(), answer);
            json.endObject();
        });
        return response(json.endArray().endObject());
    }

    /// The totals of a range, those of the range before, and how many visitors are there now.
    static Response of(Selection selection, Answer.Summary totals, Selection before, Answer.Summary totalsBefore,
            long live) {
        JsonWriter json = range(selection);
        totals(json, totals).member("live_visitors", live);
        json.name("previous").beginObject().member("from", before.from()).member("to", before.to());
        totals(json, totalsBefore).endObject();
        return response(json.endObject());
    }

    private static JsonWriter range(Selection selection) {
        return new JsonWriter().beginObject().member("from", selection.from()).member("to", selection.to());
    }

    private static void put(JsonWriter json, Answer answer) {
        switch (answer) {
            case Answer.Series(List<Long> starts, List<Long> values) -> {
                json.name("keys").beginArray();
                starts.forEach(start -> json.value(start * MILLIS));
                values(json.endArray(), values);
            }
            case Answer.Top(List<String> keys, List<Long> counts) -> {
                json.name("keys").beginArray();
                keys.forEach(json::value);
                values(json.endArray(), counts);
            }
            case Answer.Summary totals -> totals(json, totals);
        }
    }

    private static void values(JsonWriter json, List<Long> values) {
        json.name("values").beginArray();
        values.forEach(json::value);
        json.endArray();
    }

    /* Taken apart by a pattern, so that this does not compile when there is one more total. */
    private static JsonWriter totals(JsonWriter json, Answer.Summary totals) {
        return switch (totals) {
            case Answer.Summary(long visitors, long sessions, long pageviews, long bounces, long seconds) ->
                    json.member("visitors", visitors).member("sessions", sessions).member("pageviews", pageviews)
                            .member("bounces", bounces)
                            .member("views_per_session", ratio(pageviews, sessions))
                            .member("bounce_rate", ratio(bounces, sessions))
                            .member("session_duration", sessions == 0 ? 0 : seconds / sessions);
        };
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static Response response(JsonWriter json) {
        return Response.ok().withBody("application/json", json.toByteArray());
    }
}
