package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A kernel with the devices that a test gives it, which fails when told to. */
public final class FakeKernel implements Kernel {
  /** Labels of chips by path; an empty label for any other device. */
  public final Map<String, String> devices = new LinkedHashMap<>();

  /** The errno of the next call of that name, for example "open /dev/spidev0.0" or "write". */
  public final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /** Sizes of the messages written. */
  public final List<Integer> messages = new ArrayList<>();

  /** Told of each message. */
  public Consumer<byte[]> onMessage = bytes -> {};

  /** All bytes written. */
  public final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** Levels by line. */
  public final Map<Integer, Boolean> levels = new ConcurrentHashMap<>();

  /** Edges to be read: the line, negative when it goes down. */
  public final BlockingQueue<Integer> edges = new LinkedBlockingQueue<>();

  /** Most bytes that one write takes. */
  public volatile int mostBytes = Integer.MAX_VALUE;

  /** Requests seen, with what was set. */
  public final List<String> requests = new ArrayList<>();

  /** Chips on I2C by address. */
  public final Map<Integer, FakeChip> chips = new ConcurrentHashMap<>();

  private final Map<Integer, Integer> addresses = new HashMap<>();
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
    if (request == Uapi.I2C_SLAVE) {
      int address = (int) argument.address();
      addresses.put(fd, address);
      return failure(String.format(Locale.ROOT, "slave %02x", address));
    } else if (request == Uapi.I2C_RDWR) {
      return transfer(addresses.getOrDefault(fd, -1), argument);
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

  @SuppressWarnings("restricted") // the kernel reads where the caller points
  private int transfer(int address, MemorySegment argument) {
    FakeChip chip = chips.get(address);
    if (chip == null) {
      return -Errno.REMOTE_IO;
    }
    String call = String.format(Locale.ROOT, "i2c %02x", address);
    if (failure(call) != 0) {
      return failure(call);
    }
    int count = argument.get(JAVA_INT_UNALIGNED, Uapi.I2C_TRANSFER_COUNT);
    MemorySegment messages = argument.get(ADDRESS, 0).reinterpret(count * Uapi.I2C_MESSAGE_SIZE);
    int register = 0;
    for (int m = 0; m < count; m++) {
      MemorySegment message = messages.asSlice(m * Uapi.I2C_MESSAGE_SIZE, Uapi.I2C_MESSAGE_SIZE);
      int length = message.get(JAVA_SHORT, Uapi.I2C_MESSAGE_LENGTH);
      MemorySegment bytes = message.get(ADDRESS, Uapi.I2C_MESSAGE_BUFFER).reinterpret(length);
      if (message.get(JAVA_SHORT, Uapi.I2C_MESSAGE_FLAGS) == Uapi.I2C_READ) {
        for (int i = 0; i < length; i++) {
          bytes.set(JAVA_BYTE, i, (byte) chip.read(register, i));
        }
      } else {
        register = bytes.get(JAVA_BYTE, 0) & 0xFF;
        for (int i = 1; i < length; i++) {
          chip.write(register + i - 1, bytes.get(JAVA_BYTE, i) & 0xFF);
        }
      }
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
    int edge = edges.remove();
    buffer.set(JAVA_INT_UNALIGNED, Uapi.EVENT_OFFSET, Math.abs(edge));
    buffer.set(JAVA_INT_UNALIGNED, Uapi.EVENT_ID, edge < 0 ? 2 : Uapi.EVENT_RISING);
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
    if (failure("poll") != 0) {
      return failure("poll");
    }
    long untilNs = System.nanoTime() + timeoutMs * 1_000_000L;
    while (edges.isEmpty() && System.nanoTime() < untilNs && failure("poll") == 0) {
      LockSupport.parkNanos(1_000_000);
      if (Thread.currentThread().isInterrupted()) {
        return 0;
      }
    }
    return edges.isEmpty() ? 0 : 1;
  }
}
