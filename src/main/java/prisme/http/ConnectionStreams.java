package prisme.http;

/// The two directions of one connection.
record ConnectionStreams(Inflow in, Outflow out) {}
