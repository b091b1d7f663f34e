package prisme.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import prisme.http.Method;
import prisme.http.Observer.Answered;
import prisme.http.Request;

class RequestMetricsTest {
    private final RequestMetrics metrics = new RequestMetrics();

    @Test void countsByPatternMethodAndStatus() {
        answer("/item/:name", 200, 2_000_000);
        answer("/item/:name", 200, 4_000_000);
        answer("/item/:name", 404, 1);
        has("http_requests_total{path=\"/item/:name\",method=\"GET\",status=\"200\"} 2");
        has("http_requests_total{path=\"/item/:name\",method=\"GET\",status=\"404\"} 1");
    }

    @Test void sumsUpDurationsInBuckets() {
        answer("/a", 200, 2_000_000);
        answer("/a", 200, 10_000_000_000L);
        String labels = "{path=\"/a\",method=\"GET\",status=\"200\"";
        has("http_requests_duration_seconds_bucket" + labels + ",le=\"0.001\"} 0");
        has("http_requests_duration_seconds_bucket" + labels + ",le=\"0.0025\"} 1");
        has("http_requests_duration_seconds_bucket" + labels + ",le=\"5.0\"} 1");
        has("http_requests_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 2");
        has("http_requests_duration_seconds_sum" + labels + "} 10.002");
        has("http_requests_duration_seconds_count" + labels + "} 2");
    }

    @Test void knowsWhatIsUnderWay() {
        metrics.began("/a", Method.GET);
        metrics.began("/a", Method.GET);
        metrics.ended(new Answered(Request.of(Method.GET, "/a"), "/a", 200, 1, ""));
        has("http_active_requests{path=\"/a\",method=\"GET\"} 1");
    }

    @Test void tellsOnlySoManyApart() {
        for (int i = 0; i < RequestMetrics.MOST + 10; i++) {
            answer("/" + i, 200, 1);
        }
        answer("/0", 200, 1);
        answer("/new", 404, 1);
        has("http_requests_total{path=\"/0\",method=\"GET\",status=\"200\"} 2");
        has("http_requests_total{path=\"other\",method=\"OTHER\",status=\"200\"} 10");
        has("http_requests_total{path=\"other\",method=\"OTHER\",status=\"404\"} 1");
    }

    private void answer(String pattern, int status, long nanos) {
        metrics.began(pattern, Method.GET);
        metrics.ended(new Answered(Request.of(Method.GET, "/whatever"), pattern, status, nanos, ""));
    }

    private void has(String line) {
        String text = Exposed.text(metrics);
        assertTrue(text.lines().anyMatch(line::equals), text);
    }
}
