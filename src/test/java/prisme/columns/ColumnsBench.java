package prisme.columns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import prisme.columns.Layout.HiddenEventColumn;
import prisme.columns.Layout.HiddenSessionColumn;
import prisme.demo.Traffic;
import prisme.event.Event;

/// Measures what made-up traffic takes in columns: bytes an event, the time to write them, the time to read them. To be
/// run by hand.
final class ColumnsBench {
    private static final int EVENTS = 262_144;

    private ColumnsBench() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.createTempFile("bench", ".columns");
        PartBuilder part = new PartBuilder(1);
        for (int round = 0; round < 3; round++) {
            Iterator<Event> events = Traffic.of(1, Instant.parse("2026-01-01T00:00:00Z"), 30, 1_000_000).events();
            part = new PartBuilder(1);
            long nanos = 0;
            while (part.events() < EVENTS && events.hasNext()) {
                Event event = events.next();
                long start = System.nanoTime();
                part.add(part.events() + 1, event);
                nanos += System.nanoTime() - start;
            }
            long start = System.nanoTime();
            PartWriter.write(part, 1, 1, part.events(), file);
            System.out.printf("added in %d ms, written in %d ms%n", nanos / 1_000_000,
                    (System.nanoTime() - start) / 1_000_000);
        }
        System.out.printf("%d events, %d sessions, %d visitors: %.2f bytes an event%n", part.events(), part.sessions(),
                part.visitors(), Files.size(file) / (double) part.events());
        read(file);
        Files.delete(file);
    }

    private static void read(Path file) throws IOException {
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            SealedPart part = ((SealedPart.Opening.Opened) SealedPart.open(file, System.out::println)).part();
            System.out.printf("opened in %.1f ms%n", (System.nanoTime() - start) / 1e6);
            part.close();
        }
        SealedPart part = ((SealedPart.Opening.Opened) SealedPart.open(file, System.out::println)).part();
        Layout layout = new Layout(headOf(file));
        for (HiddenEventColumn column : HiddenEventColumn.values()) {
            print(column, layout.first(column), part.events(), headOf(file), part.events());
        }
        for (EventColumn column : EventColumn.values()) {
            print(column, layout.first(column), part.events(), headOf(file), part.events());
        }
        for (HiddenSessionColumn column : HiddenSessionColumn.values()) {
            print(column, layout.first(column), part.sessions(), headOf(file), part.events());
        }
        for (SessionColumn column : SessionColumn.values()) {
            print(column, layout.first(column), part.sessions(), headOf(file), part.events());
        }
        print("KEYS", layout.firstOfKeysHigh(), 2 * part.visitors(), headOf(file), part.events());
        int first = layout.firstOfTexts().getFirst();
        System.out.printf("texts %.3f%n", headOf(file).blocks().stream().skip(first).mapToInt(Head.Block::length)
                .sum() / (double) part.events());
        System.out.printf("heads %.3f parity %.3f%n", 2.0 * headOf(file).encode().length / part.events(),
                headOf(file).strip() / (double) part.events());
        int[] into = new int[part.events()];
        for (EventColumn column : EventColumn.values()) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 40; round++) {
                long start = System.nanoTime();
                part.read(column, 0, part.events(), into);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf("%s %.2f ns%n", column, best / (double) part.events());
        }
        long[] times = new long[part.events()];
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 40; round++) {
            long start = System.nanoTime();
            part.times(0, part.events(), times);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("times %.2f ns%n", best / (double) part.events());
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            int count = 0;
            for (EventCursor cursor = part.cursor(); cursor.next(); ) {
                count += cursor.event().path().length();
            }
            System.out.printf("cursor %d: %.0f ns an event%n", count,
                    (System.nanoTime() - start) / (double) part.events());
        }
        System.out.println(Arrays.stream(into).sum());
        part.close();
    }

    private static Head headOf(Path file) throws IOException {
        return ((Head.Finding.Whole) Examination.head(file)).head();
    }

    private static void print(Object name, int first, int rows, Head head, int events) {
        int blocks = Layout.blocks(rows);
        long size = head.blocks().subList(first, first + blocks).stream().mapToLong(Head.Block::length).sum();
        System.out.printf("%-14s %.2f bits a row, %.3f bytes an event%n", name, size * 8.0 / rows,
                size / (double) events);
    }
}
