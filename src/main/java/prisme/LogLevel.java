package prisme;

/// How serious a message is, from the least to the most.
enum LogLevel { DEBUG, INFO, WARN, ERROR }
