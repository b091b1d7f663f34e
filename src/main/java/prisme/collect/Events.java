package prisme.collect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import prisme.country.Countries;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Route;
import prisme.http.Scope;
import prisme.http.Share;
import prisme.visitors.Visitors;

/// The events API: its routes, and the filters before them.
public final class Events {
    private static final String SCRIPTED = "/api/v1/events/";
    private static final String NOSCRIPT = "/api/v1/noscript/events/";
    private static final String LINKS = NOSCRIPT + "outbound-links";

    private final Reception reception;
    private final EventHandler pageview;
    private final EventHandler custom;
    private final EventHandler customOfImage;
    private final EventHandler download;
    private final OutboundHandler outbound;
    private final Filter limit;
    private final Filter share;
    private final Filter outcomes;

    /// How many reports are accepted.
    ///
    /// @param limit    refuses clients that send too much, see [RateLimit]
    /// @param atOnce   how many requests are answered at the same time; half as many may wait for a session
    /// @param patience how long a report may wait for its session
    public record Bounds(Filter limit, int atOnce, Duration patience) {
        Attributions attributions(Visitors visitors, InstantSource clock) {
            return new Attributions(visitors, patience, atOnce / 2, clock);
        }
    }

    /// @param countries finds the country of a visitor
    /// @param journal   stores events other than page views
    /// @param watch     is told the outcome of every report
    public Events(Bounds bounds, Origins origins, Countries countries, Visitors visitors, EventJournal journal,
                  ReportWatch watch, InstantSource clock) {
        EventRecorder recorder = new EventRecorder(bounds.attributions(visitors, clock), journal, clock);
        this.limit = bounds.limit();
        this.share = new Share(bounds.atOnce());
        this.outcomes = new OutcomeFilter(watch);
        this.reception = new Reception(origins);
        this.pageview = new PageviewHandler(visitors, new NewVisitorReader(countries), clock);
        this.custom = new CustomEventHandler(report -> Properties.ofBody(report.request()), recorder);
        this.customOfImage = new CustomEventHandler(report -> Properties.ofQuery(report.query()), recorder);
        this.download = new DownloadHandler(recorder);
        this.outbound = new OutboundHandler(recorder);
    }

    /// The routes that accept events, each with the one that answers its preflight requests.
    public List<Route> routes() {
        return Stream.of(
                scripted("pageviews", pageview),
                scripted("custom/:name", custom),
                scripted("file-downloads", download),
                scripted("outbound-links", outbound),
                noscript("pageviews", reception.ofLinks(pageview)),
                noscript("custom/:name", reception.ofLinks(customOfImage)),
                noscript("outbound-links", reception.ofLinks(new RedirectHandler(outbound)))
        ).flatMap(List::stream).toList();
    }

    /// The filters before these routes, and before the answers to paths below them that have no route.
    public List<Scope> scopes() {
        CrossOrigin crossOrigin = new CrossOrigin();
        return List.of(
                new Scope(SCRIPTED, crossOrigin), new Scope(SCRIPTED, outcomes), new Scope(SCRIPTED, limit),
                new Scope(SCRIPTED, share),
                new Scope(NOSCRIPT, crossOrigin), new Scope(NOSCRIPT, new Pixel(LINKS)),
                new Scope(NOSCRIPT, new LinkPage(LINKS, reception)),
                new Scope(NOSCRIPT, outcomes), new Scope(NOSCRIPT, limit),
                new Scope(NOSCRIPT, share));
    }

    private List<Route> scripted(String pattern, EventHandler handler) {
        return withPreflight(Route.post(SCRIPTED + pattern, reception.ofScripts(handler)));
    }

    private List<Route> noscript(String pattern, Handler handler) {
        return withPreflight(Route.get(NOSCRIPT + pattern, handler));
    }

    private static List<Route> withPreflight(Route route) {
        return List.of(route, CrossOrigin.preflight(route.method(), route.pattern()));
    }
}
