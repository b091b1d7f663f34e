package prisme;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prisme.collect.ReportWatch;
import prisme.http.Handler;
import prisme.http.HttpFront;
import prisme.http.Observer;
import prisme.http.Response;
import prisme.http.Route;
import prisme.http.Router;
import prisme.settings.AdminAddress;
import prisme.settings.Settings;
import prisme.watch.AccessLog;
import prisme.watch.Collector;
import prisme.watch.JvmMetrics;
import prisme.watch.LastReports;
import prisme.watch.LogOutput;
import prisme.watch.Metrics;
import prisme.watch.Observers;
import prisme.watch.ReportCounts;
import prisme.watch.ReportsApi;
import prisme.watch.RequestMetrics;

/// Everything by which the owner can monitor the running server: the access log, the metrics with their own server, and
/// what became of the last reports.
final class Watch implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("prisme");

    private final RequestMetrics requests = new RequestMetrics();
    private final ReportCounts counts = new ReportCounts();
    private final LastReports last;
    private final Optional<AccessLog> accessLog;
    private Optional<HttpFront> admin = Optional.empty();

    private Watch(Optional<AccessLog> accessLog, InstantSource clock) {
        this.accessLog = accessLog;
        this.last = new LastReports(clock);
    }

    /// Opens the access log.
    ///
    /// @param err standard error, where it may be
    /// @throws IOException when it cannot be written
    static Watch open(Settings.Operation operation, LogOutput err, InstantSource clock) throws IOException {
        return new Watch(operation.accessLog().open(err, clock), clock);
    }

    /// An observer for all requests of the public server.
    Observer observer() {
        List<Observer> observers = new ArrayList<>(List.of(requests));
        accessLog.ifPresent(observers::add);
        return observers.size() == 1 ? requests : new Observers(observers);
    }

    /// A watch for all reports.
    ReportWatch reports() {
        return (request, outcome, detail) -> {
            counts.became(request, outcome, detail);
            last.became(request, outcome, detail);
        };
    }

    /// The handler that tells the owner what became of the last reports.
    Handler reportsApi() {
        return new ReportsApi(counts, last);
    }

    /// Serves the metrics from now on. If that is impossible, the log says why, and the server runs without metrics.
    ///
    /// @param parts further metrics, besides those of requests, reports and the JVM
    void serveMetrics(AdminAddress address, List<Collector> parts) {
        if (address instanceof AdminAddress.At at) {
            List<Collector> collectors = new ArrayList<>(List.of(requests, counts));
            if (accessLog.isPresent()) {
                collectors.add(accessLog.get());
            }
            collectors.addAll(parts);
            collectors.add(new JvmMetrics());
            admin = listen(at, new Metrics(collectors));
        }
    }

    /// The address of the metrics; empty when they are not served.
    Optional<InetSocketAddress> metricsAddress() {
        return admin.map(HttpFront::address);
    }

    @Override public void close() {
        admin.ifPresent(HttpFront::close);
        accessLog.ifPresent(AccessLog::close);
    }

    private static Optional<HttpFront> listen(AdminAddress.At at, Metrics metrics) {
        Route root = Route.get("/", _ -> Response.of(302).with("Location", Metrics.PATH));
        try {
            return Optional.of(HttpFront.start(at.socketAddress(),
                    new Router(List.of(metrics.route(), root), List.of())));
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, () -> "no metrics: cannot listen on " + at.host() + " port "
                    + at.port() + ": " + e.getMessage() + "; choose another with admin.hostport, or leave it empty");
            return Optional.empty();
        }
    }
}
