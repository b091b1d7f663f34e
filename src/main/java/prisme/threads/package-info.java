/// What parts with a thread of their own share: [Ending], which waits until such a thread is over.
package prisme.threads;
