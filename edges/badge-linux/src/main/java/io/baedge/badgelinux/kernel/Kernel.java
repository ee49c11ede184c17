package io.baedge.badgelinux.kernel;

import java.lang.foreign.MemorySegment;

/**
 * The system calls that devices need. Each returns what the call returns, or the negative errno. A
 * call that a signal interrupted is made again.
 */
public interface Kernel {
  /** Opens a file for reading and writing; a descriptor. */
  int open(String path);

  /** Closes a descriptor. */
  int close(int fd);

  /** A request with a structure, which the kernel reads and may change. */
  int ioctl(int fd, long request, MemorySegment argument);

  /** Reads at most as many bytes as the buffer has. */
  long read(int fd, MemorySegment buffer);

  /** Writes; perhaps only the first part. */
  long write(int fd, MemorySegment bytes);

  /** Waits until there is something to read: 1, or 0 when the time is over. */
  int awaitReadable(int fd, int timeoutMs);
}
