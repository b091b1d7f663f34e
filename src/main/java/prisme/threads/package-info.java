/// What parts share that have threads of their own: [Rounds], which does something again and again whatever goes wrong,
/// [Uninterruptibly], which waits until such a thread is over, and [LongWork], which keeps nobody else from getting on.
package prisme.threads;
