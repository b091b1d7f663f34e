package prisme.exchange;

import java.io.IOException;
import java.io.OutputStream;
import prisme.json.JsonWriter;

/// Writes lines of JSON, one object each.
final class JsonRow implements Row {
    private final JsonWriter json = new JsonWriter();
    private boolean isOpen;

    @Override public void text(String name, String value) {
        open().member(name, value);
    }

    @Override public void number(String name, long value) {
        open().member(name, value);
    }

    @Override public void json(String name, String value) {
        open().rawMember(name, value);
    }

    @Override public void end(OutputStream out) throws IOException {
        open().endObject().endLine();
        isOpen = false;
        if (json.size() > BUFFER_SIZE) {
            flush(out);
        }
    }

    @Override public void flush(OutputStream out) throws IOException {
        json.writeTo(out);
        json.clear();
    }

    private JsonWriter open() {
        if (!isOpen) {
            json.beginObject();
            isOpen = true;
        }
        return json;
    }
}
