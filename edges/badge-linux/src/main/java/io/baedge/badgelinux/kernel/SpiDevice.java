package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.baedge.badgelinux.kernel.Errno.Interface;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** An SPI device that is only written to. Mode 0, eight bits, most significant bit first. */
public final class SpiDevice implements AutoCloseable {
  /** What the kernel takes in one message unless told otherwise. */
  public static final int DEFAULT_CHUNK_BYTES = 4_096;

  private static final int BITS = 8;

  private final Kernel kernel;
  private final String path;
  private final int fd;
  private final MemorySegment chunk;

  private SpiDevice(Kernel kernel, String path, int fd, int chunkBytes) {
    this.kernel = kernel;
    this.path = path;
    this.fd = fd;
    this.chunk = Arena.ofAuto().allocate(chunkBytes);
  }

  /**
   * Opens one.
   *
   * @param chunkBytes at most as much goes into one message, {@link #chunkBytes}
   */
  public static SpiDevice open(Kernel kernel, String path, int speedHz, int chunkBytes)
      throws DeviceFailed {
    int fd = kernel.open(path);
    if (fd < 0) {
      throw Errno.failure(Interface.SPI, path, fd);
    }
    var device = new SpiDevice(kernel, path, fd, chunkBytes);
    try {
      device.chunk.set(JAVA_BYTE, 0, (byte) 0);
      device.set(Uapi.SPI_WR_MODE);
      device.chunk.set(JAVA_BYTE, 0, (byte) BITS);
      device.set(Uapi.SPI_WR_BITS);
      device.chunk.set(JAVA_INT, 0, speedHz);
      device.set(Uapi.SPI_WR_SPEED);
      return device;
    } catch (DeviceFailed e) {
      device.close();
      throw e;
    }
  }

  /** The kernel's limit for one message, from a file of its module. */
  public static int chunkBytes(Path root) {
    try {
      String text = Files.readString(root.resolve("sys/module/spidev/parameters/bufsiz")).strip();
      return Math.clamp(Integer.parseInt(text), 16, 1 << 20);
    } catch (IOException | NumberFormatException e) {
      return DEFAULT_CHUNK_BYTES;
    }
  }

  private void set(long request) throws DeviceFailed {
    int result = kernel.ioctl(fd, request, chunk);
    if (result < 0) {
      throw Errno.failure(Interface.SPI, path, result);
    }
  }

  /** Sends all bytes, in as many messages as needed; a message that is cut short is continued. */
  public void write(byte[] bytes) throws DeviceFailed {
    int at = 0;
    while (at < bytes.length) {
      int size = (int) Math.min(chunk.byteSize(), bytes.length - at);
      MemorySegment.copy(bytes, at, chunk, JAVA_BYTE, 0, size);
      long taken = kernel.write(fd, chunk.asSlice(0, size));
      if (taken < 0) {
        throw Errno.failure(Interface.SPI, path, taken);
      }
      if (taken == 0) {
        throw new DeviceFailed(
            path + " took only " + at + " of " + bytes.length + " bytes; check the SPI driver", 0);
      }
      at += (int) taken;
    }
  }

  @Override
  public void close() {
    kernel.close(fd);
  }
}
