package io.baedge.badgelinux.kernel;

/** What the kernel's numbers mean for a person in front of a board. */
final class Errno {
  static final int NOT_PERMITTED = 1;
  static final int NO_ENTRY = 2;
  static final int IO = 5;
  static final int NO_SUCH_DEVICE = 6;
  static final int NO_ACCESS = 13;
  static final int BUSY = 16;
  static final int NO_DEVICE = 19;
  static final int INVALID = 22;
  static final int NO_TERMINAL = 25;
  static final int TOO_LONG = 90;
  static final int TIMED_OUT = 110;
  static final int REMOTE_IO = 121;

  private Errno() {}

  /** A kind of interface. */
  enum Interface {
    SPI("SPI", "spi", "dtparam=spi=on"),
    GPIO("GPIO", "gpio", ""),
    I2C("I2C", "i2c", "dtparam=i2c_arm=on");

    final String word;
    final String group;
    final String bootLine;

    Interface(String word, String group, String bootLine) {
      this.word = word;
      this.group = group;
      this.bootLine = bootLine;
    }
  }

  /**
   * The failure of a call as one sentence.
   *
   * @param device a path, or a path with lines
   * @param result what the call returned, the negative errno
   */
  static DeviceFailed failure(Interface kind, String device, long result) {
    int errno = (int) -result;
    return new DeviceFailed(sentence(kind, device, errno), errno);
  }

  private static String sentence(Interface kind, String device, int errno) {
    if (kind == Interface.I2C && (errno == REMOTE_IO || errno == NO_SUCH_DEVICE)) {
      return "nothing answers as "
          + device
          + " (errno "
          + errno
          + "); check that the battery board touches the pins, or choose another gauge";
    }
    return switch (errno) {
      case NO_ENTRY ->
          kind.bootLine.isEmpty()
              ? "there is no " + device + "; this needs Linux 5.10 or newer on a board with GPIO"
              : "there is no "
                  + device
                  + "; enable "
                  + kind.word
                  + " (raspi-config, or "
                  + kind.bootLine
                  + " in /boot/firmware/config.txt) and start the board again";
      case NO_ACCESS, NOT_PERMITTED ->
          device
              + " may not be used by this user; add it to the group "
              + kind.group
              + " (sudo usermod -aG "
              + kind.group
              + " USER) and log in again";
      case BUSY ->
          device + " is in use by another program; stop it, or the kernel driver that owns it";
      case IO, REMOTE_IO, TIMED_OUT ->
          device
              + " answers with an I/O error (errno "
              + errno
              + "); check that the cable is seated";
      case NO_DEVICE, NO_SUCH_DEVICE ->
          device + " has gone away (errno " + errno + "); check the board and start it again";
      case NO_TERMINAL ->
          device + " is no " + kind.word + " device; give the device of the panel's bus";
      case TOO_LONG ->
          device + " refuses a transfer of this size; raise spidev.bufsiz or report this";
      case INVALID ->
          device
              + " refuses a setting (errno 22); the kernel may be older than 5.10, update the system";
      default -> device + " fails with errno " + errno + "; see the kernel's log with dmesg";
    };
  }
}
