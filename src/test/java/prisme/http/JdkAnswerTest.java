package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkAnswerTest {
    private static Optional<EarlyAnswer> replacement(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return JdkAnswer.replacement(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({"400,400,Bad request line", "400,400,URISyntaxException thrown", "404,400,No context found for request",
        "501,411,Unsupported Transfer-Encoding value"})
    void saysWhatTheJdkSaysInOurWords(int status, int ours, String reason) {
        Response said = replacement("HTTP/1.1 " + status + " Bad\r\nContent-Length: 5\r\nContent-Type: text/html\r\n"
                + "Connection: close\r\n\r\n<h1>" + status + " Bad</h1>" + reason).orElseThrow().response();
        assertEquals(ours, said.status());
        assertEquals(Problem.MEDIA_TYPE, said.header("Content-Type").orElseThrow());
    }

    @Test void leavesOurAnswersAlone() {
        assertEquals(Optional.empty(), replacement("HTTP/1.1 200 OK\r\nContent-length: 4\r\n\r\n"));
        assertEquals(Optional.empty(), replacement("HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n"));
        assertEquals(Optional.empty(), replacement("<h1>400</h1>"));
    }
}
