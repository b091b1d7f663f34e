package prisme.http;

/// The two directions of one connection.
record Line(Inflow in, Outflow out) {}
