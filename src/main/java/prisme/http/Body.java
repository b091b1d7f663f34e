package prisme.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// What an answer carries besides its headers.
sealed interface Body {
    /// Nothing at all.
    record Empty() implements Body {
        private static final byte[] NO_BYTES = {};

        @Override public byte[] bytes() {
            return NO_BYTES;
        }
    }

    /// These bytes, which nobody may change.
    record Bytes(byte[] bytes) implements Body {}

    /// A problem, which becomes bytes when it is sent.
    record Trouble(Problem problem) implements Body {
        @Override public byte[] bytes() {
            return problem.toJson();
        }

        @Override public Optional<Problem> trouble() {
            return Optional.of(problem);
        }

        @Override public Body showing(byte[] bytes) {
            return new Shown(problem, bytes);
        }
    }

    /// Bytes that are sent instead of a problem, of which is still known what it was.
    record Shown(Problem problem, byte[] bytes) implements Body {
        @Override public Optional<Problem> trouble() {
            return Optional.of(problem);
        }

        @Override public Body showing(byte[] others) {
            return new Shown(problem, others);
        }
    }

    /// A body that is written as it is sent, of unknown length.
    record Stream(BodyWriter writer) implements Body {
        @Override public byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                writer.writeTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /// The bytes that are sent; a stream is written into memory.
    ///
    /// @throws UncheckedIOException when writing it fails
    byte[] bytes();

    /// The problem that this is, or in whose place these bytes are sent.
    default Optional<Problem> trouble() {
        return Optional.empty();
    }

    /// A body of these bytes instead; a problem is remembered.
    default Body showing(byte[] bytes) {
        return new Bytes(bytes);
    }
}
