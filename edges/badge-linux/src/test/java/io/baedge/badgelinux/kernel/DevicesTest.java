package io.baedge.badgelinux.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DevicesTest {
  private static final String SPI = "/dev/spidev0.0";

  @TempDir Path root;

  private final FakeKernel kernel = new FakeKernel();

  private SpiDevice spi(int chunkBytes) throws DeviceFailed {
    kernel.devices.put(SPI, "");
    return SpiDevice.open(kernel, SPI, 4_000_000, chunkBytes);
  }

  private GpioChip header() throws DeviceFailed {
    kernel.devices.put("/dev/gpiochip0", "internal");
    kernel.devices.put("/dev/gpiochip4", "pinctrl-rp1");
    return GpioChip.find(
        kernel, List.of("/dev/gpiochip0", "/dev/gpiochip4"), GpioChip.HEADER_LABELS);
  }

  @Test
  void spi_is_set_to_mode_0_eight_bits_and_its_speed() throws DeviceFailed {
    try (SpiDevice device = spi(4_096)) {
      assertThat(kernel.requests)
          .containsExactly("ioctl 40016b01 0", "ioctl 40016b03 8", "ioctl 40046b04 4000000");
      device.write(new byte[] {0x12});
    }
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void a_plane_goes_in_messages_that_the_kernel_takes() throws DeviceFailed {
    byte[] plane = new byte[4_736];
    plane[4_735] = 7;
    try (SpiDevice device = spi(4_096)) {
      device.write(plane);
    }
    assertThat(kernel.messages).containsExactly(4_096, 640);
    assertThat(kernel.written.toByteArray()).isEqualTo(plane);
  }

  @Test
  void a_message_that_is_cut_short_is_continued() throws DeviceFailed {
    kernel.mostBytes = 1_000;
    byte[] plane = new byte[2_500];
    plane[2_000] = 9;
    try (SpiDevice device = spi(4_096)) {
      device.write(plane);
    }
    assertThat(kernel.messages).containsExactly(1_000, 1_000, 500);
    assertThat(kernel.written.toByteArray()).isEqualTo(plane);
  }

  @Test
  void a_device_that_takes_nothing_is_told_instead_of_tried_for_ever() throws DeviceFailed {
    kernel.mostBytes = 0;
    try (SpiDevice device = spi(4_096)) {
      assertThatExceptionOfType(DeviceFailed.class)
          .isThrownBy(() -> device.write(new byte[10]))
          .withMessage("/dev/spidev0.0 took only 0 of 10 bytes; check the SPI driver");
    }
  }

  @Test
  void the_size_of_a_message_is_the_kernels() throws Exception {
    assertThat(SpiDevice.chunkBytes(root)).isEqualTo(4_096);
    Path file = root.resolve("sys/module/spidev/parameters/bufsiz");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "65536\n");
    assertThat(SpiDevice.chunkBytes(root)).isEqualTo(65_536);
    Files.writeString(file, "many");
    assertThat(SpiDevice.chunkBytes(root)).isEqualTo(4_096);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | there is no /dev/spidev0.0; enable SPI (raspi-config, or dtparam=spi=on",
        "13 | /dev/spidev0.0 may not be used by this user; add it to the group spi",
        "1 | may not be used by this user",
        "16 | is in use by another program",
        "5 | answers with an I/O error (errno 5); check that the cable is seated",
        "19 | has gone away",
        "25 | is no SPI device",
        "90 | refuses a transfer of this size",
        "22 | refuses a setting (errno 22)",
        "71 | fails with errno 71; see the kernel's log with dmesg"
      })
  void every_errno_is_a_sentence_that_says_what_to_do(int errno, String words) {
    kernel.failures.put("open " + SPI, errno);
    assertThatExceptionOfType(DeviceFailed.class)
        .isThrownBy(() -> spi(4_096))
        .withMessageContaining(words)
        .matches(e -> e.errno() == errno);
  }

  @Test
  void a_setting_that_fails_leaves_nothing_open() {
    kernel.failures.put("ioctl 40046b04", 22);
    assertThatExceptionOfType(DeviceFailed.class).isThrownBy(() -> spi(4_096));
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void the_chip_of_the_header_is_found_by_its_label() throws DeviceFailed {
    header().close();
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void without_such_a_chip_the_labels_are_told() {
    kernel.devices.put("/dev/gpiochip0", "internal");
    assertThatExceptionOfType(DeviceFailed.class)
        .isThrownBy(() -> GpioChip.find(kernel, List.of("/dev/gpiochip0"), GpioChip.HEADER_LABELS))
        .withMessageContaining("/dev/gpiochip0 is internal");
    assertThatExceptionOfType(DeviceFailed.class)
        .isThrownBy(() -> GpioChip.find(kernel, List.of(), GpioChip.HEADER_LABELS))
        .withMessageContaining("there is no /dev/gpiochip0");
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void outputs_begin_at_their_levels_and_are_set_one_by_one() throws DeviceFailed {
    try (GpioChip chip = header();
        GpioLines lines = chip.outputs(new int[] {17, 25, 18}, new boolean[] {true, false, true})) {
      assertThat(kernel.requests).containsExactly("lines 17 25 18 flags 8 attribute 2 = 5 mask 7");
      lines.set(25, true);
      lines.set(17, false);
      assertThat(kernel.levels).containsEntry(17, false).containsEntry(25, true);
      assertThat(kernel.levels).containsEntry(18, true);
    }
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void an_input_is_read() throws DeviceFailed {
    try (GpioChip chip = header();
        GpioLines busy = chip.inputs(24)) {
      assertThat(busy.get(24)).isFalse();
      kernel.levels.put(24, true);
      assertThat(busy.get(24)).isTrue();
    }
  }

  @Test
  void buttons_are_pulled_up_debounced_and_tell_which_was_pressed() throws DeviceFailed {
    try (GpioChip chip = header();
        GpioLines keys = chip.buttons(Duration.ofMillis(200), 5, 6, 13, 19)) {
      assertThat(kernel.requests)
          .containsExactly("lines 5 6 13 19 flags 134 attribute 3 = 200000 mask 15");
      assertThat(keys.awaitEdge(0)).isEmpty();
      kernel.edges.add(-13);
      kernel.edges.add(13);
      assertThat(keys.awaitEdge(0)).hasValue(new GpioLines.Edge(13, false));
      assertThat(keys.awaitEdge(0)).hasValue(new GpioLines.Edge(13, true));
    }
  }

  @Test
  void a_line_that_another_program_holds_is_named() throws DeviceFailed {
    kernel.failures.put("ioctl c250b407", 16);
    try (GpioChip chip = header()) {
      assertThatExceptionOfType(DeviceFailed.class)
          .isThrownBy(() -> chip.inputs(24))
          .withMessageStartingWith("/dev/gpiochip4 line 24 is in use by another program");
    }
  }

  @Test
  void a_chip_on_i2c_that_does_not_answer_is_named() throws DeviceFailed {
    kernel.devices.put("/dev/i2c-1", "");
    try (I2cDevice gauge = I2cDevice.open(kernel, "/dev/i2c-1", 0x57)) {
      assertThatExceptionOfType(DeviceFailed.class)
          .isThrownBy(() -> gauge.read(0x22, 2))
          .withMessageStartingWith("nothing answers as /dev/i2c-1 chip 0x57 (errno 121)");
    }
    assertThatExceptionOfType(DeviceFailed.class)
        .isThrownBy(() -> I2cDevice.open(kernel, "/dev/i2c-9", 0x57))
        .withMessageContaining("dtparam=i2c_arm=on");
  }
}
