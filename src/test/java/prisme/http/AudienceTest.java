package prisme.http;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private final Observer observer = Observer.none();
    private final Audience audience = new Audience();

    private static InetSocketAddress client(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Test void isTheObserverButForTheServersOwnRequests() {
        audience.set(observer);
        audience.overlook(client(1));
        assertNotSame(observer, audience.of(client(1)));
        assertSame(observer, audience.of(client(2)));
        audience.overlookNobody();
        assertSame(observer, audience.of(client(1)));
    }
}
