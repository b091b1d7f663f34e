package prisme.settings;

/// How serious a message is, from the least to the most.
public enum LogLevel { DEBUG, INFO, WARN, ERROR }
