package prisme.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test void leavesNothingThatEndsATextOrAnAttribute() {
        assertEquals("&amp;lt; &lt;a href=&quot;x&quot;&gt; &#39;é", HtmlText.escaped("&lt; <a href=\"x\"> 'é"));
    }
}
