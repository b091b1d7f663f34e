/// Decides whether two page views belong to the same visit, without knowing who the visitor is.
///
/// Start at [Visitors]: it takes every report, finds the visitor's [Device] and moves one of its [Session]s on. A
/// device is found by a keyed hash of what its requests have in common ([Fingerprint]); the key is a [DailySalt] that
/// is forgotten once no live session can need it. A page view is stored in a [PageviewJournal] before its session moves
/// on, so that one that could not be stored leaves no trace here either.
///
/// Everything is kept in bounded memory. A device is an object only while it is in use, and bytes otherwise
/// ([DeviceCodec]); when the memory is full, [Devices] forgets the device that was seen longest ago. Time is an
/// argument everywhere. [Continuity] lets sessions continue after a restart.
///
/// # What is kept on disk, for how long, and why that is the least
/// - The salts of today and of the days before on which a live session may have had its last page view ([SaltFile],
///   `salts`): until a session's lifetime after the end of the salt's day, which by default is 48 hours after the
///   beginning of that day.
/// - The hash that finds a device, 128 bits of it: in the journal's page views until their segment is sealed, where it
///   is of no use once its salt is gone; and in `sessions` ([SessionFile]) as long as a session of the device lives,
///   plus an hour.
/// - Where each live session is (its visit, visitor id, latest path, number of page views, time of the last one): in
///   `sessions` as long as it lives, plus an hour. All of it is also in the stored events.
///
/// Addresses and User-Agents are in none of them. Without today's salt, a restart would count one visitor as two, and
/// cut every visit under way in two; yesterday's is needed for visits that last beyond midnight. Without the hash of
/// the device, nobody could tell which session belongs to which visitor. The snapshot itself holds nothing that could
/// not be read from the journal. It saves a start from reading all of that, and lets the journal seal page views early,
/// without hashes.
///
/// As long as a salt exists, somebody who has the data directory could find out by trying which hash belongs to an
/// address and a User-Agent. So only its owner can read the file of the salts, and a salt is overwritten when its time
/// is over, even if there are no visits, or no room for a new file. A copy of the directory contains that file, too: a
/// backup that must not be attributable has to leave out `salts`. A server that is down keeps its salts until it is
/// started again. A longer `session.inactive.ttl` keeps salts for as much longer.
package prisme.visitors;
