package prisme.collect;

import java.util.HashSet;
import java.util.Set;

/// The sites whose events are accepted: the hosts that the owner registered.
///
/// A site is recognised by the host of its `Origin`; scheme and port do not matter. `*.example.com` registers every
/// subdomain at any depth, but not `example.com` itself. `example.com.` is the same host as `example.com`.
public final class Origins {
    private final Set<String> hosts = new HashSet<>();
    private final Set<String> parents = new HashSet<>();

    private Origins() {}

    /// Whether the site in an `Origin` header is registered.
    public sealed interface Answer {
        /// Its host is registered.
        ///
        /// @param domain its host in lower case, with its port where that is not the scheme's default
        record Registered(String domain) implements Answer {}

        /// It is not, or the header holds no origin at all.
        ///
        /// @param reason a sentence that tells the author of the page what is wrong; printable ASCII
        record Refused(String reason) implements Answer {}
    }

    /// Reads the owner's list: hosts separated by commas, spaces around them allowed. There must be at least one.
    ///
    /// @throws IllegalArgumentException when a host is invalid; the message says which, and why
    public static Origins parse(String list) {
        Origins origins = new Origins();
        String[] entries = list.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            origins.register(entries[i].strip(), i + 1);
        }
        return origins;
    }

    private void register(String entry, int number) {
        try {
            RegisteredHost registered = RegisteredHost.parse(entry);
            if (registered instanceof RegisteredHost.Subdomains(String parent)) {
                parents.add(parent);
            } else if (registered instanceof RegisteredHost.Exact(String host)) {
                hosts.add(host);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("host " + number + " " + e.getMessage(), e);
        }
    }

    /// Whether an event whose `Origin` header has this value is accepted.
    public Answer ask(String origin) {
        return ask("Origin", origin);
    }

    /// The same for an origin that is taken from another header, whose name an answer tells.
    Answer ask(String header, String origin) {
        return switch (OriginHeader.parse(origin)) {
            case OriginHeader.Malformed(String flaw) -> new Answer.Refused("The " + header + " header " + flaw + ".");
            case OriginHeader.Site(String host, String domain) when contains(host) -> new Answer.Registered(domain);
            case OriginHeader.Site(String host, var _) -> new Answer.Refused("The host " + host
                    + " is not registered here; the owner of this server adds it to the option origins.");
        };
    }

    /// Whether a host is registered.
    ///
    /// @param host in lower case, without port and without a dot at its end; IPv6 in brackets
    public boolean contains(String host) {
        return hosts.contains(RegisteredHost.key(host)) || !parents.isEmpty() && hasRegisteredParent(host);
    }

    private boolean hasRegisteredParent(String host) {
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            if (parents.contains(host.substring(dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
