package prisme.http;

/// A handler that never throws: it asks another one and makes a 500 of whatever that throws, so that filters see that
/// answer like any other.
///
/// @param handler the one that is asked
record SafeHandler(Handler handler) implements Handler {
    private static final System.Logger LOGGER = System.getLogger("prisme.http");

    @Override
    public Response handle(Request request) {
        try {
            return checked(handler.handle(request));
        } catch (BodyStream.Broken _) {
            return Response.problem(400, "The body has ended early.");  // the client has gone, so nobody will read it
        } catch (Throwable thrown) {
            LOGGER.log(System.Logger.Level.ERROR,
                    () -> "request " + request.id() + " was answered 500: " + OneLine.of(thrown));
            return bug(request);
        }
    }

    private static Response checked(Response response) {
        if (response == null) {
            throw new IllegalStateException("the handler has answered with null");
        }
        return response;
    }

    private static Response bug(Request request) {
        String detail = "This is a defect of the server, not of the request. Its log tells more of request "
                + request.id() + ".";
        return Response.problem(500, detail).with("Connection", "close");
    }
}
