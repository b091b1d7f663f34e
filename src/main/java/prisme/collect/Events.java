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
    private final Filter watched;

    /// How much is taken, and from whom.
    ///
    /// @param limit    refuses those who send too much, see [RateLimit]
    /// @param atOnce   how many requests are answered at once; half as many may wait for a session
    /// @param patience how long one may wait for its session
    public record Bounds(Filter limit, int atOnce, Duration patience) {
        Attributions attributions(Visitors visitors, InstantSource clock) {
            return new Attributions(visitors, patience, atOnce / 2, clock);
        }
    }

    /// @param countries tell where a visitor is
    /// @param journal   where events other than page views are stored
    /// @param watch     is told what becomes of every report
    public Events(Bounds bounds, Origins origins, Countries countries, Visitors visitors, EventJournal journal,
                  ReportWatch watch, InstantSource clock) {
        Logbook logbook = new Logbook(bounds.attributions(visitors, clock), journal, clock);
        this.limit = bounds.limit();
        this.share = new Share(bounds.atOnce());
        this.watched = new Watched(watch);
        this.reception = new Reception(origins);
        this.pageview = new PageviewHandler(visitors, new Newcomers(countries), clock);
        this.custom = new CustomEventHandler(report -> Properties.ofBody(report.request()), logbook);
        this.customOfImage = new CustomEventHandler(report -> Properties.ofQuery(report.query()), logbook);
        this.download = new DownloadHandler(logbook);
        this.outbound = new OutboundHandler(logbook);
    }

    /// Every address that takes events.
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

    /// What stands before these routes, and before the answers where there is none.
    public List<Scope> scopes() {
        CrossOrigin crossOrigin = new CrossOrigin();
        return List.of(
                new Scope(SCRIPTED, crossOrigin), new Scope(SCRIPTED, watched), new Scope(SCRIPTED, limit),
                new Scope(SCRIPTED, share),
                new Scope(NOSCRIPT, crossOrigin), new Scope(NOSCRIPT, new Pixel(LINKS)),
                new Scope(NOSCRIPT, new Onward(LINKS, reception)),
                new Scope(NOSCRIPT, watched), new Scope(NOSCRIPT, limit),
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
