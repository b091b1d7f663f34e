package prisme.useragent;

import prisme.hash.KeyedHash;

/// Reads User-Agents and remembers the results of the last ones, as most visitors of a day share a few hundred. No
/// header is kept, only its hash under a random key. Thread-safe.
/* Reading one takes a microsecond or two when nothing else is done, but several times as long between requests, when
 * the tables are no longer in the processor's cache. A look-up here replaces that. */
public final class UserAgentMemo {
    /// How many results are remembered at most. Each header has one place; of headers that share it, the last one is
    /// remembered.
    static final int PLACES = 1 << 12;

    private static final UserAgentMemo SHARED = new UserAgentMemo();

    private final KeyedHash hash = new KeyedHash();
    /* Without a lock, as entries never change, and a thread that does not see the newest one only reads its header
     * again. */
    private final Entry[] entries = new Entry[PLACES];

    private record Entry(long key, UserAgent userAgent) {}

    /// The one of this process. It is created when it is first asked for, and only then what it needs is loaded.
    public static UserAgentMemo shared() {
        return SHARED;
    }

    /// The same as [UserAgent#parse(String, ClientHints)].
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
