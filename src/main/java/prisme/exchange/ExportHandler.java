package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import prisme.http.Handler;
import prisme.http.Request;
import prisme.http.Response;
import prisme.store.StoreException;
import prisme.threads.LongWork;

/// Exports over HTTP, while the response is being sent. Each export takes a share of the heap, so only a few run at the
/// same time; others wait until one of them has ended.
public final class ExportHandler implements Handler {
    private static final System.Logger LOGGER = System.getLogger("prisme.exchange");

    private static final int MOST = 2;
    private static final String RETRY_SECONDS = "1";

    private final Path directory;
    private final LongWork exports = new LongWork("prisme-export", MOST);

    /// @param directory where the events are
    public ExportHandler(Path directory) {
        this.directory = directory;
    }

    @Override public Response handle(Request request) {
        Optional<Response> refusal = UnknownParameters.refusal(request.query(), ExportParameters.NAMES);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!Files.isReadable(directory)) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "an export was answered 503: cannot read " + directory);
            return Response.problem(503, "The events cannot be read at the moment.").with("Retry-After", RETRY_SECONDS);
        }
        try {
            return answer(ExportParameters.read(name -> value(name, request)));
        } catch (InvalidParameter e) {
            return Response.problem(400, "The parameter " + e.name() + " " + e.getMessage() + ".");
        }
    }

    private static Optional<String> value(String name, Request request) {
        Optional<String> value = request.query().first(name);
        boolean isTime = name.equals(ExportParameters.FROM) || name.equals(ExportParameters.TO);
        return isTime ? value.map(ExportHandler::withPlus) : value;
    }

    /* A + in a query means a space unless it is percent-encoded, and no offset begins with a space. */
    private static String withPlus(String time) {
        int space = time.lastIndexOf(' ');
        return space >= 0 && space == time.length() - "+00:00".length()
                ? time.substring(0, space) + "+" + time.substring(space + 1) : time;
    }

    private Response answer(Export export) {
        String name = "prisme-" + export.table().name().toLowerCase(Locale.ROOT);
        return switch (export.format()) {
            case NDJSON -> answer(export, "application/x-ndjson", name + ".ndjson");
            case CSV -> answer(export, "text/csv; charset=utf-8", name + ".csv");
        };
    }

    private Response answer(Export export, String contentType, String file) {
        return Response.ok()
                .withStream(contentType, out -> run(export, out))
                .with("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
    }

    private void run(Export export, OutputStream out) throws IOException {
        try {
            exports.run(() -> export.run(directory, out, damage ->
                    LOGGER.log(System.Logger.Level.WARNING, () -> "of an export: " + damage.toReaders())), out::flush);
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "an export has broken off: " + e.getMessage());
            throw e;
        }
    }
}
