/// Decides whether a report from a page may come in, and which event it is.
///
/// Start at [Origins][prisme.collect.Origins], the sites whose reports are accepted.
package prisme.collect;
