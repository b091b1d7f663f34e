package prisme.store;

import java.time.Duration;

/// How often the log was forced onto the disk since it was opened, and how long that took altogether.
public record Syncs(long count, Duration time) {}
