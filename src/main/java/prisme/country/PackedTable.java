package prisme.country;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The built-in table, which is looked up in the form that it has in its file.
///
/// ```
/// ┌────────────────┬────────────┬─────────────────────────────────────────┐
/// │ "PCC", 2 <4 B> │ size <4 B> │ zlib stream (RFC 1950, with its checksum) │   2 is the version of the format,
/// └────────────────┴────────────┴─────────────────────────────────────────┘   size is that of the unpacked stream
/// ```
/// Unpacked, all numbers big-endian:
/// ```
/// number of codes <4 B>, then the codes <2 B each>
/// the ranges of version 4, in blocks of 8 addresses
/// the ranges of version 6, in blocks of a /64
/// ```
/// [PackedRanges] documents the ranges. They are stored in columns, because neighbours in a column resemble each other,
/// which makes the file small. zlib unpacks them, and nothing turns them into another form: while a program starts,
/// Java code runs uncompiled, and a loop over a quarter of a million ranges would take longer than everything else.
///
/// @param ipv4 the ranges of version 4
/// @param ipv6 the ranges of version 6
record PackedTable(PackedRanges ipv4, PackedRanges ipv6) {
    /// "PCC" and the version of the format.
    static final int MAGIC = 0x50434302;
    /// Addresses of version 4 in a block, as a power of 2.
    static final int IPV4_BLOCK_BITS = 3;
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int MAX_SIZE = 1 << 22;
    private static final int CODE_LENGTH = 2;

    /// Unpacks a whole table.
    ///
    /// @throws IOException when the table is damaged, or is of another version
    static PackedTable of(byte[] packed) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(packed);
        if (packed.length < HEADER || header.getInt() != MAGIC) {
            throw new IOException("not a country table of version " + (MAGIC & 0xff));
        }
        try {
            ByteBuffer table = ByteBuffer.wrap(inflate(packed, header.getInt()));
            String[] codes = codes(table);
            return new PackedTable(PackedRanges.read(table, codes), PackedRanges.read(table, codes));
        } catch (DataFormatException | BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the country table is damaged", e);
        }
    }

    private static byte[] inflate(byte[] packed, int size) throws DataFormatException {
        if (size < 0 || size > MAX_SIZE) {
            throw new DataFormatException("a size of " + size);
        }
        byte[] bytes = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, HEADER, packed.length - HEADER);
            if (inflater.inflate(bytes) < size || !inflater.finished()) {
                throw new DataFormatException("cut short");
            }
        }
        return bytes;
    }

    private static String[] codes(ByteBuffer table) {
        String[] codes = new String[table.getInt()];
        byte[] code = new byte[CODE_LENGTH];
        for (int i = 0; i < codes.length; i++) {
            table.get(code);
            codes[i] = new String(code, StandardCharsets.ISO_8859_1);
        }
        return codes;
    }
}
