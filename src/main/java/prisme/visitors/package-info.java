/// Tells whether two page views belong to the same visit, without knowing who the visitor is.
///
/// Start at [Visitors]: it takes every report, finds the visitor's [Device] and moves one of its [Session]s on. A
/// device is found by a keyed hash of what its requests have in common ([Fingerprint]); the key is a [DailySalt] that
/// is forgotten once no live session can need it. What is recorded goes to a [PageviewJournal] before a session moves,
/// so that a page view that could not be stored leaves no trace here either.
///
/// Everything is held in memory of a bounded size, as bytes as long as nobody is busy with it: [Devices] lets go of the
/// device that was seen longest ago when it is full. Time is an argument everywhere. [Continuity] lets sessions go on
/// after a restart.
///
/// # What is kept on disk, for how long, and why that is the least
/// - The salts of today and of the days before on which a live session may have had its last page view ([SaltFile],
///   `salts`): until the life of a session after the end of the salt's day, which is 48 hours with the default, counted
///   from the day's begin.
/// - The hash that finds a device, 128 bits of it: in the journal's page views until they are packed away, where it
///   leads nowhere once its salt is gone; and in `sessions` ([SessionFile]) as long as a session of the device lives,
///   and an hour.
/// - Where each live session is (its visit, visitor id, latest path, number of page views, time of the last one): in
///   `sessions` as long as it lives, and an hour. All of it also stands in the events.
///
/// Addresses and User-Agents are in neither. Without today's salt a restart would make two visitors of one, and cut
/// every visit under way in two; yesterday's is needed for visits that last over midnight. Without the hash of the
/// device nothing would say which of the sessions is whose. The snapshot itself holds nothing that could not be read
/// from the journal; it spares a start from reading all of that, and lets the journal pack away page views early,
/// without hashes.
///
/// While a salt is there, somebody who has the data directory could find out by trying which hash an address and a
/// User-Agent have. So the file of the salts can be read by its owner alone, a salt is overwritten when its time has
/// come, also while nobody visits, and whoever copies the directory copies that file, too: a backup that must not be
/// attributable leaves `salts` out. A server that is down keeps what it has until it is started again. A longer
/// `session.inactive.ttl` keeps salts for as much longer.
package prisme.visitors;
