/// Tells whether two page views belong to the same visit, without knowing who the visitor is.
///
/// Start at [Visitors]: it takes every report, finds the visitor's [Device] and moves one of its [Session]s on. A device
/// is found by a keyed hash of what its requests have in common ([Fingerprint]); the key is a [DailySalt] that is
/// forgotten once no live session can need it. What is recorded goes to a [Journal] before a session moves, so that a
/// page view that could not be stored leaves no trace here either.
///
/// Everything is held in memory of a bounded size: [Devices] forgets the device that was seen longest ago when it is
/// full. Time is an argument everywhere.
package prisme.visitors;
