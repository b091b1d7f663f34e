package prisme.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import prisme.http.Response;

/// A sign-in page that needs no other file.
public final class PlainSignInPage implements SignInPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { display: grid; place-content: center; min-height: 100vh; margin: 0; }
            form { display: grid; gap: .75rem; width: min(20rem, 90vw); }
            h1 { font-size: 1.25rem; margin: 0; }
            p { margin: 0; }
            input, button { font: inherit; padding: .5rem .75rem; }
            """;
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>Sign in · Prisme</title>
            <style>%s</style>
            <form method="post" action="%s">
            <h1>Sign in to Prisme</h1>
            %s<label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
            <input name="next" type="hidden" value="%s">
            <button>Sign in</button>
            </form>
            """;
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override public Response draw(Occasion occasion, String next) {
        return Response.ok()
                .withBody("text/html; charset=utf-8", PAGE.formatted(STYLE, PATH, notice(occasion), escaped(next)))
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin");
    }

    private static String notice(Occasion occasion) {
        return switch (occasion) {
            case FIRST_TRY -> "";
            case WRONG_PASSWORD -> "<p role=\"alert\">That is not the password.</p>\n";
            case TOO_MANY_TRIES -> "<p role=\"alert\">Too many wrong passwords. Try again in a minute.</p>\n";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
