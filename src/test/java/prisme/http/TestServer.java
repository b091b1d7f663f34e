package prisme.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A server with a route for everything that the package has to handle.
final class TestServer implements AutoCloseable {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    static final ProxyTrust PROXY = new ProxyTrust.Proxies("X-Forwarded-For", 1, "X-Request-Id");

    /// More than the buffers between a server and a client hold.
    private static final int FLOOD_MIB = 64;
    private static final byte[] FLOOD = new byte[1 << 20];

    /// How often something was recorded.
    final AtomicInteger recorded = new AtomicInteger();
    private final HttpFront front;

    TestServer(ProxyTrust trust) throws IOException {
        Filter marks = (request, next) -> next.handle(request).with("X-Seen", "yes");
        front = HttpFront.start(ANY_PORT, trust, BasePath.none(),
                new Router(routes(), List.of(new Scope("/seen/", marks))), Observer.none());
    }

    /// Prints its port, and serves until it is ended.
    static void main() throws IOException {
        System.out.println(new TestServer(PROXY).address().getPort());
    }

    InetSocketAddress address() {
        return front.address();
    }

    RawClient connect() throws IOException {
        return RawClient.connect(front.address());
    }

    @Override
    public void close() {
        front.close();
    }

    private List<Route> routes() {
        return List.of(
                Route.get("/hello", _ -> Response.ok().withBody("text/plain", "hello")),
                Route.get("/empty", _ -> Response.ok()),
                Route.get("/nothing", _ -> Response.noContent()),
                Route.get("/unchanged", _ -> Response.of(304).with("ETag", "\"1\"")),
                Route.get("/record", this::record),
                Route.get("/long", _ -> Response.ok().withBody("text/plain", "x".repeat(100_000))),
                Route.get("/stream", _ -> Response.ok().withStream("text/plain",
                        out -> out.write("y".repeat(100_000).getBytes(StandardCharsets.US_ASCII)))),
                Route.get("/flood", _ -> Response.ok().withStream("text/plain", out -> {
                    for (int i = 0; i < FLOOD_MIB; i++) {
                        out.write(FLOOD);
                    }
                })),
                Route.get("/large", _ -> Response.ok().withBody("text/plain", new byte[FLOOD_MIB / 4 << 20])),
                Route.get("/thought-out", _ -> {
                    think(OutputStream.nullOutputStream());
                    return text("thought out");
                }),
                Route.get("/thoughtful", _ -> Response.ok().withStream("text/plain", TestServer::think)),
                Route.get("/torn", _ -> Response.ok().withStream("text/plain", out -> {
                    out.write(new byte[10_000]);
                    throw new IllegalStateException("torn");
                })),
                Route.get("/client", request -> text(request.client().address() + " " + request.client().reason())),
                Route.get("/item/:name", request -> text(request.parameter("name"))),
                Route.get("/query", request -> text(request.query().first("x").orElse("nothing"))),
                Route.get("/header", request -> text(String.join("|", request.headers("X-Test")))),
                Route.post("/echo", request -> Response.ok().withBody("text/plain", request.body())),
                Route.post("/seen/echo", request -> Response.ok().withBody("text/plain", request.body())),
                Route.postOfAnyLength("/count", request -> text(Long.toString(request.stream()
                        .transferTo(OutputStream.nullOutputStream())))),
                Route.postOfAnyLength("/first", request -> text(Integer.toString(request.stream().read()))),
                Route.postOfAnyLength("/seen/deaf", _ -> Response.problem(401, "No.")),
                Route.get("/seen/error", _ -> {
                    throw new StackOverflowError();
                }),
                Route.get("/exception", _ -> {
                    throw new IOException("told\r\nnobody");
                }),
                Route.get("/error", _ -> {
                    throw new NoClassDefFoundError();
                }),
                Route.get("/null", _ -> null));
    }

    /// Needs more than two seconds.
    private static void think(OutputStream out) throws IOException {
        for (int i = 0; i < 8; i++) {
            LockSupport.parkNanos(300_000_000);
            out.flush();
        }
        out.write('!');
    }

    private Response record(Request request) {
        if (!request.recordsNothing()) {
            recorded.incrementAndGet();
        }
        return text("recorded");
    }

    private static Response text(String text) {
        return Response.ok().withBody("text/plain; charset=utf-8", text);
    }
}
