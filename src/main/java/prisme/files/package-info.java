/// Files that are read or replaced as a whole: those in the jar ([Bundled]), and those in the data directory beside the
/// events ([KeptFile]).
package prisme.files;
