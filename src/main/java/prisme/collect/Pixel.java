package prisme.collect;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import prisme.http.Filter;
import prisme.http.Handler;
import prisme.http.Problem;
import prisme.http.Request;
import prisme.http.Response;

/// Makes the routes that are called by images answer with an image. Even an error is an image, with its reason in a
/// header, so that no page shows a broken picture. Answers to paths without a route, and to links, stay as they are.
final class Pixel implements Filter {
    static final String ERROR_HEADER = "X-Prisme-Error";

    /* One transparent pixel in 35 bytes: a GIF89a without a colour table, whose only colour is marked transparent, one
     * literal of image data, and the trailer where the image data would otherwise end. */
    private static final byte[] GIF =
            HexFormat.of().parseHex("4749463839610100010000000021f90401000000002c0000000001000100000201283b");
    private static final int MAX_REASON = 512;

    private final String links;

    /// @param links the path of the one route here that visitors follow as a link
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

    /// At most [#MAX_REASON] characters of `text`, with `?` for each that is not allowed in a header.
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(MAX_REASON)
                .forEach(c -> printable.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return printable.toString();
    }
}
