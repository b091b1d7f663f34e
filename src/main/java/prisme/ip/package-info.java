/// Reads and writes Internet addresses, and never looks one up.
///
/// Start at [IpAddress], the only public type. Texts are read strictly, because an address decides who a visitor is,
/// how many requests are let in and which country is counted: a text that two programs could read differently is not
/// an address here. `Ipv4Text` and `Ipv6Text` read and write the two forms. This package imports no other.
package prisme.ip;
