/// Keeps every event on disk in order of arrival, and reads them back.
///
/// Start at [EventLog]. Threads that append at the same time share one write ([GroupCommit]), which [Tail] makes at
/// the end of the last segment ([GrowingSegment]); one that is full is synced and never written again. After a stop of
/// any kind [Recovery] finds the end of the last segment. [LogReader], [Timeline] and [Archive] read beside a running
/// writer.
///
/// Behind them a [Housekeeper] gives full segments the form in which they are kept ([Sealing]): columns, see
/// [prisme.columns]. It has the same number and holds the same events with the same sequence numbers, in a tenth of
/// the room, but not their devices. It also drops what is older than wanted ([Retention]).
///
/// # What is in a directory
/// | file | what it is |
/// | --- | --- |
/// | `lock` | locked by the one process that may write; holds its process id |
/// | `events-00000001.columns` … | sealed segments |
/// | `events-00000007.log` … | segments that are not sealed yet, numbered in the order in which they were begun |
/// | `events-00000002.columns.tmp` | a segment that is being sealed |
/// | `events-00000008.log.tmp` | what the disk failed to take of segment 7, being written once more |
/// | `events-00000003.log.torn-4711` | what a recovery cut off segment 3 there, at most 1 MiB; may be deleted |
/// | `events-00000003.log.damaged` | segment 3 as it was when something in it could not be sealed; may be deleted |
///
/// Anything else is left alone. A number missing between two others is reported; numbers missing in front are not, for
/// the oldest segments may go when they are too old. One that is too old behind others that are not is replaced by a
/// sealed segment without events. Where a segment is there in both forms, it was sealed a moment ago: both are the
/// same, and the log stays for a minute, or until the next start, for copies that are being made of the directory. What
/// a file holds is told by the number inside: under another name it is damage, and nothing of it is served.
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
/// So a record is told from anything else: zeros have no magic; an older copy of a record has a sequence number that is
/// not larger than the one before, and one of another segment a wrong checksum; a length that lies fails the
/// checksum. Behind damage the next record is found by its magic, whose first byte does not occur in UTF-8 and
/// therefore in no text that came from outside. Bytes at the end of the last segment that no record follows are a
/// record that was being written; they were never acknowledged.
///
/// When a segment's first sequence number is not larger than the last of the segment before, its records take the
/// place of those there. So it is when the disk fails to take what was written: the kernel may have dropped it and a
/// second sync would succeed all the same, so what was waiting for the first one is kept in memory ([Unsynced]),
/// written once more as the beginning of the next segment ([Salvage]), and nothing is acknowledged until that is on the
/// disk.
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
/// A varint has seven bits a byte, lowest first; the highest bit is set in all but its last byte. A text is its length
/// in bytes as varint, and UTF-8; half a surrogate pair, which is no character, becomes U+FFFD.
///
/// # What is not here
/// Addresses and user agents. The device is a keyed hash whose key is deleted when its day is over.
package prisme.store;
