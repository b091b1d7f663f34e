package prisme.http;

import java.net.InetSocketAddress;
import prisme.ip.IpAddress;

/// Knows who is told of requests: the observer, except of those that the server sends to itself.
final class Audience {
    private static final InetSocketAddress NOBODY = InetSocketAddress.createUnresolved("nobody", 0);

    private volatile Observer observer = Observer.none();
    private volatile InetSocketAddress own = NOBODY;

    /// From now on this observer is told.
    void set(Observer other) {
        observer = other;
    }

    /// From now on nobody is told of requests from this address and port.
    void overlook(InetSocketAddress caller) {
        own = caller;
    }

    /// From now on the observer is told of all requests.
    void overlookNobody() {
        own = NOBODY;
    }

    /// Who is told of a request from this address and port.
    Observer of(InetSocketAddress client) {
        return own.equals(client) ? Observer.none() : observer;
    }

    /// Tells the observer of what a client has sent that was not a valid request, and how it was answered. The observer
    /// sees it as a request without a path.
    void tellOfInvalid(EarlyAnswer answer, InetSocketAddress client) {
        Observer told = of(client);
        Request none = Request.of(Method.OTHER, "").from(IpAddress.ofBytes(client.getAddress().getAddress()))
                .withId(answer.id());
        String why = answer.response().problem().map(Problem::detail).orElse("");
        told.began(Observer.Answered.NO_ROUTE, none.method());
        told.ended(new Observer.Answered(none, Observer.Answered.NO_ROUTE, answer.response().status(), 0, why));
    }
}
