package prisme.collect;

import java.io.IOException;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.HtmlText;
import prisme.http.Problem;
import prisme.http.Request;
import prisme.http.Response;

/// Answers a visitor who followed a link through this server with a page that shows the target, when the rate limit or
/// an overload keeps the server from redirecting. Only links from registered sites are shown, so that nobody else can
/// use this server to hide where a link leads.
final class LinkPage implements Filter {
    private final String links;
    private final Reception reception;

    /// @param links the path of the route that redirects
    LinkPage(String links, Reception reception) {
        this.links = links;
        this.reception = reception;
    }

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        Response response = next.handle(request);
        boolean isTurnedAway = response.status() == 429 || response.status() == 503;
        if (!isTurnedAway || response.problem().isEmpty() || !request.path().equals(links)) {
            return response;
        }
        Response page = reception.ofLinks(report -> page(response, Click.ofLink(report))).handle(request);
        return page.status() == response.status() ? page : response;
    }

    /// Turns an error into a page that links to the target of the click.
    static Response page(Response error, Click click) {
        String target = HtmlText.escaped(click.target().whole());
        return error
                .with(Pixel.ERROR_HEADER, Pixel.printable(error.problem().map(Problem::detail).orElse("")))
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
