package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.http.Observer.Answered;

class ObserverTest {
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Answered> ended = new ConcurrentLinkedQueue<>();

    @Test void seesTheRouteAndTheStatusOfAnAnswer() throws IOException {
        tell("GET /item/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Answered answered = ended.remove();
        assertEquals(List.of("/item/:name", 200, ""),
                List.of(answered.pattern(), answered.status(), answered.error()));
        assertTrue(answered.nanos() > 0);
        assertEquals("/item/:name GET", begun.remove());
    }

    @Test void seesWhyAnAnswerIsNoBetterOne() throws IOException {
        tell("POST /item/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Answered answered = ended.remove();
        assertEquals(List.of("/item/:name", 405, "This path answers only GET, HEAD."),
                List.of(answered.pattern(), answered.status(), answered.error()));
    }

    @Test void hasOneNameForAllPathsWithoutARoute() throws IOException {
        tell("GET /nobody/knows HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertEquals(Answered.NO_ROUTE + " GET", begun.remove());
        assertEquals(404, ended.remove().status());
    }

    @Test void seesWhatIsRefusedUnread() throws IOException {
        String answer = tell("POST /item/a HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
        Answered answered = ended.remove();
        assertEquals(List.of("/item/:name", 413), List.of(answered.pattern(), answered.status()));
        assertTrue(answer.contains("\"detail\":\"" + answered.error() + "\""), answered.error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /item/a HTTP/1.1\r\nA : b\r\n\r\n", "GET /item/a HTTP/1.1\nA: b\r\n\r\n",
        "POST /item/a HTTP/1.1\r\nContent-Length: x\r\n\r\n", "GET /item/a% HTTP/1.1\r\n\r\n"})
    void seesWhatIsNoRequest(String text) throws IOException {
        String answer = tell(text);
        Answered answered = ended.remove();
        assertEquals(List.of(Answered.NO_ROUTE, 400, Method.OTHER, "", "127.0.0.1"),
                List.of(answered.pattern(), answered.status(), answered.request().method(), answered.request().path(),
                        answered.request().client().address().toString()));
        assertTrue(answer.contains(answered.error()), answer);
        assertTrue(answer.contains(answered.request().id()), answer);
        assertEquals(Answered.NO_ROUTE + " OTHER", begun.remove());
    }

    @Test void seesAnAnswerThatBreaksOff() throws IOException {
        tell("GET /torn HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("the answer was cut off: torn", ended.remove().error());
    }

    private String tell(String request) throws IOException {
        Observer observer = new Observer() {
            @Override public void began(String pattern, Method method) {
                begun.add(pattern + " " + method);
            }

            @Override public void ended(Answered answered) {
                ended.add(answered);
            }
        };
        Route torn = Route.get("/torn", _ -> Response.ok().withStream("text/plain", _ -> {
            throw new IllegalStateException("torn");
        }));
        Router router = new Router(List.of(torn, Route.get("/item/:name", _ -> Response.ok())), List.of());
        HttpFront front = HttpFront.start(TestServer.ANY_PORT, new ProxyTrust.Nobody(), BasePath.none(), router,
                observer);
        try (RawClient client = RawClient.connect(front.address())) {
            return client.send(request).readToEnd();
        } finally {
            front.close();
        }
    }
}
