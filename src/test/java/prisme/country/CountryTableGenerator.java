package prisme.country;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import prisme.ip.IpAddress;

/// Makes the built-in country table, whose format [PackedTable] documents.
///
/// After `mvn test-compile`, with two files of lines `start,end,CC` (both ends inclusive, ascending, version 4 dotted,
/// version 6 as 32 hexadecimal digits):
/// ```
/// java -cp target/classes:target/test-classes prisme.country.CountryTableGenerator \
///     country-ipv4.csv.gz country-ipv6.csv.gz src/main/resources/prisme/country/countries.bin
/// ```
/// The table is exact: blocks must be whole multiples of 8 addresses in version 4 and of /64 networks in version 6, or
/// the generator stops. With new files the checksums in [CountryTableTest] change; it says how they are taken.
public final class CountryTableGenerator {
    private CountryTableGenerator() {}

    static void main(String[] args) throws IOException {
        List<Range> ipv4 = lines(Path.of(args[0])).map(CountryTableGenerator::ipv4).toList();
        List<Range> ipv6 = lines(Path.of(args[1])).map(CountryTableGenerator::ipv6).toList();
        byte[] table = pack(ipv4, ipv6);
        Files.write(Path.of(args[2]), table);
        System.err.println(table.length + " bytes");
    }

    /// Addresses from `start` up to, but not including, `end`, both counted in blocks. The end of the version 6 space
    /// is 0.
    record Range(long start, long end, String country) {
        long length() {
            return end - start;
        }
    }

    static Range ipv4(String line) {
        String[] columns = line.split(",");
        long start = Integer.toUnsignedLong(IpAddress.parse(columns[0]).orElseThrow().ipv4());
        long end = Integer.toUnsignedLong(IpAddress.parse(columns[1]).orElseThrow().ipv4()) + 1;
        int block = 1 << PackedTable.IPV4_BLOCK_BITS;
        require(start % block == 0 && end % block == 0, line);
        return new Range(start / block, end / block, columns[2]);
    }

    static Range ipv6(String line) {
        String[] columns = line.split(",");
        require(columns[0].endsWith("0".repeat(16)) && columns[1].endsWith("f".repeat(16)), line);
        return new Range(Long.parseUnsignedLong(columns[0].substring(0, 16), 16),
                Long.parseUnsignedLong(columns[1].substring(0, 16), 16) + 1, columns[2]);
    }

    static byte[] pack(List<Range> ipv4, List<Range> ipv6) throws IOException {
        List<String> codes = Stream.concat(Stream.of(Countries.UNKNOWN), countries(ipv4, ipv6).stream()).toList();
        require(codes.size() <= 256, codes);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(codes.size());
        out.writeBytes(String.join("", codes));
        columns(withGaps(ipv4, 1L << Integer.SIZE - PackedTable.IPV4_BLOCK_BITS), codes, out);
        columns(withGaps(ipv6, 0), codes, out);
        return deflated(bytes.toByteArray());
    }

    private static byte[] deflated(byte[] table) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(2 * Integer.BYTES).putInt(PackedTable.MAGIC).putInt(table.length);
        packed.writeBytes(header.array());
        try (Deflater best = new Deflater(Deflater.BEST_COMPRESSION)) {
            DeflaterOutputStream out = new DeflaterOutputStream(packed, best);
            out.write(table);
            out.finish();
        }
        return packed.toByteArray();
    }

    private static TreeSet<String> countries(List<Range> ipv4, List<Range> ipv6) {
        return Stream.concat(ipv4.stream(), ipv6.stream()).map(Range::country)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same ranges, with ranges of nobody between them and up to the end of the space.
    private static List<Range> withGaps(List<Range> ranges, long end) {
        List<Range> all = new ArrayList<>();
        long reached = 0;
        for (Range range : ranges) {
            require(Long.compareUnsigned(range.start(), reached) >= 0, range);
            addGap(all, reached, range.start());
            all.add(range);
            reached = range.end();
        }
        addGap(all, reached, end);
        return all;
    }

    private static void addGap(List<Range> ranges, long start, long end) {
        if (start != end) {
            ranges.add(new Range(start, end, Countries.UNKNOWN));
        }
    }

    private static void columns(List<Range> ranges, List<String> codes, DataOutputStream out) throws IOException {
        List<Long> lengths = byFrequency(ranges.stream().map(Range::length));
        out.writeInt(ranges.size());
        out.writeInt(lengths.size());
        for (long length : lengths) {
            out.writeLong(length);
        }
        for (int i = 0; i < ranges.size(); i += PackedRanges.STRIDE) {
            out.writeLong(ranges.get(i).start());
        }
        Map<String, Integer> codeIndex = indexes(codes);
        Map<Long, Integer> lengthIndex = indexes(lengths);
        column(ranges, range -> codeIndex.get(range.country()), out);
        column(ranges, range -> lengthIndex.get(range.length()), out);
        column(ranges, range -> lengthIndex.get(range.length()) >> Byte.SIZE, out);
    }

    /// Writes the lowest byte of a number for each range.
    private static void column(List<Range> ranges, ToIntFunction<Range> number, DataOutputStream out)
            throws IOException {
        for (Range range : ranges) {
            out.write(number.applyAsInt(range));
        }
    }

    private static List<Long> byFrequency(Stream<Long> lengths) {
        Map<Long, Long> counts = lengths.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.keySet().stream()
                .sorted(Comparator.comparing((Long length) -> -counts.get(length)).thenComparing(Function.identity()))
                .toList();
    }

    private static <T> Map<T, Integer> indexes(List<T> items) {
        Map<T, Integer> indexes = new HashMap<>();
        items.forEach(item -> indexes.put(item, indexes.size()));
        return indexes;
    }

    private static void require(boolean met, Object what) {
        if (!met) {
            throw new IllegalArgumentException("cannot be packed exactly: " + what);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
                    StandardCharsets.US_ASCII)).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
