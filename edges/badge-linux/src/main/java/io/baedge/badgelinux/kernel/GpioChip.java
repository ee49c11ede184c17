package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.baedge.badgelinux.kernel.Errno.Interface;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A chip with GPIO lines, found by its label: numbers of chips change with boards and kernels. */
public final class GpioChip implements AutoCloseable {
  /** Labels of the chip with the 40-pin header on Raspberry Pi boards. */
  public static final List<String> HEADER_LABELS =
      List.of("pinctrl-bcm2711", "pinctrl-bcm2835", "pinctrl-rp1");

  private static final String CONSUMER = "baedge";
  private static final int EVENTS = 16;

  private final Kernel kernel;
  private final String path;
  private final int fd;

  private GpioChip(Kernel kernel, String path, int fd) {
    this.kernel = kernel;
    this.path = path;
    this.fd = fd;
  }

  /** The chips below a root, by name. */
  public static List<String> paths(Path root) {
    List<String> chips = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve("dev"), "gpiochip*")) {
      found.forEach(path -> chips.add("/dev/" + path.getFileName()));
    } catch (IOException e) {
      // As if there were none, which is told.
    }
    Collections.sort(chips);
    return chips;
  }

  /** The first of these chips that has one of the labels. */
  public static GpioChip find(Kernel kernel, List<String> paths, List<String> labels)
      throws DeviceFailed {
    if (paths.isEmpty()) {
      throw Errno.failure(Interface.GPIO, "/dev/gpiochip0", -Errno.NO_ENTRY);
    }
    List<String> seen = new ArrayList<>();
    for (String path : paths) {
      int fd = kernel.open(path);
      if (fd < 0) {
        throw Errno.failure(Interface.GPIO, path, fd);
      }
      String label = label(kernel, path, fd);
      if (labels.contains(label)) {
        return new GpioChip(kernel, path, fd);
      }
      kernel.close(fd);
      seen.add(path + " is " + label);
    }
    throw new DeviceFailed(
        "no GPIO chip has the 40-pin header ("
            + String.join(", ", seen)
            + "); this board is not known, use emulated:MODEL",
        0);
  }

  private static String label(Kernel kernel, String path, int fd) throws DeviceFailed {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(Uapi.CHIPINFO_SIZE);
      int result = kernel.ioctl(fd, Uapi.GPIO_GET_CHIPINFO, info);
      if (result < 0) {
        kernel.close(fd);
        throw Errno.failure(Interface.GPIO, path, result);
      }
      byte[] name = info.asSlice(Uapi.CHIPINFO_LABEL, Uapi.GPIO_NAME).toArray(JAVA_BYTE);
      int end = 0;
      while (end < name.length && name[end] != 0) {
        end++;
      }
      return new String(name, 0, end, StandardCharsets.US_ASCII);
    }
  }

  /**
   * Takes lines as outputs.
   *
   * @param levels the first level of each line
   */
  public GpioLines outputs(int[] lines, boolean[] levels) throws DeviceFailed {
    long bits = 0;
    for (int i = 0; i < levels.length; i++) {
      bits |= levels[i] ? 1L << i : 0;
    }
    return request(lines, Uapi.FLAG_OUTPUT, Uapi.ATTRIBUTE_OUTPUT_VALUES, bits, 0);
  }

  /** Takes lines as inputs. */
  public GpioLines inputs(int... lines) throws DeviceFailed {
    return request(lines, Uapi.FLAG_INPUT, 0, 0, 0);
  }

  /**
   * Takes lines as buttons that pull their line down: an event when one goes down and when it comes
   * up, contacts that bounce left out.
   */
  public GpioLines buttons(Duration debounce, int... lines) throws DeviceFailed {
    long flags = Uapi.FLAG_INPUT | Uapi.FLAG_PULL_UP | Uapi.FLAG_FALLING | Uapi.FLAG_RISING;
    return request(lines, flags, Uapi.ATTRIBUTE_DEBOUNCE_US, debounce.toNanos() / 1_000, EVENTS);
  }

  private GpioLines request(int[] lines, long flags, int attribute, long value, int events)
      throws DeviceFailed {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(Uapi.REQUEST_SIZE, Long.BYTES);
      for (int i = 0; i < lines.length; i++) {
        request.set(JAVA_INT_UNALIGNED, Uapi.REQUEST_OFFSETS + 4L * i, lines[i]);
      }
      request.asSlice(Uapi.REQUEST_CONSUMER, Uapi.GPIO_NAME).setString(0, CONSUMER);
      request.set(JAVA_INT_UNALIGNED, Uapi.REQUEST_LINES, lines.length);
      request.set(JAVA_INT_UNALIGNED, Uapi.REQUEST_EVENT_BUFFER, events);
      MemorySegment config = request.asSlice(Uapi.REQUEST_CONFIG, Uapi.CONFIG_SIZE);
      config.set(JAVA_LONG_UNALIGNED, Uapi.CONFIG_FLAGS, flags);
      if (attribute != 0) {
        config.set(JAVA_INT_UNALIGNED, Uapi.CONFIG_ATTRIBUTES, 1);
        MemorySegment first = config.asSlice(Uapi.CONFIG_FIRST_ATTRIBUTE, Uapi.ATTRIBUTE_SIZE);
        first.set(JAVA_INT_UNALIGNED, Uapi.ATTRIBUTE_ID, attribute);
        first.set(JAVA_LONG_UNALIGNED, Uapi.ATTRIBUTE_VALUE, value);
        first.set(JAVA_LONG_UNALIGNED, Uapi.ATTRIBUTE_MASK, (1L << lines.length) - 1);
      }
      int result = kernel.ioctl(fd, Uapi.GPIO_GET_LINE, request);
      String name = path + " line " + Arrays.toString(lines).replaceAll("[\\[\\]]", "");
      if (result < 0) {
        throw Errno.failure(Interface.GPIO, name, result);
      }
      return new GpioLines(kernel, name, request.get(JAVA_INT_UNALIGNED, Uapi.REQUEST_FD), lines);
    }
  }

  @Override
  public void close() {
    kernel.close(fd);
  }
}
