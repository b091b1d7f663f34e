package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gzip                                  | true
            GZip                                  | true
            x-gzip                                | true
            gzip, deflate, br, zstd               | true
            br;q=1.0, gzip;q=0.001                | true
            deflate , \tgzip ; q=0.5              | true
            *                                     | true
            *;q=0.1                               | true
            br, *;q=0, gzip                       | true
            gzip;q=0.5, identity;q=0.5            | true
            gzip, identity;q=0                    | true
            ,,gzip,                               | true
            gzip;Q=1                              | true
            gzip;q=1.                             | true
            gzip;q=0                              | false
            gzip;q=0.000                          | false
            *;q=0                                 | false
            gzip;q=0, *                           | false
            identity                              | false
            gzip;q=0.4, identity;q=0.5            | false
            *;q=0.4, identity                     | false
            br                                    | false
            gzipped                               | false
            gzip;q=2                              | false
            gzip;q=-1                             | false
            gzip;q=0.0001                         | false
            gzip;q=                               | false
            gzip;level=9                          | false
            ``                                    | false
            """)
    void weighsWhatTheClientTakes(String line, boolean prefersGzip) {
        assertEquals(prefersGzip, new AcceptEncoding(List.of(line)).prefersGzip());
    }

    @Test void readsSeveralLinesAsOne() {
        assertTrue(new AcceptEncoding(List.of("br", "gzip")).prefersGzip());
        assertFalse(new AcceptEncoding(List.of()).prefersGzip());
    }
}
