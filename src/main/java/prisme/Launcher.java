package prisme;

/**
 * The first class that runs. It is compiled for Java 8, unlike all others, so that an old Java gets a sentence
 * instead of an UnsupportedClassVersionError.
 */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    /** Hands over to {@link Prisme}, or ends with exit code 1 on a Java older than 25. */
    public static void main(String[] args) {
        String found = System.getProperty("java.specification.version");
        if (major(found) < NEEDED) {
            System.err.println("prisme: this is Java " + found + " (" + System.getProperty("java.home")
                    + "), but Prisme needs Java " + NEEDED + " or newer.");
            System.exit(1);
        }
        Prisme.main(args);
    }

    /** The feature release of a specification version: 8 for "1.8", 17 for "17". */
    private static int major(String version) {
        String plain = version.startsWith("1.") ? version.substring(2) : version;
        return Integer.parseInt(plain);
    }
}
