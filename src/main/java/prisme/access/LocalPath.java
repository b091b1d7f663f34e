package prisme.access;

/// Where somebody who has signed in is led to: an address of this server and of no other.
/* Browsers read "\" as "/", drop tabs and line ends, and take what begins with two slashes for another host. */
final class LocalPath {
    private static final int MAX_LENGTH = 2048;

    private LocalPath() {}

    /// This address when it is one of ours, else the dashboard's.
    static String orDashboard(String address) {
        boolean isLocal = address.startsWith("/") && !address.startsWith("//") && address.length() <= MAX_LENGTH
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return isLocal ? address : SignInPage.DASHBOARD;
    }
}
