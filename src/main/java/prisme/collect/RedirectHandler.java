package prisme.collect;

import java.io.IOException;
import prisme.http.HtmlText;
import prisme.http.Response;

/// Leads a visitor who followed a link through this server on to its target. Whatever becomes of the event, nobody is
/// left standing: where it could not be stored, the answer is a page that links to the target.
final class RedirectHandler implements EventHandler {
    private final OutboundHandler outbound;

    RedirectHandler(OutboundHandler outbound) {
        this.outbound = outbound;
    }

    @Override
    public Response handle(Report report) throws BadReport, InterruptedException {
        Click click = Click.ofLink(report);
        try {
            if (!report.request().recordsNothing()) {
                outbound.store(click);
            }
            return Response.of(302).with("Location", click.target().whole()).with("Cache-Control", "no-store");
        } catch (BadReport e) {
            return e.outcome().of(stranded(400, click, e.getMessage()));
        } catch (IOException e) {
            return stranded(503, click, "The event could not be stored: " + e.getMessage());
        }
    }

    private static Response stranded(int status, Click click, String reason) {
        String target = HtmlText.escaped(click.target().whole());
        return Response.of(status)
                .with(Pixel.ERROR_HEADER, Pixel.printable(reason))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", "default-src 'none'")
                .withBody("text/html; charset=utf-8", """
                        <!doctype html>
                        <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                        <title>Go on</title>
                        <p>You followed a link to <a rel="noreferrer" href="%s">%s</a>.</p>
                        </html>
                        """.formatted(target, target));
    }
}
