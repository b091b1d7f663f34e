/// Files that are read or replaced as a whole: those that come with the program ([Bundled]), and those that it keeps
/// beside the events ([KeptFile]).
package prisme.files;
