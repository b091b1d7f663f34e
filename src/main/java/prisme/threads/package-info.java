/// Shared by packages with their own threads: [Rounds] runs a task again and again whatever goes wrong,
/// [Uninterruptibly] waits until such a thread has ended, and [LongWork] runs long computations without slowing down
/// everything else.
package prisme.threads;
