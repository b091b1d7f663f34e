package prisme.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of the log, in the form in which it is written or in that in which it is kept. Its number is in its name,
/// so that it is known even where the header is damaged.
///
/// @param number from 1
record Segment(Path file, long number) {
    private static final int DIGITS = 8;
    private static final Pattern NAME = Pattern.compile("events-([0-9]{8,18})\\.(log|columns)");

    /// A segment that is written to, or has not been sealed yet.
    static Segment numbered(long number, Path directory) {
        return new Segment(directory.resolve(fileName(number, ".log")), number);
    }

    /// A segment that is sealed.
    static Segment sealed(long number, Path directory) {
        return new Segment(directory.resolve(fileName(number, ".columns")), number);
    }

    /* Formatting texts takes the JDK a hundred classes, which is a lot at the start. */
    private static String fileName(long number, String form) {
        String digits = Long.toString(number);
        return "events-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + form;
    }

    boolean isSealed() {
        return file.getFileName().toString().endsWith(".columns");
    }

    Path folder() {
        return file.resolveSibling("");
    }

    /// This segment in its other form.
    Segment other() {
        return isSealed() ? numbered(number, folder()) : sealed(number, folder());
    }

    /// The segments in a directory that are not sealed, by number. Whatever else lies there is not ours.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> in(Path directory) throws StoreException {
        return in(directory, "events-*.log");
    }

    /// The sealed segments in a directory, by number.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> sealedIn(Path directory) throws StoreException {
        return in(directory, "events-*.columns");
    }

    /// All segments in a directory, by number. One that is there in both forms was just sealed, or nearly so: then the
    /// form it had is the one that is certainly complete.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> allIn(Path directory) throws StoreException {
        /* In this order: one that is sealed in between is in both lists, and not in none. */
        TreeMap<Long, Segment> all = new TreeMap<>();
        in(directory).forEach(segment -> all.put(segment.number, segment));
        sealedIn(directory).forEach(segment -> all.putIfAbsent(segment.number, segment));
        return new ArrayList<>(all.values());
    }

    private static List<Segment> in(Path directory, String names) throws StoreException {
        List<Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
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
        Path directory = file.getParent();
        return number > 0 && (file.equals(numbered(number, directory).file)
                || file.equals(sealed(number, directory).file));
    }

    /// What to tell when this segment does not follow `before` directly.
    Optional<Damage> missingAfter(Segment before) {
        long count = number - before.number() - 1;
        Path first = numbered(before.number() + 1, folder()).file();
        return count == 0 ? Optional.empty() : Optional.of(new Damage(first, 0, 0, count == 1
                ? "the segment is missing" : "this and the following segments are missing, " + count + " in all"));
    }
}
