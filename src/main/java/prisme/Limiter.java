package prisme;

import prisme.collect.RateLimit;
import prisme.collect.SlidingWindow;
import prisme.http.Filter;
import prisme.settings.Settings;
import prisme.threads.Rounds;
import prisme.watch.Collector;
import prisme.watch.Exposition;

/// Limits how many events an address may send.
sealed interface Limiter extends Collector, AutoCloseable {
    /// The filter before the routes of events.
    Filter filter();

    @Override void close();

    static Limiter of(Settings.Rate rate) {
        return rate.events() == 0 ? new None() : Sliding.of(rate);
    }

    /// No limit.
    record None() implements Limiter {
        @Override public Filter filter() {
            return RateLimit.none();
        }

        @Override public void write(Exposition exposition) {
            /* There is nothing to count. */
        }

        @Override public void close() {
            /* Nothing has been begun. */
        }
    }

    /// A sliding window. It forgets each address at most a second after its window is over, even if there are no
    /// requests.
    record Sliding(SlidingWindow window, Rounds forgetting) implements Limiter {
        /// The share of the heap that addresses may take, as its divisor.
        private static final int SHARE = 16;

        private static Sliding of(Settings.Rate rate) {
            long memory = Math.max(SlidingWindow.leastMemory(rate.events()), Runtime.getRuntime().maxMemory() / SHARE);
            SlidingWindow window = new SlidingWindow(rate.events(), rate.window(), memory, System.nanoTime());
            return new Sliding(window, EverySecond.start("prisme-limiter", () -> window.tend(System.nanoTime())));
        }

        @Override public Filter filter() {
            return new RateLimit(window, System::nanoTime);
        }

        @Override public void write(Exposition exposition) {
            exposition.single("prisme_limiter_networks", Exposition.Type.GAUGE,
                    "Addresses (IPv6: /64) whose events are counted to limit them.", window.networks());
            exposition.single("prisme_limiter_forgotten_networks_total", Exposition.Type.COUNTER,
                    "Those that were forgotten before their window was over, for want of memory.", window.forgotten());
        }

        @Override public void close() {
            forgetting.close();
        }
    }
}
