package prisme.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One file of the log, either in the form in which it is written or in the one in which it is kept. Its name has its
/// number, so that it is known even where the header is damaged.
///
/// @param number from 1
record Segment(Path file, long number) {
    /// How the name of every segment begins, in whatever form.
    static final String PREFIX = "events-";
    static final String LOG = ".log";
    static final String COLUMNS = ".columns";
    private static final int DIGITS = 8;
    private static final int MOST_DIGITS = 18;

    /// A segment that is written to, or has not been sealed yet.
    static Segment numbered(long number, Path directory) {
        return new Segment(directory.resolve(fileName(number, LOG)), number);
    }

    /// A segment that is sealed.
    static Segment sealed(long number, Path directory) {
        return new Segment(directory.resolve(fileName(number, COLUMNS)), number);
    }

    /* Without the JDK's formatter, which loads a hundred classes: that would take long at the start. */
    private static String fileName(long number, String form) {
        String digits = Long.toString(number);
        return PREFIX + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + form;
    }

    boolean isSealed() {
        return file.getFileName().toString().endsWith(COLUMNS);
    }

    Path folder() {
        return file.resolveSibling("");
    }

    /// The name of its file while it is being written aside.
    Path aside() {
        return file.resolveSibling(file.getFileName() + Leftovers.ASIDE);
    }

    /// This segment in its other form.
    Segment other() {
        return isSealed() ? numbered(number, folder()) : sealed(number, folder());
    }

    /// The segments in a directory that are not sealed, by number. Other files are ignored.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> in(Path directory) throws StoreException {
        SortedMap<Long, Segment> logs = byNumber(directory, LOG);
        logs.keySet().removeAll(byNumber(directory, COLUMNS).keySet());
        return new ArrayList<>(logs.values());
    }

    /// The sealed segments in a directory, by number.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> sealedIn(Path directory) throws StoreException {
        return new ArrayList<>(byNumber(directory, COLUMNS).values());
    }

    /// All segments in a directory, by number. Where one is there in both forms, this is the sealed one, which gets its
    /// name when it is complete.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> allIn(Path directory) throws StoreException {
        /* In this order: one that is sealed in between is in both lists, rather than in none. */
        SortedMap<Long, Segment> all = byNumber(directory, LOG);
        all.putAll(byNumber(directory, COLUMNS));
        return new ArrayList<>(all.values());
    }

    private static SortedMap<Long, Segment> byNumber(Path directory, String form) throws StoreException {
        SortedMap<Long, Segment> segments = new TreeMap<>();
        for (Segment segment : named(directory, form)) {
            if (Files.isRegularFile(segment.file())) {
                segments.put(segment.number(), segment);
            }
        }
        return segments;
    }

    /// What is in a directory under the name of a segment and is no file: a directory, a pipe, a link that leads
    /// nowhere.
    ///
    /// @throws StoreException when the directory cannot be listed
    static List<Segment> noFilesIn(Path directory) throws StoreException {
        List<Segment> all = named(directory, LOG);
        all.addAll(named(directory, COLUMNS));
        /* One that is there no more was sealed or dropped a moment ago. */
        all.removeIf(segment -> Files.isRegularFile(segment.file())
                || Files.notExists(segment.file(), LinkOption.NOFOLLOW_LINKS));
        return all;
    }

    private static List<Segment> named(Path directory, String form) throws StoreException {
        List<Segment> segments = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                long number = numberIn(file.getFileName().toString(), form);
                if (number > 0) {
                    segments.add(new Segment(file, number));
                }
            }
            return segments;
        } catch (DirectoryIteratorException e) {
            throw new StoreException("cannot list " + directory, e.getCause());
        } catch (IOException e) {
            throw new StoreException("cannot list " + directory, e);
        }
    }

    /* By hand: regular expressions, and the JDK's patterns of file names, which are made of them, load more classes
     * than the rest of the store, and a start would wait for that. */
    /// The number in the name of a segment; 0 where the name is not that of a segment of this form.
    private static long numberIn(String name, String form) {
        if (!name.startsWith(PREFIX) || !name.endsWith(form)) {
            return 0;
        }
        long number = 0;
        int end = name.length() - form.length();
        for (int at = PREFIX.length(); at < end; at++) {
            int digit = name.charAt(at) - '0';
            if (digit < 0 || digit > 9 || at >= PREFIX.length() + MOST_DIGITS) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return name.equals(fileName(number, form)) ? number : 0;
    }

    /// What is missing between another segment and this one, if anything.
    Optional<Damage> missingAfter(Segment before) {
        long count = number - before.number() - 1;
        Path first = numbered(before.number() + 1, folder()).file();
        return count == 0 ? Optional.empty() : Optional.of(new Damage(first, 0, 0, count == 1
                ? "the segment is missing" : "this and the following segments are missing, " + count + " in all"));
    }
}
