package prisme.http;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Gives each request an id, by which the owner finds it in our log, in the proxy's log and in the answer.
final class RequestId {
    private static final int MAX_LENGTH = 128;

    private final ProxyTrust trust;

    RequestId(ProxyTrust trust) {
        this.trust = trust;
    }

    /// The id that a trusted proxy has given the request, if it is valid, otherwise a new one.
    String of(RequestHeaders headers) {
        return trust instanceof ProxyTrust.Proxies(var _, var _, String name)
                ? given(headers, name).orElseGet(RequestId::random) : random();
    }

    private static Optional<String> given(RequestHeaders headers, String name) {
        return headers.first(name).filter(id -> !id.isEmpty() && id.length() <= MAX_LENGTH && isPrintable(id));
    }

    private static boolean isPrintable(String id) {
        return id.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /// A new id.
    /* A UUID of version 4 by RFC 9562, 5.4. It has to be unique, not secret, so a cheap generator will do; a secure one
     * would cost as much as the rest of our work on a request. */
    static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low).toString();
    }
}
