package prisme.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import prisme.event.Campaign;
import prisme.event.Client;
import prisme.event.Event;
import prisme.event.EventName;
import prisme.event.InvalidUrl;
import prisme.event.Page;
import prisme.event.SessionId;
import prisme.event.Url;
import prisme.event.Visit;
import prisme.event.VisitorId;
import prisme.json.Json;
import prisme.json.JsonException;
import prisme.json.JsonObject;
import prisme.json.MemberNames;
import prisme.wording.Quote;

/// Reads the line of an event, as [EventFields] writes it, and strictly: what it holds is stored and exported again
/// without any change.
///
/// Every field of [EventFields] must be there, in any order, except the five `utm_…`, which may be absent instead of
/// empty. There must be no others. Of the fields of the visit, all but `domain` may be empty, as they may be in an
/// export.
final class EventLine {
    private static final int MOST_DOMAINS = 1000;
    private static final String SESSION_RULE =
            "a UUID of version 7 in lower case, of a time before the year 10000";
    private static final List<String> CAMPAIGN =
            List.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");

    private final Set<String> goodDomains = new HashSet<>();
    private final MemberNames names = new MemberNames();

    /// What is wrong with a line, as a phrase.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    /// @throws Wrong when it is not exactly one event
    Event parse(byte[] line) throws Wrong {
        try {
            JsonObject fields = JsonObject.parse(line, Json.MAX_DEPTH + 1, names);
            requireEvent(fields);
            return event(fields);
        } catch (JsonException e) {
            throw new Wrong(otherFormat(line).orElse(e.getMessage()));
        }
    }

    private static Optional<String> otherFormat(byte[] line) {
        if (isCsv(line)) {
            return Optional.of("this is CSV; only what export prints without --format=csv can be imported");
        }
        return isGzip(line) ? Optional.of("this is gzip; unpack it first") : Optional.empty();
    }

    /* RFC 1952, section 2.3.1. */
    private static boolean isGzip(byte[] line) {
        return line.length >= 2 && line[0] == 0x1f && line[1] == (byte) 0x8b;
    }

    private static boolean isCsv(byte[] line) {
        String start = new String(line, 0, Math.min(line.length, 25), StandardCharsets.ISO_8859_1);
        return start.startsWith("type,timestamp,domain") || start.startsWith("domain,entry_path,entry_t");
    }

    private static void requireEvent(JsonObject fields) throws Wrong {
        if (!fields.has("type") && fields.has("entry_timestamp")) {
            throw new Wrong("this is a session; only events can be imported, which export prints without "
                    + "--table=sessions, and sessions follow from them");
        }
    }

    private Event event(JsonObject fields) throws JsonException, Wrong {
        Instant at = timestamp(fields.string("timestamp"));
        Visit visit = visit(fields);
        String visitor = fields.string("visitor_id");
        require(VisitorId.isValid(visitor), "visitor_id", "1 to " + VisitorId.MAX_LENGTH + " printable characters",
                visitor);
        String path = fields.string("path");
        require(Page.isPath(path), "path", Page.PATH_RULE, path);
        String word = fields.string("type");
        EventType type = EventType.called(word)
                .orElseThrow(() -> wrong("type", "one of " + EventType.words(), word));
        requireNoOthers(fields, type.fields());
        return switch (type) {
            case PAGEVIEW -> new Event.Pageview(at, visit, visitor, path, number("status", 100, 599, fields),
                    number("version", 1, Integer.MAX_VALUE, fields));
            case CUSTOM -> new Event.Custom(at, visit, visitor, path, name(fields), properties(fields));
            case OUTBOUND_LINK_CLICK -> new Event.OutboundClick(at, visit, visitor, path, address("link", fields));
            case FILE_DOWNLOAD -> new Event.FileDownload(at, visit, visitor, path, address("url", fields));
        };
    }

    private Visit visit(JsonObject fields) throws JsonException, Wrong {
        String country = fields.string("country_code");
        require(isCountry(country), "country_code", "two capital letters", country);
        String entry = fields.string("entry_path");
        require(entry.isEmpty() || Page.isPath(entry), "entry_path", Page.PATH_RULE, entry);
        return new Visit(session(fields.string("session_uuid")), domain(fields.string("domain")), entry,
                fields.string("referrer_domain"), country,
                new Client(fields.string("browser_family"), fields.string("operating_system"), fields.string("device")),
                new Campaign(orEmpty("utm_source", fields), orEmpty("utm_medium", fields),
                        orEmpty("utm_campaign", fields), orEmpty("utm_term", fields), orEmpty("utm_content", fields)));
    }

    private static String orEmpty(String name, JsonObject fields) throws JsonException {
        return fields.has(name) ? fields.string(name) : "";
    }

    private static boolean isCountry(String code) {
        return code.isEmpty() || code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static Instant timestamp(String text) throws Wrong {
        try {
            return Timestamp.ofMilliseconds(text);
        } catch (DateTimeException _) {
            throw wrong("timestamp", "an instant in milliseconds as 2026-01-31T12:00:00.000Z", text);
        }
    }

    private static UUID session(String text) throws Wrong {
        try {
            UUID uuid = UUID.fromString(text);
            require(isSession(uuid) && uuid.toString().equals(text), "session_uuid", SESSION_RULE, text);
            return uuid;
        } catch (IllegalArgumentException _) {
            throw wrong("session_uuid", SESSION_RULE, text);
        }
    }

    /* Only version 7 has the start of the session in it, which is exported as the time of its entry. Nobody needs the
     * variant, which not everything that makes such ids sets. */
    private static boolean isSession(UUID uuid) {
        return uuid.version() == 7
                && SessionId.start(uuid.getMostSignificantBits()) <= Timestamp.LATEST.toEpochMilli();
    }

    /// Remembers domains that were found to be valid, as many lines have few of them.
    private String domain(String text) throws Wrong {
        if (goodDomains.contains(text)) {
            return text;
        }
        require(isDomain(text), "domain", "a host in lower case, with its port if need be", text);
        if (goodDomains.size() == MOST_DOMAINS) {
            goodDomains.clear();
        }
        goodDomains.add(text);
        return text;
    }

    private static boolean isDomain(String text) {
        try {
            return Url.parse("any://" + text).domain().equals(text);
        } catch (InvalidUrl _) {
            return false;
        }
    }

    private static int number(String name, int lowest, int highest, JsonObject fields) throws JsonException, Wrong {
        long number = fields.wholeNumber(name);
        require(number >= lowest && number <= highest, name, "a number from " + lowest + " to " + highest,
                Long.toString(number));
        return (int) number;
    }

    private static String name(JsonObject fields) throws JsonException, Wrong {
        String name = fields.string("name");
        require(EventName.isValid(name), "name", EventName.RULE, name);
        return name;
    }

    private static String properties(JsonObject fields) throws Wrong {
        String properties = fields.text("properties").orElse("");
        require(properties.startsWith("{"), "properties", "a JSON object", properties);
        return properties;
    }

    private static String address(String name, JsonObject fields) throws JsonException, Wrong {
        String url = fields.string(name);
        require(Url.isTarget(url), name, Url.TARGET_RULE, url);
        return url;
    }

    private static void require(boolean isTrue, String field, String what, String value) throws Wrong {
        if (!isTrue) {
            throw wrong(field, what, value);
        }
    }

    private static Wrong wrong(String field, String what, String value) {
        return new Wrong("the field " + field + " must be " + what + ", but is " + Quote.of(value));
    }

    /// Compares the number of fields first, since nearly all lines are as they should be. To be called when all fields
    /// that must be there are known to be.
    private static void requireNoOthers(JsonObject fields, List<String> own) throws Wrong {
        Set<String> names = fields.names();
        int campaign = 0;
        for (String name : CAMPAIGN) {
            campaign += names.contains(name) ? 1 : 0;
        }
        if (names.size() == EventFields.OF_ALL.size() - CAMPAIGN.size() + campaign + own.size()) {
            return;
        }
        for (String name : names) {
            if (!EventFields.OF_ALL.contains(name) && !own.contains(name)) {
                throw new Wrong("there is a field " + Quote.of(name) + ", which no such event has");
            }
        }
    }
}
