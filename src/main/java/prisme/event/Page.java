package prisme.event;

/// A page of a site.
///
/// @param domain lower-case host, with its port where that is not the scheme's default
/// @param path   normalised, begins with `/`
public record Page(String domain, String path) {}
