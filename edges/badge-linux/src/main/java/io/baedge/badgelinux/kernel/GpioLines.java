package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.baedge.badgelinux.kernel.Errno.Interface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Lines that this process has taken; they stay taken until it closes them. */
public final class GpioLines implements AutoCloseable {
  private final Kernel kernel;
  private final String name;
  private final int fd;
  private final int[] lines;
  private final MemorySegment values = Arena.ofAuto().allocate(Uapi.VALUES_SIZE, Long.BYTES);
  private final MemorySegment event = Arena.ofAuto().allocate(Uapi.EVENT_SIZE, Long.BYTES);

  GpioLines(Kernel kernel, String name, int fd, int[] lines) {
    this.kernel = kernel;
    this.name = name;
    this.fd = fd;
    this.lines = lines.clone();
  }

  /** Sets the level of one of the lines. */
  public void set(int line, boolean high) throws DeviceFailed {
    long mask = mask(line);
    values.set(JAVA_LONG, Uapi.VALUES_BITS, high ? mask : 0);
    values.set(JAVA_LONG, Uapi.VALUES_MASK, mask);
    check(kernel.ioctl(fd, Uapi.GPIO_SET_VALUES, values));
  }

  /** The level of one of the lines. */
  public boolean get(int line) throws DeviceFailed {
    long mask = mask(line);
    values.set(JAVA_LONG, Uapi.VALUES_BITS, 0);
    values.set(JAVA_LONG, Uapi.VALUES_MASK, mask);
    check(kernel.ioctl(fd, Uapi.GPIO_GET_VALUES, values));
    return (values.get(JAVA_LONG, Uapi.VALUES_BITS) & mask) != 0;
  }

  /**
   * The level of a line changed.
   *
   * @param rising from low to high; else from high to low
   */
  public record Edge(int line, boolean rising) {}

  /**
   * Waits for an edge. Holds its thread.
   *
   * @return empty when the time is over
   */
  public Optional<Edge> awaitEdge(int timeoutMs) throws DeviceFailed {
    int ready = kernel.awaitReadable(fd, timeoutMs);
    check(ready);
    if (ready == 0) {
      return Optional.empty();
    }
    long read = kernel.read(fd, event);
    check(read);
    return read < Uapi.EVENT_SIZE
        ? Optional.empty()
        : Optional.of(
            new Edge(
                event.get(JAVA_INT, Uapi.EVENT_OFFSET),
                event.get(JAVA_INT, Uapi.EVENT_ID) == Uapi.EVENT_RISING));
  }

  private long mask(int line) {
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == line) {
        return 1L << i;
      }
    }
    throw new IllegalArgumentException("line " + line + " is not one of " + name);
  }

  private void check(long result) throws DeviceFailed {
    if (result < 0) {
      throw Errno.failure(Interface.GPIO, name, result);
    }
  }

  @Override
  public void close() {
    kernel.close(fd);
  }
}
