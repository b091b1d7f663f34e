package prisme;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import prisme.exchange.Import;

/// Shows on a terminal how many lines an import has read, in one line that is overwritten again and again.
final class ImportProgress implements Import.Progress {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream terminal;
    private final LongSupplier nanoTime;
    private final long pause;
    private final long start;
    private long shownAt;
    private boolean isShown;

    ImportProgress(PrintStream terminal, LongSupplier nanoTime, long pause) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.start = nanoTime.getAsLong();
        this.shownAt = start;
    }

    static ImportProgress on(PrintStream terminal) {
        return new ImportProgress(terminal, System::nanoTime, PAUSE);
    }

    /// A progress that is never shown.
    static ImportProgress none() {
        return new ImportProgress(System.err, System::nanoTime, Long.MAX_VALUE);
    }

    @Override
    public void at(long lines) {
        long now = nanoTime.getAsLong();
        if (now - shownAt >= pause) {
            shownAt = now;
            isShown = true;
            long rate = Math.round(lines / ((now - start) / 1e9));
            terminal.print(String.format(Locale.ROOT, "\r%,d lines, %,d a second ", lines, rate));
            terminal.flush();
        }
    }

    /// Ends the line, if one was shown.
    void end() {
        if (isShown) {
            terminal.println();
            isShown = false;
        }
    }
}
