package prisme.http;

import java.net.InetSocketAddress;
import prisme.ip.IpAddress;

/// Who is told of requests: the observer, but not of those that the server sends itself.
final class Audience {
    private static final InetSocketAddress NOBODY = InetSocketAddress.createUnresolved("nobody", 0);

    private volatile Observer observer = Observer.none();
    private volatile InetSocketAddress own = NOBODY;

    /// From now on this observer is told.
    void show(Observer other) {
        observer = other;
    }

    /// From now on nobody is told of requests that come from here.
    void overlook(InetSocketAddress caller) {
        own = caller;
    }

    /// From now on no caller is overlooked.
    void overlookNobody() {
        own = NOBODY;
    }

    /// Who is told of a request that comes from here.
    Observer of(InetSocketAddress client) {
        return own.equals(client) ? Observer.none() : observer;
    }

    /// Tells of what a client has sent that was no request, as one without a path, and how it was answered.
    void hear(LastWord word, InetSocketAddress client) {
        Observer told = of(client);
        Request none = Request.of(Method.OTHER, "").from(IpAddress.ofBytes(client.getAddress().getAddress()))
                .withId(word.id());
        String why = word.response().problem().map(Problem::detail).orElse("");
        told.began(Observer.Answered.NO_ROUTE, none.method());
        told.ended(new Observer.Answered(none, Observer.Answered.NO_ROUTE, word.response().status(), 0, why));
    }
}
