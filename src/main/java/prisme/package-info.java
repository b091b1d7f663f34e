/// The program: the command line, and the server wired from the parts that the other packages are.
///
/// Start at [Prisme][prisme.Prisme], which lists the commands, and at `Server`, where every part of the running server
/// is built. `Addresses` is the one list of all addresses that are answered, `DataDirectory` holds what lives on the
/// disk. A `Command` is given its `Arguments` and a `Shell`, which is all that it may know of the world around it.
package prisme;
