package prisme.collect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import prisme.http.Query;
import prisme.http.Request;
import prisme.json.Json;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.json.JsonWriter;

/// Reads the properties of a custom event. The result is the text of a JSON object on one line.
final class Properties {
    private static final String NONE = "{}";
    private static final String PREFIX = "prop-";
    /* No request body is this large. But escaped control characters in names take up to six times the bytes they were
     * sent with, and an event must fit into a record of the store. */
    private static final int MOST_BYTES = 192 * 1024;

    private Properties() {}

    /// Reads the properties from the body of a request, which is a JSON object or empty.
    static String ofBody(Request request) throws BadReport {
        if (request.body().length == 0) {
            return NONE;
        }
        requireJson(request.header("Content-Type").orElse(""));
        try {
            return textOf(JsonObject.parse(request.body()).members());
        } catch (JsonException e) {
            throw new BadReport("The body is no JSON object: " + e.getMessage() + ".");
        }
    }

    /// Reads the properties from the parameters `prop-NAME`, each of which is a JSON value.
    static String ofQuery(Query query) throws BadReport {
        SequencedMap<String, String> members = new LinkedHashMap<>();
        for (Query.Parameter parameter : query.parameters()) {
            if (parameter.name().startsWith(PREFIX)) {
                members.put(parameter.name().substring(PREFIX.length()), value(parameter));
            }
        }
        return textOf(members);
    }

    private static String value(Query.Parameter parameter) throws BadReport {
        try {
            return Json.value(parameter.value());
        } catch (JsonException e) {
            throw new BadReport("The parameter " + parameter.name() + " is no JSON value: " + e.getMessage() + ".");
        }
    }

    private static void requireJson(String contentType) throws BadReport {
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals("application/json")) {
            throw new BadReport("The body of a custom event must come with Content-Type: application/json.");
        }
    }

    private static String textOf(Map<String, String> members) throws BadReport {
        JsonWriter writer = new JsonWriter().beginObject();
        members.forEach(writer::rawMember);
        if (writer.endObject().size() > MOST_BYTES) {
            throw new BadReport("The properties' names have so many control characters that, once these are escaped, "
                    + "they take more than " + MOST_BYTES + " bytes.");
        }
        return writer.toString();
    }
}
