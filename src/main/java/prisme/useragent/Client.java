package prisme.useragent;

import java.util.Objects;

/// The families of a visitor's browser, operating system and device, each `Other` when unknown.
///
/// @param browser the family of the browser or app, such as `Firefox`
/// @param system  the family of the operating system, such as `Android`
/// @param device  the family of the device, such as `iPhone` or `Samsung SM-S938B`
public record Client(String browser, String system, String device) {
    /// The name of a family that is unknown.
    public static final String OTHER = "Other";

    /// A client of which nothing is known.
    public static final Client UNKNOWN = new Client(OTHER, OTHER, OTHER);

    /// Refuses nulls.
    public Client {
        Objects.requireNonNull(browser, "browser");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(device, "device");
    }
}
