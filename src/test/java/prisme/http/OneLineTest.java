package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void tellsTheExceptionItsCauseAndWhere() {
        String line = OneLine.of(new IllegalStateException("outer", new IllegalArgumentException("inner")));
        assertTrue(line.startsWith("java.lang.IllegalStateException: outer at prisme.http.OneLineTest."), line);
        assertTrue(line.contains(", caused by java.lang.IllegalArgumentException: inner at "), line);
    }

    @Test
    void escapesWhatCouldEndTheLineOrSteerATerminal() {
        String line = OneLine.of(new IllegalStateException("a\r\nb\u001b[2J\u2028\u00e9"));
        assertTrue(line.contains("a\\u000d\\u000ab\\u001b[2J\\u2028\\u00e9 at"), line);
    }

    @Test
    void cutsLongMessages() {
        assertFalse(OneLine.of(new IllegalStateException("x".repeat(1_000_000))).contains("x".repeat(201)));
    }

    @Test
    void endsWhereCausesGoInCircles() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertEquals(5, OneLine.of(one).split("caused by").length);
    }
}
