package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The C library's functions. Blocking calls hold their thread: call from platform threads. */
public final class ForeignKernel implements Kernel {
  private static final int READ_WRITE = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int INTERRUPTED = 4;
  private static final short READABLE = 1;
  private static final long POLL_BYTES = 8;
  private static final long POLL_EVENTS = 4;

  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle open =
      function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), true);
  private final MethodHandle close =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), false);
  private final MethodHandle ioctl =
      function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), true);
  private final MethodHandle read =
      function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), false);
  private final MethodHandle write =
      function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), false);
  private final MethodHandle poll =
      function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), false);

  /** A system call with room for its errno. */
  private interface Call {
    long make(MemorySegment state) throws Throwable;
  }

  /** open and ioctl take further arguments of any kind, which are passed in their own way. */
  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, FunctionDescriptor types, boolean variadic) {
    Linker linker = Linker.nativeLinker();
    MemorySegment address = linker.defaultLookup().findOrThrow(name);
    Linker.Option errno = Linker.Option.captureCallState("errno");
    return variadic
        ? linker.downcallHandle(address, types, errno, Linker.Option.firstVariadicArg(2))
        : linker.downcallHandle(address, types, errno);
  }

  private static long made(Call call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      while (true) {
        long result = call.make(state);
        if (result >= 0) {
          return result;
        }
        int errno = (int) ERRNO.get(state, 0L);
        if (errno != INTERRUPTED) {
          return -errno;
        }
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call threw", e);
    }
  }

  @Override
  public int open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      return (int) made(state -> (int) open.invokeExact(state, name, READ_WRITE | CLOSE_ON_EXEC));
    }
  }

  @Override
  public int close(int fd) {
    return (int) made(state -> (int) close.invokeExact(state, fd));
  }

  @Override
  public int ioctl(int fd, long request, MemorySegment argument) {
    return (int) made(state -> (int) ioctl.invokeExact(state, fd, request, argument));
  }

  @Override
  public long read(int fd, MemorySegment buffer) {
    return made(state -> (long) read.invokeExact(state, fd, buffer, buffer.byteSize()));
  }

  @Override
  public long write(int fd, MemorySegment bytes) {
    return made(state -> (long) write.invokeExact(state, fd, bytes, bytes.byteSize()));
  }

  @Override
  public int awaitReadable(int fd, int timeoutMs) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocate(POLL_BYTES, Integer.BYTES);
      one.set(JAVA_INT, 0, fd);
      one.set(JAVA_SHORT, POLL_EVENTS, READABLE);
      return (int) made(state -> (int) poll.invokeExact(state, one, 1L, timeoutMs));
    }
  }
}
