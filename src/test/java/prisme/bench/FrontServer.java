package prisme.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import prisme.http.HttpFront;
import prisme.http.Request;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.http.Scope;

/// The layer `prisme.http` alone: a route that reads what a pageview needs, behind a filter that adds a header.
public final class FrontServer {
    private static final List<String> HEADERS = List.of("Origin", "User-Agent", "X-Prisme-Referrer",
            "X-Prisme-Document-Referrer", "X-Prisme-Visitor-Id", "X-Prisme-Status");

    private FrontServer() {}

    /// Prints the port and serves until it is ended.
    static void main() throws IOException {
        Router router = new Router(
                List.of(Route.post("/api/v1/events/pageviews", FrontServer::answer)),
                List.of(new Scope("/api/v1/events/", (request, next) ->
                        next.handle(request).with("Access-Control-Allow-Origin", "*"))));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        System.out.println(HttpFront.start(any, router).address().getPort());
    }

    private static Response answer(Request request) {
        for (String name : HEADERS) {
            request.header(name);
        }
        return request.body().length > 1 ? Response.ok() : Response.problem(400, "There is no body.");
    }
}
