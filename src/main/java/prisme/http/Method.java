package prisme.http;

/// What a request asks to be done with a path ([RFC 9110, 9](https://www.rfc-editor.org/rfc/rfc9110#section-9)).
public enum Method {
    GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS,
    /// Any other word. No route has it, so it is answered 404 or 405 like a known method on the wrong path.
    OTHER;

    /// Whether it reads a resource and changes nothing
    /// ([RFC 9110, 9.2.1](https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1)). OPTIONS, which only asks what is
    /// possible, is not one of these.
    public boolean reads() {
        return this == GET || this == HEAD;
    }

    /// The method of this name, which is case-sensitive; [#OTHER] for every other word.
    static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }
}
