package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.baedge.badgelinux.kernel.Errno.Interface;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;

/** A chip on an I2C bus. */
public final class I2cDevice implements AutoCloseable {
  private final Kernel kernel;
  private final String path;
  private final int fd;
  private final int address;

  private I2cDevice(Kernel kernel, String path, int fd, int address) {
    this.kernel = kernel;
    this.path = path;
    this.fd = fd;
    this.address = address;
  }

  /**
   * Opens the bus for the chip at that address. Nothing goes over the bus yet; a chip that a driver
   * of the kernel owns is refused, so that the two do not disturb each other.
   */
  public static I2cDevice open(Kernel kernel, String path, int address) throws DeviceFailed {
    int fd = kernel.open(path);
    if (fd < 0) {
      throw Errno.failure(Interface.I2C, path, fd);
    }
    int chosen = kernel.ioctl(fd, Uapi.I2C_SLAVE, MemorySegment.ofAddress(address));
    if (chosen < 0) {
      kernel.close(fd);
      throw Errno.failure(Interface.I2C, chip(path, address), chosen);
    }
    return new I2cDevice(kernel, path, fd, address);
  }

  private static String chip(String path, int address) {
    return String.format(Locale.ROOT, "%s chip 0x%02x", path, address);
  }

  /** Reads registers, beginning with that one, in one transfer with its number. */
  public byte[] read(int register, int bytes) throws DeviceFailed {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment number = arena.allocate(1);
      number.set(JAVA_BYTE, 0, (byte) register);
      MemorySegment answer = arena.allocate(bytes);
      MemorySegment messages = arena.allocate(2 * Uapi.I2C_MESSAGE_SIZE, Long.BYTES);
      message(messages.asSlice(0, Uapi.I2C_MESSAGE_SIZE), (short) 0, number);
      message(
          messages.asSlice(Uapi.I2C_MESSAGE_SIZE, Uapi.I2C_MESSAGE_SIZE), Uapi.I2C_READ, answer);
      transfer(arena, messages, 2);
      return answer.toArray(JAVA_BYTE);
    }
  }

  /** Writes registers, beginning with that one. */
  public void write(int register, byte... values) throws DeviceFailed {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocate(1L + values.length);
      bytes.set(JAVA_BYTE, 0, (byte) register);
      MemorySegment.copy(values, 0, bytes, JAVA_BYTE, 1, values.length);
      MemorySegment message = arena.allocate(Uapi.I2C_MESSAGE_SIZE, Long.BYTES);
      message(message, (short) 0, bytes);
      transfer(arena, message, 1);
    }
  }

  private void message(MemorySegment message, short flags, MemorySegment bytes) {
    message.set(JAVA_SHORT, 0, (short) address);
    message.set(JAVA_SHORT, Uapi.I2C_MESSAGE_FLAGS, flags);
    message.set(JAVA_SHORT, Uapi.I2C_MESSAGE_LENGTH, (short) bytes.byteSize());
    message.set(ADDRESS, Uapi.I2C_MESSAGE_BUFFER, bytes);
  }

  private void transfer(Arena arena, MemorySegment messages, int count) throws DeviceFailed {
    MemorySegment transfer = arena.allocate(Uapi.I2C_TRANSFER_SIZE, Long.BYTES);
    transfer.set(ADDRESS, 0, messages);
    transfer.set(JAVA_INT, Uapi.I2C_TRANSFER_COUNT, count);
    int result = kernel.ioctl(fd, Uapi.I2C_RDWR, transfer);
    if (result < 0) {
      throw Errno.failure(Interface.I2C, chip(path, address), result);
    }
  }

  @Override
  public void close() {
    kernel.close(fd);
  }
}
