package io.baedge.badgelinux.kernel;

/**
 * Numbers and structures of the kernel's user interface: linux/spi/spidev.h, linux/gpio.h,
 * linux/i2c.h and linux/i2c-dev.h, the same on x86-64 and arm64. Offsets and sizes in bytes.
 */
final class Uapi {
  static final long SPI_WR_MODE = 0x40016B01L;
  static final long SPI_WR_BITS = 0x40016B03L;
  static final long SPI_WR_SPEED = 0x40046B04L;

  static final long GPIO_GET_CHIPINFO = 0x8044B401L;
  static final long GPIO_GET_LINE = 0xC250B407L;
  static final long GPIO_GET_VALUES = 0xC010B40EL;
  static final long GPIO_SET_VALUES = 0xC010B40FL;

  static final long I2C_SLAVE = 0x0703L;
  static final long I2C_RDWR = 0x0707L;

  /** struct gpiochip_info: name[32], label[32], lines u32. */
  static final long CHIPINFO_SIZE = 68;

  static final long CHIPINFO_LABEL = 32;
  static final long CHIPINFO_LINES = 64;
  static final int GPIO_NAME = 32;

  /** struct gpio_v2_line_request. */
  static final long REQUEST_SIZE = 592;

  static final long REQUEST_OFFSETS = 0;
  static final long REQUEST_CONSUMER = 256;
  static final long REQUEST_CONFIG = 288;
  static final long REQUEST_LINES = 560;
  static final long REQUEST_EVENT_BUFFER = 564;
  static final long REQUEST_FD = 588;
  static final int MOST_LINES = 64;

  /** struct gpio_v2_line_config, at {@link #REQUEST_CONFIG} of a request. */
  static final long CONFIG_SIZE = 272;

  static final long CONFIG_FLAGS = 0;
  static final long CONFIG_ATTRIBUTES = 8;
  static final long CONFIG_FIRST_ATTRIBUTE = 32;

  /** struct gpio_v2_line_config_attribute: the attribute (id, padding, value), then the lines. */
  static final long ATTRIBUTE_SIZE = 24;

  static final long ATTRIBUTE_ID = 0;
  static final long ATTRIBUTE_VALUE = 8;
  static final long ATTRIBUTE_MASK = 16;
  static final int ATTRIBUTE_OUTPUT_VALUES = 2;
  static final int ATTRIBUTE_DEBOUNCE_US = 3;

  static final long FLAG_INPUT = 1L << 2;
  static final long FLAG_OUTPUT = 1L << 3;
  static final long FLAG_RISING = 1L << 4;
  static final long FLAG_FALLING = 1L << 5;
  static final long FLAG_PULL_UP = 1L << 8;

  /** struct gpio_v2_line_values: bits u64, mask u64. */
  static final long VALUES_SIZE = 16;

  static final long VALUES_BITS = 0;
  static final long VALUES_MASK = 8;

  /** struct gpio_v2_line_event. */
  static final long EVENT_SIZE = 48;

  static final long EVENT_TIME_NS = 0;
  static final long EVENT_ID = 8;
  static final long EVENT_OFFSET = 12;
  static final int EVENT_RISING = 1;

  /** struct i2c_msg: address u16, flags u16, length u16, pointer. */
  static final long I2C_MESSAGE_SIZE = 16;

  static final long I2C_MESSAGE_FLAGS = 2;
  static final long I2C_MESSAGE_LENGTH = 4;
  static final long I2C_MESSAGE_BUFFER = 8;
  static final short I2C_READ = 1;

  /** struct i2c_rdwr_ioctl_data: pointer to messages, their number u32. */
  static final long I2C_TRANSFER_SIZE = 16;

  static final long I2C_TRANSFER_COUNT = 8;

  private Uapi() {}
}
