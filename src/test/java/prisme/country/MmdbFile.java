package prisme.country;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prisme.country.MmdbData.Fields;
import prisme.country.MmdbData.Unsigned;

/// Writes whole MaxMind databases, broken ones too.
final class MmdbFile {
    private static final long NOTHING = -1;
    private static final long DATA = 1L << 40;
    private static final int IPV4_DEPTH = 96;

    private final int recordBits;
    private final int ipVersion;
    private final MmdbData data = new MmdbData();
    private final List<long[]> nodes = new ArrayList<>();
    private String type = "Test-Country";
    private int majorVersion = 2;

    MmdbFile(int recordBits, int ipVersion) {
        this.recordBits = recordBits;
        this.ipVersion = ipVersion;
        nodes.add(new long[] {NOTHING, NOTHING});
    }

    /// What the geographic databases of MaxMind have.
    static Fields nested(String code) {
        return new Fields("country", new Fields("geoname_id", Unsigned.of(6, 2_921_044), "iso_code", code));
    }

    MmdbData data() {
        return data;
    }

    MmdbFile type(String name) {
        type = name;
        return this;
    }

    MmdbFile majorVersion(int version) {
        majorVersion = version;
        return this;
    }

    /// Gives a network a record of its own.
    MmdbFile put(String network, Object value) {
        return putAt(network, data.write(value));
    }

    /// Lets a network lead to a place in the data.
    MmdbFile putAt(String network, long place) {
        return link(network, DATA + place);
    }

    /// Lets a network lead to the root of version 4.
    MmdbFile alias(String network) {
        return link(network, node(bits("0.0.0.0"), IPV4_DEPTH));
    }

    /// Lets a network lead to a node, by its number.
    MmdbFile link(String network, long target) {
        String[] parts = network.split("/");
        boolean inside = ipVersion == 6 && parts[0].indexOf('.') > 0;
        int length = Integer.parseInt(parts[1]) + (inside ? IPV4_DEPTH : 0);
        String bits = bits(parts[0]);
        nodes.get(node(bits, length - 1))[bits.charAt(length - 1) - '0'] = target;
        return this;
    }

    /// Adds a node that nothing leads to yet.
    int node(long zero, long one) {
        nodes.add(new long[] {zero, one});
        return nodes.size() - 1;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        nodes.forEach(node -> node(node, out));
        out.writeBytes(new byte[16]);
        out.writeBytes(data.bytes());
        out.writeBytes("\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(metadata());
        return out.toByteArray();
    }

    private byte[] metadata() {
        MmdbData metadata = new MmdbData();
        metadata.write(new Fields("binary_format_major_version", Unsigned.of(5, majorVersion),
                "binary_format_minor_version", Unsigned.of(5, 0), "build_epoch", Unsigned.of(9, 1_700_000_000),
                "database_type", type, "description", new Fields("en", "made by a test"), "ip_version",
                Unsigned.of(5, ipVersion), "languages", List.of("en"), "node_count", Unsigned.of(6, nodes.size()),
                "record_size", Unsigned.of(5, recordBits)));
        return metadata.bytes();
    }

    /// The bits of an address as the tree has them.
    private String bits(String address) {
        int width = ipVersion == 4 ? 32 : 128;
        BigInteger number = new BigInteger(1, InetAddress.ofLiteral(address).getAddress());
        return "0".repeat(width - number.bitLength()) + (number.signum() == 0 ? "" : number.toString(2));
    }

    /// The node at the end of some bits, made if it is missing.
    private int node(String bits, int depth) {
        int at = 0;
        for (int i = 0; i < depth; i++) {
            long[] node = nodes.get(at);
            int bit = bits.charAt(i) - '0';
            if (node[bit] == NOTHING || node[bit] >= DATA) {
                node[bit] = node(node[bit], node[bit]);
            }
            at = (int) node[bit];
        }
        return at;
    }

    private void node(long[] node, ByteArrayOutputStream out) {
        long zero = recordValue(node[0]);
        long one = recordValue(node[1]);
        switch (recordBits) {
            case 24 -> number(zero << 24 | one, 6, out);
            case 28 -> number((zero & 0xff_ffff) << 32 | zero >>> 24 << 28 | one, 7, out);
            default -> number(zero << 32 | one, 8, out);
        }
    }

    private long recordValue(long target) {
        if (target == NOTHING) {
            return nodes.size();
        }
        return target >= DATA ? nodes.size() + 16 + target - DATA : target;
    }

    private static void number(long number, int width, ByteArrayOutputStream out) {
        for (int shift = width * 8 - 8; shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
    }
}
