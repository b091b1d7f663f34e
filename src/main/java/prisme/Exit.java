package prisme;

/// How a command ended, as an exit code.
enum Exit {
    /// It did what it was asked.
    OK(0),
    /// It failed; standard error says why.
    FAILED(1),
    /// The command line or the settings are wrong.
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
