package prisme.collect;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Problem;
import prisme.http.Request;
import prisme.http.Response;

/// Answers the routes that images call with an image, whatever else is to be said: an error stays a picture, with the
/// reason in a header, so that no page shows a broken one. What leads to no image route stays as it is: a path without
/// a route, and links.
final class Pixel implements Filter {
    static final String ERROR_HEADER = "X-Prisme-Error";

    /* One transparent pixel in 35 bytes: a GIF89a without colour table, whose only colour is marked transparent, one
     * literal of image data, and the trailer in the place where the data's own end would be. */
    private static final byte[] GIF =
            HexFormat.of().parseHex("4749463839610100010000000021f90401000000002c0000000001000100000201283b");
    private static final int MAX_REASON = 512;

    private final String links;

    /// @param links the path of the one route here that people follow rather than look at
    Pixel(String links) {
        this.links = links;
    }

    @Override
    public Response apply(Request request, Handler next) throws IOException {
        Response response = next.handle(request);
        boolean isImage = response.status() == 200 || response.isError() && response.status() != 404;
        return isImage && !request.path().equals(links) ? pixel(response) : response;
    }

    private static Response pixel(Response response) {
        Optional<String> reason = response.problem().map(Problem::detail);
        return reason.map(detail -> response.with(ERROR_HEADER, printable(detail))).orElse(response)
                .with("Cache-Control", "no-store")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .withBody("image/gif", GIF);
    }

    /// `text` as far as it may stand in a header.
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(MAX_REASON)
                .forEach(c -> printable.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return printable.toString();
    }
}
