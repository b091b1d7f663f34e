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

    /// Why there is nothing else; it becomes bytes on the way out.
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

    /// What is shown in the place of a problem.
    record Shown(Problem problem, byte[] bytes) implements Body {
        @Override public Optional<Problem> trouble() {
            return Optional.of(problem);
        }

        @Override public Body showing(byte[] others) {
            return new Shown(problem, others);
        }
    }

    /// What the writer will write, of unknown length.
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

    /// The bytes that are sent; what is written bit by bit is written into memory.
    ///
    /// @throws UncheckedIOException when writing it fails
    byte[] bytes();

    /// Why there is nothing else, whatever is shown in its place.
    default Optional<Problem> trouble() {
        return Optional.empty();
    }

    /// These bytes in the place of this body.
    default Body showing(byte[] bytes) {
        return new Bytes(bytes);
    }
}
