package prisme.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void breaksBetweenWords() {
        assertEquals("one two\nthree", Paragraph.wrapped("one two three", 7, "\n"));
        assertEquals("one\n# two\n# three", Paragraph.wrapped("one two three", 6, "\n# "));
    }

    @Test
    void leavesALongWordWhole() {
        assertEquals("a\nlongword\nb", Paragraph.wrapped("a longword b", 4, "\n"));
    }

    @Test
    void leavesAShortTextAlone() {
        assertEquals("", Paragraph.wrapped("", 4, "\n"));
        assertEquals("four", Paragraph.wrapped("four", 4, "\n"));
    }
}
