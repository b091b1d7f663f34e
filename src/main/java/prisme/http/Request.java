package prisme.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import prisme.ip.IpAddress;

/// A request. Its body has been read as a whole before any handler sees it, unless its route takes a stream. Immutable
/// except for [#stream()].
public final class Request {
    private static final byte[] NO_BYTES = {};
    private static final Client NOWHERE = new Client(IpAddress.ofIPv4(0x7f000001), Client.Reason.SOCKET);

    private final Method method;
    private final String path;
    private final String query;
    private final RequestHeaders headers;
    private final byte[] body;
    private final InputStream stream;
    private final Client client;
    private final String id;
    private final Map<String, String> parameters;

    Request(Method method, String path, String query, RequestHeaders headers, byte[] body, Client client, String id) {
        this(method, path, query, headers, body, new ByteArrayInputStream(body), client, id, Map.of());
    }

    private Request(Method method, String path, String query, RequestHeaders headers, byte[] body, InputStream stream,
            Client client, String id, Map<String, String> parameters) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.stream = stream;
        this.client = client;
        this.id = id;
        this.parameters = parameters;
    }

    /// A request that was made here and not received, from the address 127.0.0.1, without headers and body.
    ///
    /// @param target the raw path, with or without a `?` and the raw query behind it
    public static Request of(Method method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        String id = new UUID(0, 0).toString();
        return new Request(method, path, query, RequestHeaders.none(), NO_BYTES, NOWHERE, id);
    }

    /// The same request with one more header line.
    public Request with(String name, String value) {
        return new Request(method, path, query, headers.and(name, value), body, stream, client, id, parameters);
    }

    /// The same request with this text as its body, in UTF-8.
    public Request withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same request with this body.
    ///
    /// @param bytes not copied: they must never change again
    public Request withBody(byte[] bytes) {
        return new Request(method, path, query, headers, bytes, new ByteArrayInputStream(bytes), client, id,
                parameters);
    }

    /// The same request with a body that has not been read yet.
    Request withStream(InputStream in) {
        return new Request(method, path, query, headers, NO_BYTES, in, client, id, parameters);
    }

    /// The same request from this address.
    public Request from(IpAddress address) {
        return from(new Client(address, Client.Reason.SOCKET, client.scheme()));
    }

    /// The same request, sent by this scheme.
    public Request over(Client.Scheme scheme) {
        return from(client.over(scheme));
    }

    private Request from(Client other) {
        return new Request(method, path, query, headers, body, stream, other, id, parameters);
    }

    /// The same request with this id.
    Request withId(String other) {
        return new Request(method, path, query, headers, body, stream, client, other, parameters);
    }

    /// The same request with these parameters of its path.
    Request withParameters(Map<String, String> found) {
        return new Request(method, path, query, headers, body, stream, client, id, found);
    }

    public Method method() {
        return method;
    }

    /// Whether this is a HEAD request, which is answered with the status and headers of GET, and changes nothing. The
    /// handler of a GET route that stores something asks this before it does so.
    public boolean recordsNothing() {
        return method == Method.HEAD;
    }

    /// The path as it was sent, still percent-encoded.
    public String path() {
        return path;
    }

    /// The segment of the path in the place of `:name` in the route's pattern, percent-decoded as UTF-8. It is not
    /// empty, and may contain any character, even `/` and control characters.
    ///
    /// @param name without the colon
    /// @throws IllegalArgumentException when the pattern has no such name
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter '" + name + "'");
        }
        return value;
    }

    /// The query as it was sent, without the `?`; empty if there is none.
    public String rawQuery() {
        return query;
    }

    /// The parameters of the query. They are decoded anew at every call.
    public Query query() {
        return query.isEmpty() ? Query.none() : Query.parse(query);
    }

    /// The value of the first header with this name, decoded as UTF-8 if it is valid UTF-8, otherwise as ISO-8859-1.
    ///
    /// @param name in upper or lower case
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /// The values of all headers with this name, in the order in which they were sent.
    ///
    /// @param name in upper or lower case
    public List<String> headers(String name) {
        return headers.all(name);
    }

    /// The body, to be read once. On a route of [Route.Intake#STREAM] it is read as it arrives. When that fails, the
    /// client has gone or is too slow, and cannot be answered.
    public InputStream stream() {
        return stream;
    }

    /// The body, which must not be changed. It is empty if there is none, and on a route of [Route.Intake#STREAM].
    public byte[] body() {
        return body;
    }

    /// Where the request comes from.
    public Client client() {
        return client;
    }

    /// The id of the request in the answer and the log: up to 128 printable ASCII characters.
    public String id() {
        return id;
    }
}
