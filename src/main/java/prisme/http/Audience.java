package prisme.http;

import java.net.InetSocketAddress;

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
}
