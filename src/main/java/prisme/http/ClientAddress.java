package prisme.http;

import java.util.List;
import java.util.Optional;
import prisme.ip.IpAddress;

/// Decides which address a request comes from.
/* Every proxy appends the address it was called from, so that only the end of the list is the work of those we trust:
 * whatever the client wrote stands to the left of that. Lists are therefore read from the right, over as many elements
 * as there are hops and no further, and what stands before them cannot change the outcome, however malformed. Names
 * are never resolved. */
final class ClientAddress {
    private final ProxyTrust trust;

    ClientAddress(ProxyTrust trust) {
        this.trust = trust;
    }

    /// @param socket the other end of the connection
    Client of(IpAddress socket, RequestHeaders headers) {
        return switch (trust) {
            case ProxyTrust.Nobody() -> new Client(socket, Client.Reason.SOCKET);
            case ProxyTrust.Proxies(String name, int hops, var _) -> behindProxies(socket, headers.all(name), hops);
        };
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
        boolean forwarded = trust instanceof ProxyTrust.Proxies(String name, var _, var _)
                && name.equalsIgnoreCase("Forwarded");
        return forwarded ? ForwardedElement.node(element).flatMap(NodeAddress::parse) : NodeAddress.parse(element);
    }
}
