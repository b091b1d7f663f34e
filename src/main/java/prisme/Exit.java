package prisme;

/// How a command ended, for whoever started it.
enum Exit {
    /// It did what it was asked.
    OK(0),
    /// It could not; standard error says why.
    FAILED(1),
    /// It was not asked for anything it can do, or the settings are wrong.
    WRONG_USAGE(2);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// The exit code of the process.
    int code() {
        return code;
    }
}
