package prisme.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of the log. Its number is in its name, so that it is known even where the header is damaged.
///
/// @param number from 1
record Segment(Path file, long number) {
    private static final Pattern NAME = Pattern.compile("events-([0-9]{8,18})\\.log");

    static Segment numbered(long number, Path directory) {
        return new Segment(directory.resolve(String.format("events-%08d.log", number)), number);
    }

    /// The segments in a directory by number. Whatever else lies there is not ours.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> in(Path directory) throws StoreException {
        List<Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "events-*.log")) {
            files.forEach(file -> named(file).ifPresent(segments::add));
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw new StoreException("cannot list " + directory, e.getCause());
        } catch (IOException e) {
            throw new StoreException("cannot list " + directory, e);
        }
        segments.sort(Comparator.comparingLong(Segment::number));
        return segments;
    }

    private static Optional<Segment> named(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && Files.isRegularFile(file)
                ? Optional.of(new Segment(file, Long.parseLong(name.group(1)))).filter(Segment::isNamedAsUsual)
                : Optional.empty();
    }

    private boolean isNamedAsUsual() {
        return number > 0 && equals(numbered(number, file.getParent()));
    }

    /// What to tell when this segment does not follow `before` directly.
    Optional<Damage> missingAfter(Segment before) {
        long count = number - before.number() - 1;
        Path first = numbered(before.number() + 1, file.resolveSibling("")).file();
        return count == 0 ? Optional.empty() : Optional.of(new Damage(first, 0, 0, count == 1
                ? "the segment is missing" : "this and the following segments are missing, " + count + " in all"));
    }
}
