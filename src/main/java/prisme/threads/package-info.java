/// What parts with a thread of their own share: [Rounds], which does something again and again whatever goes wrong, and
/// [Ending], which waits until such a thread is over.
package prisme.threads;
