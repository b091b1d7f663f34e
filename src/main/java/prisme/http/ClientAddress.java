package prisme.http;

import java.util.List;
import java.util.Optional;
import prisme.ip.IpAddress;

/// Decides which address a request comes from.
/* Every proxy appends the address from which it was called. So only the end of the list comes from proxies that are
 * trusted; whatever the client wrote is to the left of that. Lists are therefore read from the right, over as many
 * elements as there are hops and no further: what comes before cannot change the result, however malformed it is. Names
 * are never resolved. */
final class ClientAddress {
    private static final String SCHEME_HEADER = "X-Forwarded-Proto";

    private final ProxyTrust trust;

    ClientAddress(ProxyTrust trust) {
        this.trust = trust;
    }

    /// The client that sent a request.
    ///
    /// @param socket  the address at the other end of the connection
    /// @param headers of the request
    Client of(IpAddress socket, RequestHeaders headers) {
        return trust instanceof ProxyTrust.Proxies(String name, int hops, var _)
                ? behindProxies(socket, headers.all(name), hops).over(scheme(headers, name, hops))
                : new Client(socket, Client.Reason.SOCKET);
    }

    /// The scheme that the client uses, as the proxies tell. If only one of them has set the header, that one counts.
    private static Client.Scheme scheme(RequestHeaders headers, String name, int hops) {
        List<String> lines = headers.all(SCHEME_HEADER);
        String scheme = ListHeader.fromRight(headers.all(name), hops)
                .filter(_ -> isForwarded(name))
                .flatMap(element -> ForwardedElement.value(element, "proto"))
                .or(() -> ListHeader.fromRight(lines, hops))
                .or(() -> ListHeader.fromRight(lines, 1))
                .orElse("");
        return scheme.equalsIgnoreCase("https") ? Client.Scheme.HTTPS : Client.Scheme.HTTP;
    }

    private Client behindProxies(IpAddress socket, List<String> lines, int hops) {
        if (lines.isEmpty()) {
            return new Client(socket, Client.Reason.NO_HEADER);
        }
        Optional<String> element = ListHeader.fromRight(lines, hops);
        if (element.isEmpty()) {
            return new Client(socket, Client.Reason.TOO_FEW_HOPS);
        }
        return address(element.get())
                .map(address -> new Client(address, Client.Reason.PROXY_HEADER))
                .orElseGet(() -> new Client(socket, Client.Reason.NO_ADDRESS));
    }

    private Optional<IpAddress> address(String element) {
        boolean forwarded = trust instanceof ProxyTrust.Proxies(String name, var _, var _) && isForwarded(name);
        return forwarded
                ? ForwardedElement.value(element, "for").flatMap(NodeAddress::parse)
                : NodeAddress.parse(element);
    }

    private static boolean isForwarded(String name) {
        return name.equalsIgnoreCase("Forwarded");
    }
}
