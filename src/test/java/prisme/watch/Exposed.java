package prisme.watch;

/// What a [Collector] writes.
public final class Exposed {
    private Exposed() {}

    public static String text(Collector collector) {
        StringBuilder text = new StringBuilder();
        collector.write(new Exposition(text));
        return text.toString();
    }
}
