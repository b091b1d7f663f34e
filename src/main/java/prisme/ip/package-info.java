/// What an Internet address is: 128 bits, read from text or bytes, never looked up.
///
/// Everything is [prisme.ip.IpAddress]. Texts are read strictly, because an address decides who a visitor is, how many
/// requests are let in and which country is counted: what two programs could read differently is no address here.
/// `Ipv4Text` and `Ipv6Text` know the two ways of writing one. This package imports nobody.
package prisme.ip;
