package prisme.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prisme.collect.Origins.Answer.Refused;
import prisme.collect.Origins.Answer.Registered;

class OriginsTest {
    private static final String LABEL = "a".repeat(63);

    private final Origins origins = Origins.parse("example.com, *.example.com,*.shop.example.org,localhost,127.0.0.1,"
            + "[::1],Bücher.example,UPPER.example,dotted.example.,my_box.lan,[2001:DB8:0:0::1]");

    private static Registered registered(String domain) {
        return new Registered(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com,example.com", "http://example.com,example.com", "HTTPS://Example.COM,example.com",
        "https://example.com:443,example.com", "http://example.com:443,example.com:443",
        "http://example.com:80,example.com", "https://example.com:80,example.com:80",
        "http://example.com:65535,example.com:65535", "http://example.com:0080,example.com",
        "https://example.com.,example.com", "https://example.com.:8443,example.com:8443",
        "https://www.example.com,www.example.com", "https://a.b.c.example.com,a.b.c.example.com",
        "https://-odd-.example.com,-odd-.example.com", "https://_x.example.com,_x.example.com",
        "https://a.shop.example.org,a.shop.example.org",
        "http://localhost:3000,localhost:3000", "http://127.0.0.1:8080,127.0.0.1:8080",
        "http://[::1]:8080,[::1]:8080", "http://[::1],[::1]", "http://[0:0:0:0:0:0:0:1],[0:0:0:0:0:0:0:1]",
        "http://[2001:db8::1],[2001:db8::1]", "http://[::ffff:7f00:1],[::ffff:7f00:1]",
        "https://xn--bcher-kva.example,xn--bcher-kva.example", "https://upper.example,upper.example",
        "https://dotted.example,dotted.example", "https://dotted.example.,dotted.example",
        "http://my_box.lan,my_box.lan"})
    void letsRegisteredSitesIn(String header, String domain) {
        assertEquals(registered(domain), origins.ask(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://example.org", "https://shop.example.org", "https://notexample.com", "https://example.com.evil.example",
        "https://example.co", "https://com", "http://127.0.0.2", "http://127.1", "http://[::2]",
        "https://bcher.example", "https://wwwexample.com", "https://www.localhost", "https://www.dotted.example",
        "http://1.127.0.0.1"})
    void refusesAllOtherSites(String header) {
        String host = header.substring(header.indexOf("//") + 2);
        assertEquals(new Refused("The host " + host + " is not registered here; the owner of this server adds it to "
                + "the option origins."), origins.ask(header));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            null                                | is null: a page without a host of its own, such as a file or a \
            sandboxed frame, belongs to no site
            NULL                                | begins with neither http:// nor https://
            ""                                  | begins with neither http:// nor https://
            example.com                         | begins with neither http:// nor https://
            //example.com                       | begins with neither http:// nor https://
            ftp://example.com                   | begins with neither http:// nor https://
            file://                             | begins with neither http:// nor https://
            https:/example.com                  | begins with neither http:// nor https://
            https:example.com                   | begins with neither http:// nor https://
            chrome-extension://example.com      | begins with neither http:// nor https://
            xhttps://example.com                | begins with neither http:// nor https://
            https://                            | has a host that has nothing before, between or behind its dots
            https://:443                        | has a host that has nothing before, between or behind its dots
            https://.                           | has a host that has nothing before, between or behind its dots
            https://.example.com                | has a host that has nothing before, between or behind its dots
            https://a..example.com              | has a host that has nothing before, between or behind its dots
            https://example.com..               | has a host that has nothing before, between or behind its dots
            https://example.com/                | has a host that has a character that no host name has
            https://example.com/path            | has a host that has a character that no host name has
            https:///example.com                | has a host that has a character that no host name has
            https://example.com?q               | has a host that has a character that no host name has
            https://example.com#f               | has a host that has a character that no host name has
            https://example.com\\               | has a host that has a character that no host name has
            https://user@example.com            | has a host that has a character that no host name has
            https://example.com,https://example.com | has a host that has a character that no host name has
            https://example%2ecom               | has a host that has a character that no host name has
            https://*.example.com               | has a host that has a character that no host name has
            https://user:secret@example.com     | has a port that is no number up to 65535
            https://example.com:                | has a port that is no number up to 65535
            https://example.com:x               | has a port that is no number up to 65535
            https://example.com:-1              | has a port that is no number up to 65535
            https://example.com:+80             | has a port that is no number up to 65535
            https://example.com:80/             | has a port that is no number up to 65535
            https://example.com:80:80           | has a port that is no number up to 65535
            https://example.com:65536           | has a port that is no number up to 65535
            https://example.com:4294967739      | has a port that is no number up to 65535
            https://::1                         | has a host that has nothing before, between or behind its dots
            https://[::1                        | has a host that is no IPv6 address in brackets
            https://[]                          | has a host that is no IPv6 address in brackets
            https://[127.0.0.1]                 | has a host that is no IPv6 address in brackets
            https://[::1]x                      | has a host that is no IPv6 address in brackets
            https://[::1%25eth0]                | has a host that is no IPv6 address in brackets
            https://[::1].                      | has a host that is no IPv6 address in brackets
            https://[fe80::1::]                 | has a host that is no IPv6 address in brackets
            """)
    void refusesWhatIsNoOrigin(String header, String flaw) {
        assertEquals(new Refused("The Origin header " + flaw + "."), origins.ask(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com ", " https://example.com", "https://exa mple.com",
        "https://example.com https://example.com", "https://example.com\t", "https://example.com\r\n",
        "https://example.com\0", "https://b\u00fccher.example", "http\u017f://example.com", "https://example.com\u007f",
        "https://e\u212a.com"})
    void refusesWhatIsNotVisibleAscii(String header) {
        assertEquals(new Refused("The Origin header has a space, a control character or a character beyond ASCII."),
                origins.ask(header));
    }

    @Test
    void setsABoundToLength() {
        String host = String.join(".", LABEL, LABEL, LABEL, "a".repeat(49), "example.com");
        assertEquals(253, host.length());
        assertTrue(origins.contains(host));
        assertEquals("The Origin header has more than 256 characters.", reason("https://" + host));
        assertEquals("The Origin header has more than 256 characters.", reason("x".repeat(257)));
        assertEquals("The Origin header begins with neither http:// nor https://.", reason("x".repeat(256)));
        assertEquals(registered(LABEL + ".example.com"), origins.ask("https://" + LABEL + ".example.com"));
        assertEquals("The Origin header has a host that has more than 63 characters in one label.",
                reason("https://a" + LABEL + ".example.com"));
        assertEquals("The Origin header has a host that has more than 63 characters in one label.",
                reason("https://example.a" + LABEL));
    }

    private String reason(String header) {
        return assertInstanceOf(Refused.class, origins.ask(header)).reason();
    }

    @Test
    void aWildcardIsNotItsParent() {
        Origins wildcard = Origins.parse("*.example.com");
        assertFalse(wildcard.contains("example.com"));
        assertFalse(wildcard.contains("xexample.com"));
        assertTrue(wildcard.contains("x.example.com"));
        assertTrue(wildcard.contains("y.x.example.com"));
    }

    @Test
    void aHostIsNotItsSubdomains() {
        assertFalse(Origins.parse("example.com").contains("www.example.com"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                     | host 1 is empty
            ,a.example             | host 1 is empty
            a.example,             | host 2 is empty
            a.example,,b.example   | host 2 is empty
            a.example, *.com       | host 2 would take in a whole top-level domain; a wildcard needs at \
            least two labels behind it, as in *.example.com
            *.localhost            | host 1 would take in a whole top-level domain; a wildcard needs at \
            least two labels behind it, as in *.example.com
            *.com.                 | host 1 would take in a whole top-level domain; a wildcard needs at \
            least two labels behind it, as in *.example.com
            *.127.0.0.1            | host 1 is a wildcard before an IP address, which has no subdomains
            *.[::1]                | host 1 is a wildcard before an IP address, which has no subdomains
            *                      | host 1 has a * that is not its whole first label, as in *.example.com
            **.example.com         | host 1 has a * that is not its whole first label, as in *.example.com
            *example.com           | host 1 has a * that is not its whole first label, as in *.example.com
            www*.example.com       | host 1 has a * that is not its whole first label, as in *.example.com
            a.*.example            | host 1 has a * that is not its whole first label, as in *.example.com
            *.*.example.com        | host 1 has a * that is not its whole first label, as in *.example.com
            *.                     | host 1 has nothing before, between or behind its dots
            *..example.com         | host 1 has nothing before, between or behind its dots
            https://x              | host 1 has a scheme; write example.com for https://example.com
            https://*.example.com  | host 1 has a scheme; write example.com for https://example.com
            a.example/shop         | host 1 has a path; write the host alone
            //a.example            | host 1 has a path; write the host alone
            me@a.example           | host 1 has a user name; write the host alone
            a.example:8080         | host 1 has a port; leave it out, every port is accepted
            localhost:             | host 1 has a port; leave it out, every port is accepted
            [::1]:8080             | host 1 has a port; leave it out, every port is accepted
            ::1                    | host 1 is an IPv6 address; put it in brackets
            [::1                   | host 1 is no IPv6 address in brackets
            [127.0.0.1]            | host 1 is no IPv6 address in brackets
            [fe80::1%eth0]         | host 1 is no IPv6 address in brackets
            a b                    | host 1 has a space or a control character in it
            a..b                   | host 1 has nothing before, between or behind its dots
            .example.com           | host 1 has nothing before, between or behind its dots
            example.com..          | host 1 has nothing before, between or behind its dots
            .                      | host 1 has nothing before, between or behind its dots
            -a.example             | host 1 has a label that begins or ends with a hyphen
            a-.example             | host 1 has a label that begins or ends with a hyphen
            a.-example             | host 1 has a label that begins or ends with a hyphen
            a.example-             | host 1 has a label that begins or ends with a hyphen
            a.example;b.example    | host 1 has a character that no host name has
            a!b.example            | host 1 has a character that no host name has
            a%2e.example           | host 1 has a character that no host name has
            127.0.0                | host 1 ends in a number, but is no IPv4 address of four numbers
            127.0.0.256            | host 1 ends in a number, but is no IPv4 address of four numbers
            127.0.0.01             | host 1 ends in a number, but is no IPv4 address of four numbers
            example.0x7f           | host 1 ends in a number, but is no IPv4 address of four numbers
            8080                   | host 1 ends in a number, but is no IPv4 address of four numbers
            ü!.example             | host 1 has a character that no host name has
            """)
    void saysWhichHostOfTheListIsWrong(String list, String flaw) {
        assertEquals(flaw, assertThrows(IllegalArgumentException.class, () -> Origins.parse(list)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\tb", "a\u00a0b", "a\u3000b", "a\u202eb", "\uff0a.example", "\ud800.example",
        "a\u2024.example/", "a\uff0fb.example", "a\uff1ab"})
    void refusesOddCharacters(String list) {
        assertThrows(IllegalArgumentException.class, () -> Origins.parse(list));
    }

    @Test
    void setsABoundToLabelsAndNames() {
        String longest = String.join(".", LABEL, LABEL, LABEL, "a".repeat(61));
        assertTrue(Origins.parse(longest).contains(longest));
        assertEquals("host 1 has more than 253 characters",
                assertThrows(IllegalArgumentException.class, () -> Origins.parse(longest + "a")).getMessage());
        assertEquals("host 1 has more than 63 characters in one label",
                assertThrows(IllegalArgumentException.class, () -> Origins.parse("a" + LABEL + ".com")).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"bücher.example,xn--bcher-kva.example", "BÜCHER.example,xn--bcher-kva.example",
            "münchen。example,xn--mnchen-3ya.example", "пример.рф,xn--e1afmkfd.xn--p1ai",
            "straße.example,xn--strae-oqa.example", "xn--bcher-kva.example,xn--bcher-kva.example"})
    void writesLettersBeyondAsciiAsBrowsersDo(String entry, String host) {
        assertTrue(Origins.parse(entry).contains(host));
        assertTrue(Origins.parse("*." + entry).contains("www." + host));
    }
}
