package prisme.event;

/// The salted fingerprint that finds a visitor's sessions: 128 bits of a keyed hash, never shown to anybody.
public record DeviceId(long high, long low) {}
