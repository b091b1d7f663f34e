package prisme.access;

/// Checks where somebody is to be redirected after signing in: only to a path of this server.
/* Browsers read "\" as "/", drop tabs and line ends, and take what comes after two slashes for another host. */
final class LocalPath {
    private static final int MAX_LENGTH = 2048;

    private LocalPath() {}

    /// The address if it is a path of this server, otherwise the dashboard's.
    static String orDashboard(String address) {
        boolean isLocal = address.startsWith("/") && !address.startsWith("//") && address.length() <= MAX_LENGTH
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return isLocal ? address : SignInPage.DASHBOARD;
    }
}
