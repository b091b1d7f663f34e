package prisme.collect;

import java.time.Duration;

/// Whether a client may send one more request now.
public sealed interface Admission {
    /// It may. The request has been counted.
    record Admitted() implements Admission {
        static final Admitted INSTANCE = new Admitted();
    }

    /// It has to wait. The request has not been counted.
    ///
    /// @param retryAfter how long until a request of this client is admitted, if no other comes first; more than zero
    record Refused(Duration retryAfter) implements Admission {
        private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

        /// The value of a [Retry-After](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3) header: whole seconds,
        /// rounded up so that a client that obeys is admitted, and at least 1.
        public long retryAfterSeconds() {
            return Math.max(1, retryAfter.plus(ALMOST_A_SECOND).toSeconds());
        }
    }
}
