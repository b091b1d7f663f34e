package prisme;

import prisme.collect.RateLimit;
import prisme.collect.SlidingWindow;
import prisme.http.Filter;
import prisme.settings.Settings;
import prisme.threads.Rounds;

/// Limits how many events an address may send, and has forgotten each address a second after its window is over, also
/// while nobody sends anything.
///
/// @param filter what stands before the events
/// @param upkeep ends with the limiter
record Limiter(Filter filter, Upkeep upkeep) implements AutoCloseable {
    /// The share of the heap that addresses may take, as its divisor.
    private static final int SHARE = 16;

    /// What goes on beside the requests.
    interface Upkeep {
        void end();
    }

    static Limiter of(Settings.Rate rate) {
        if (rate.events() == 0) {
            return new Limiter(RateLimit.none(), () -> { });
        }
        long memory = Math.max(SlidingWindow.leastMemory(rate.events()), Runtime.getRuntime().maxMemory() / SHARE);
        SlidingWindow window = new SlidingWindow(rate.events(), rate.window(), memory, System.nanoTime());
        Rounds forgetting = EverySecond.start("prisme-limiter", () -> window.tend(System.nanoTime()));
        return new Limiter(new RateLimit(window, System::nanoTime), forgetting::close);
    }

    @Override public void close() {
        upkeep.end();
    }
}
