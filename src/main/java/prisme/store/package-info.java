/// Keeps every event on disk in order of arrival, and reads them back.
///
/// Start at [EventLog]. Threads that append at the same time share one write ([GroupCommit]), which [Tail] makes at
/// the end of the last segment ([GrowingSegment]); a full segment is synced and never written to again. After a stop of
/// any kind, [Recovery] finds the end of the last segment. [LogReader], [Timeline] and [Archive] read while another
/// thread or process writes.
///
/// In the background, a [Housekeeper] gives full segments the form in which they are kept ([Sealing]): columns, see
/// [prisme.columns]. A sealed segment has the same number, and holds the same events with the same sequence numbers in
/// a tenth of the space, but not their devices. The housekeeper also drops what is older than wanted ([Retention]).
///
/// # What is in a directory
/// | file | what it is |
/// | --- | --- |
/// | `lock` | locked by the one process that may write; holds its process id |
/// | `events-00000001.columns` … | sealed segments |
/// | `events-00000007.log` … | segments that are not sealed yet, numbered in the order in which they were begun |
/// | `events-00000002.columns.tmp` | a segment that is being sealed |
/// | `events-00000008.log.tmp` | what the disk failed to take of segment 7, being written once more |
/// | `events-00000003.log.torn-4711` | what a recovery cut off segment 3 at byte 4711, at most 1 MiB; may be deleted |
/// | `events-00000003.log.damaged` | segment 3 as it was when something in it could not be sealed; may be deleted |
///
/// Anything else is left alone. A number missing between two others is reported; numbers missing before all others are
/// not, as the oldest segments are deleted when they are too old. A segment that is too old but comes after one that is
/// not is replaced by a sealed segment without events. Where a segment is there in both forms, it was sealed a moment
/// ago: both hold the same, and the log stays for a minute, or until the next start, for the sake of copies that are
/// being made of the directory. The number inside a file tells which segment it is: under another name it counts as
/// damage, and nothing of it is served. What is no file but stands where the next segment belongs is damage, too, as no
/// event could be stored there.
///
/// # Format version 1
/// All numbers are big-endian. A segment is a header and records:
/// ```
/// ┌──────────────────┬───────────────┬──────────────┬──────────────────────┬──────────────┐
/// │ "PRISMELG" <8 B> │ version <4 B> │ number <8 B> │ first sequence <8 B> │ crc32c <4 B> │  the checksum covers
/// └──────────────────┴───────────────┴──────────────┴──────────────────────┴──────────────┘  all before it
/// ┌───────────────────┬──────────────┬──────────────┬────────────────┬──────────────────┐
/// │ F5 50 52 4D <4 B> │ crc32c <4 B> │ length <4 B> │ sequence <8 B> │ payload <length> │  again and again
/// └───────────────────┴──────────────┴──────────────┴────────────────┴──────────────────┘
/// ```
/// A record's checksum covers the segment's number as eight bytes, then everything behind the checksum. The sequence
/// number grows by one from record to record through all segments. A payload has 25 to 262,144 bytes.
///
/// So a record can be told from anything else: zeros have no magic; an older copy of a record has a sequence number
/// that is not larger than the one before; a record of another segment, or one with a wrong length, fails the checksum.
/// After damage the next record is found by its magic, whose first byte does not occur in UTF-8 and so in no text that
/// came from outside. Bytes at the end of the last segment that no record follows are a record that was being written;
/// they were never acknowledged.
///
/// When a segment's first sequence number is not larger than the last of the segment before, its records replace those
/// there. That happens when the disk fails to take what was written. The kernel may then have dropped it, and a second
/// sync would succeed all the same. So what was waiting for the failed sync is kept in memory ([Unsynced]) and written
/// once more as the beginning of the next segment ([Salvage]), and nothing is acknowledged until that is on the disk.
///
/// The payload is one event:
/// ```
/// kind <1 B>   1 page view of a known device, 2 page view, 3 custom event, 4 outbound click, 5 file download
/// time <8 B>   milliseconds since 1970 UTC
/// session <16 B>
/// 1, 2:        version <varint>, status <varint>
/// 1:           device <16 B>
/// texts:       domain, entry path, referrer domain, country, browser, system, device, utm source, medium, campaign,
///              term, content, visitor id, path
/// 3:           name <text>, properties <text>
/// 4, 5:        link or url <text>
/// ```
/// A varint has seven bits in each byte, the lowest first; the highest bit is set in all bytes but the last. A text is
/// its length in bytes as a varint, and then UTF-8; half a surrogate pair, which is not a character, becomes U+FFFD.
///
/// # What is not here
/// Addresses and user agents. The device is a keyed hash whose key is deleted when its day is over.
package prisme.store;
