package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A kernel with the devices that a test gives it, which fails when told to. */
public final class FakeKernel implements Kernel {
  /** Labels of chips by path; an empty label for any other device. */
  public final Map<String, String> devices = new LinkedHashMap<>();

  /** The errno of the next call of that name, for example "open /dev/spidev0.0" or "write". */
  public final Map<String, Integer> failures = new HashMap<>();

  /** Sizes of the messages written. */
  public final List<Integer> messages = new ArrayList<>();

  /** Told of each message. */
  public Consumer<byte[]> onMessage = bytes -> {};

  /** All bytes written. */
  public final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** Levels by line. */
  public final Map<Integer, Boolean> levels = new HashMap<>();

  /** Lines with an edge to be read. */
  public final List<Integer> edges = new ArrayList<>();

  /** Most bytes that one write takes. */
  public int mostBytes = Integer.MAX_VALUE;

  /** Requests seen, with what was set. */
  public final List<String> requests = new ArrayList<>();

  private final Map<Integer, String> open = new HashMap<>();
  private final Map<Integer, int[]> lines = new HashMap<>();
  private int next = 10;

  /** Descriptors that are open. */
  public int openFiles() {
    return open.size();
  }

  private int failure(String call) {
    Integer errno = failures.get(call);
    return errno == null ? 0 : -errno;
  }

  @Override
  public int open(String path) {
    if (failure("open " + path) != 0) {
      return failure("open " + path);
    }
    if (!devices.containsKey(path)) {
      return -Errno.NO_ENTRY;
    }
    open.put(next, path);
    return next++;
  }

  @Override
  public int close(int fd) {
    if (open.remove(fd) == null) {
      throw new AssertionError("closed twice: " + fd);
    }
    return 0;
  }

  @Override
  public int ioctl(int fd, long request, MemorySegment argument) {
    if (!open.containsKey(fd)) {
      throw new AssertionError("not open: " + fd);
    }
    String call = String.format(Locale.ROOT, "ioctl %08x", request);
    if (failure(call) != 0) {
      return failure(call);
    }
    if (request == Uapi.GPIO_GET_CHIPINFO) {
      argument
          .asSlice(Uapi.CHIPINFO_LABEL, Uapi.GPIO_NAME)
          .setString(0, Objects.requireNonNull(devices.get(open.get(fd))));
    } else if (request == Uapi.GPIO_GET_LINE) {
      take(argument);
    } else if (request == Uapi.GPIO_SET_VALUES || request == Uapi.GPIO_GET_VALUES) {
      values(fd, argument, request == Uapi.GPIO_SET_VALUES);
    } else {
      requests.add(call + " " + argument.get(JAVA_INT_UNALIGNED, 0));
    }
    return 0;
  }

  private void take(MemorySegment request) {
    int count = request.get(JAVA_INT_UNALIGNED, Uapi.REQUEST_LINES);
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = request.get(JAVA_INT_UNALIGNED, 4L * i);
    }
    MemorySegment config = request.asSlice(Uapi.REQUEST_CONFIG, Uapi.CONFIG_SIZE);
    long flags = config.get(JAVA_LONG_UNALIGNED, 0);
    var text = new StringBuilder("lines");
    for (int offset : offsets) {
      text.append(' ').append(offset);
    }
    text.append(String.format(Locale.ROOT, " flags %x", flags));
    if (config.get(JAVA_INT_UNALIGNED, Uapi.CONFIG_ATTRIBUTES) == 1) {
      MemorySegment first = config.asSlice(Uapi.CONFIG_FIRST_ATTRIBUTE, Uapi.ATTRIBUTE_SIZE);
      int id = first.get(JAVA_INT_UNALIGNED, 0);
      long value = first.get(JAVA_LONG_UNALIGNED, Uapi.ATTRIBUTE_VALUE);
      text.append(" attribute " + id + " = " + value);
      text.append(" mask " + first.get(JAVA_LONG_UNALIGNED, Uapi.ATTRIBUTE_MASK));
      for (int i = 0; id == Uapi.ATTRIBUTE_OUTPUT_VALUES && i < count; i++) {
        levels.put(offsets[i], (value >> i & 1) == 1);
      }
    }
    requests.add(text.toString());
    open.put(next, "lines");
    lines.put(next, offsets);
    request.set(JAVA_INT_UNALIGNED, Uapi.REQUEST_FD, next++);
  }

  private void values(int fd, MemorySegment values, boolean set) {
    long mask = values.get(JAVA_LONG_UNALIGNED, Uapi.VALUES_MASK);
    long bits = values.get(JAVA_LONG_UNALIGNED, Uapi.VALUES_BITS);
    int[] offsets = Objects.requireNonNull(lines.get(fd));
    for (int i = 0; i < offsets.length; i++) {
      if ((mask >> i & 1) == 0) {
        continue;
      }
      if (set) {
        levels.put(offsets[i], (bits >> i & 1) == 1);
      } else if (levels.getOrDefault(offsets[i], false)) {
        bits |= 1L << i;
      }
    }
    values.set(JAVA_LONG_UNALIGNED, Uapi.VALUES_BITS, bits);
  }

  @Override
  public long read(int fd, MemorySegment buffer) {
    buffer.set(JAVA_INT_UNALIGNED, Uapi.EVENT_OFFSET, edges.removeFirst());
    return buffer.byteSize();
  }

  @Override
  public long write(int fd, MemorySegment bytes) {
    if (failure("write") != 0) {
      return failure("write");
    }
    int size = (int) Math.min(mostBytes, bytes.byteSize());
    messages.add(size);
    byte[] taken = bytes.asSlice(0, size).toArray(JAVA_BYTE);
    written.writeBytes(taken);
    onMessage.accept(taken);
    return size;
  }

  @Override
  public int awaitReadable(int fd, int timeoutMs) {
    return edges.isEmpty() ? 0 : 1;
  }
}
