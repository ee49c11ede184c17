package io.baedge.badgelinux.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against the kernel of this machine, as far as any machine has what it takes. */
@EnabledOnOs(OS.LINUX)
final class ForeignKernelTest {
  @TempDir Path directory;

  private final ForeignKernel kernel = new ForeignKernel();

  @Test
  void a_file_is_written_read_and_closed() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, (byte) 1, (byte) 2, (byte) 3);
      int writing = kernel.open(file.toString());
      assertThat(writing).isPositive();
      assertThat(kernel.write(writing, bytes)).isEqualTo(3);
      assertThat(kernel.close(writing)).isZero();
      int reading = kernel.open(file.toString());
      MemorySegment read = arena.allocate(10);
      assertThat(kernel.awaitReadable(reading, 1_000)).isEqualTo(1);
      assertThat(kernel.read(reading, read)).isEqualTo(3);
      assertThat(read.asSlice(0, 3).toArray(JAVA_BYTE)).containsExactly(1, 2, 3);
      assertThat(kernel.close(reading)).isZero();
    }
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
  }

  @Test
  void failures_are_the_kernels_own_numbers() {
    assertThat(kernel.open(directory.resolve("nowhere").toString())).isEqualTo(-Errno.NO_ENTRY);
    assertThat(kernel.close(-1)).isEqualTo(-9);
  }

  @Test
  void a_device_of_another_kind_is_told() {
    assertThatExceptionOfType(DeviceFailed.class)
        .isThrownBy(() -> SpiDevice.open(kernel, "/dev/null", 4_000_000, 4_096))
        .withMessage("/dev/null is no SPI device; give the device of the panel's bus");
  }
}
