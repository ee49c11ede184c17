package io.baedge.badgelinux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.testing.EnabledIfProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UapiTest {
  private static final String PROGRAM =
      """
      #include <stddef.h>
      #include <stdio.h>
      #include <linux/gpio.h>
      #include <linux/i2c.h>
      #include <linux/i2c-dev.h>
      #include <linux/spi/spidev.h>
      #define N(x) printf("%lld\\n", (long long)(x))
      #define O(s, f) N(offsetof(struct s, f))
      int main(void) {
        N((unsigned)SPI_IOC_WR_MODE); N((unsigned)SPI_IOC_WR_BITS_PER_WORD);
        N((unsigned)SPI_IOC_WR_MAX_SPEED_HZ);
        N((unsigned)GPIO_GET_CHIPINFO_IOCTL); N((unsigned)GPIO_V2_GET_LINE_IOCTL);
        N((unsigned)GPIO_V2_LINE_GET_VALUES_IOCTL); N((unsigned)GPIO_V2_LINE_SET_VALUES_IOCTL);
        N((unsigned)I2C_RDWR);
        N(sizeof(struct gpiochip_info)); O(gpiochip_info, label); O(gpiochip_info, lines);
        N(sizeof(struct gpio_v2_line_request)); O(gpio_v2_line_request, offsets);
        O(gpio_v2_line_request, consumer); O(gpio_v2_line_request, config);
        O(gpio_v2_line_request, num_lines); O(gpio_v2_line_request, event_buffer_size);
        O(gpio_v2_line_request, fd);
        N(sizeof(struct gpio_v2_line_config)); O(gpio_v2_line_config, flags);
        O(gpio_v2_line_config, num_attrs); O(gpio_v2_line_config, attrs);
        N(sizeof(struct gpio_v2_line_config_attribute)); O(gpio_v2_line_config_attribute, attr.id);
        O(gpio_v2_line_config_attribute, attr.values); O(gpio_v2_line_config_attribute, mask);
        N(sizeof(struct gpio_v2_line_values)); O(gpio_v2_line_values, bits);
        O(gpio_v2_line_values, mask);
        N(sizeof(struct gpio_v2_line_event)); O(gpio_v2_line_event, timestamp_ns);
        O(gpio_v2_line_event, id); O(gpio_v2_line_event, offset);
        N(GPIO_V2_LINE_FLAG_INPUT); N(GPIO_V2_LINE_FLAG_OUTPUT);
        N(GPIO_V2_LINE_FLAG_EDGE_FALLING); N(GPIO_V2_LINE_FLAG_BIAS_PULL_UP);
        N(GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES); N(GPIO_V2_LINE_ATTR_ID_DEBOUNCE);
        N(sizeof(struct i2c_msg)); O(i2c_msg, flags); O(i2c_msg, len); O(i2c_msg, buf);
        N(I2C_M_RD); N(sizeof(struct i2c_rdwr_ioctl_data)); O(i2c_rdwr_ioctl_data, nmsgs);
        return 0;
      }
      """;

  private static final List<Long> OURS =
      List.of(
          Uapi.SPI_WR_MODE,
          Uapi.SPI_WR_BITS,
          Uapi.SPI_WR_SPEED,
          Uapi.GPIO_GET_CHIPINFO,
          Uapi.GPIO_GET_LINE,
          Uapi.GPIO_GET_VALUES,
          Uapi.GPIO_SET_VALUES,
          Uapi.I2C_RDWR,
          Uapi.CHIPINFO_SIZE,
          Uapi.CHIPINFO_LABEL,
          Uapi.CHIPINFO_LINES,
          Uapi.REQUEST_SIZE,
          Uapi.REQUEST_OFFSETS,
          Uapi.REQUEST_CONSUMER,
          Uapi.REQUEST_CONFIG,
          Uapi.REQUEST_LINES,
          Uapi.REQUEST_EVENT_BUFFER,
          Uapi.REQUEST_FD,
          Uapi.CONFIG_SIZE,
          Uapi.CONFIG_FLAGS,
          Uapi.CONFIG_ATTRIBUTES,
          Uapi.CONFIG_FIRST_ATTRIBUTE,
          Uapi.ATTRIBUTE_SIZE,
          Uapi.ATTRIBUTE_ID,
          Uapi.ATTRIBUTE_VALUE,
          Uapi.ATTRIBUTE_MASK,
          Uapi.VALUES_SIZE,
          Uapi.VALUES_BITS,
          Uapi.VALUES_MASK,
          Uapi.EVENT_SIZE,
          Uapi.EVENT_TIME_NS,
          Uapi.EVENT_ID,
          Uapi.EVENT_OFFSET,
          Uapi.FLAG_INPUT,
          Uapi.FLAG_OUTPUT,
          Uapi.FLAG_FALLING,
          Uapi.FLAG_PULL_UP,
          (long) Uapi.ATTRIBUTE_OUTPUT_VALUES,
          (long) Uapi.ATTRIBUTE_DEBOUNCE_US,
          Uapi.I2C_MESSAGE_SIZE,
          Uapi.I2C_MESSAGE_FLAGS,
          Uapi.I2C_MESSAGE_LENGTH,
          Uapi.I2C_MESSAGE_BUFFER,
          (long) Uapi.I2C_READ,
          Uapi.I2C_TRANSFER_SIZE,
          Uapi.I2C_TRANSFER_COUNT);

  @TempDir Path directory;

  /** A request's number holds the size of its structure. */
  @Test
  void sizes_are_those_in_the_numbers_of_the_requests() {
    assertThat(size(Uapi.GPIO_GET_CHIPINFO)).isEqualTo(Uapi.CHIPINFO_SIZE);
    assertThat(size(Uapi.GPIO_GET_LINE)).isEqualTo(Uapi.REQUEST_SIZE);
    assertThat(size(Uapi.GPIO_GET_VALUES)).isEqualTo(Uapi.VALUES_SIZE);
    assertThat(size(Uapi.GPIO_SET_VALUES)).isEqualTo(Uapi.VALUES_SIZE);
    assertThat(size(Uapi.SPI_WR_SPEED)).isEqualTo(4);
    assertThat(Uapi.REQUEST_CONFIG + Uapi.CONFIG_SIZE).isEqualTo(Uapi.REQUEST_LINES);
    assertThat(Uapi.CONFIG_FIRST_ATTRIBUTE + 10 * Uapi.ATTRIBUTE_SIZE).isEqualTo(Uapi.CONFIG_SIZE);
    assertThat(Uapi.REQUEST_FD + 4).isEqualTo(Uapi.REQUEST_SIZE);
  }

  private static long size(long request) {
    return request >> 16 & 0x3FFF;
  }

  @Test
  @EnabledIfProgram("gcc")
  void numbers_and_layouts_are_those_of_the_kernels_headers() throws Exception {
    Path source = Files.writeString(directory.resolve("layout.c"), PROGRAM);
    Path program = directory.resolve("layout");
    Process gcc =
        new ProcessBuilder("gcc", source.toString(), "-o", program.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assumptions.assumeTrue(
        gcc.waitFor() == 0, () -> "skipped: gcc finds no kernel headers: " + said);
    Process layout = new ProcessBuilder(program.toString()).start();
    String numbers = new String(layout.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(numbers.lines().map(Long::valueOf).toList()).isEqualTo(OURS);
  }
}
