package prisme.useragent;

import prisme.hash.KeyedHash;

/// Reads User-Agents and remembers what the last ones stood for, since most visitors of a day share some hundred. No
/// header is kept, only a hash of it under a key that nobody knows. May be used by any thread.
/* To read one takes a microsecond or two where nothing else is done, but several times that between requests, when the
 * tables have left the processor's cache. One look here takes their place. */
public final class UserAgentMemo {
    /// How many are remembered at most; each has one place, and the newest of those that share it has that.
    static final int PLACES = 1 << 12;

    private final KeyedHash hash = new KeyedHash();
    /* Without a lock: an entry never changes, and whoever misses the newest one reads its header anew. */
    private final Entry[] entries = new Entry[PLACES];

    private record Entry(long key, UserAgent userAgent) {}

    /// What [UserAgent#parse(String, ClientHints)] gives.
    public UserAgent parse(String header, ClientHints hints) {
        long key = hash.of(hash.of(header), hash.of(hash.of(hints.platform()), hash.of(hints.model())));
        int place = (int) key & PLACES - 1;
        Entry known = entries[place];
        if (known != null && known.key == key) {
            return known.userAgent;
        }
        UserAgent userAgent = UserAgent.parse(header, hints);
        entries[place] = new Entry(key, userAgent);
        return userAgent;
    }
}
