package io.baedge.cli;

/** Port numbers as people give them. */
final class Ports {
  private static final int HIGHEST = 65_535;

  private Ports() {}

  /** The port, or a sentence that names the option. */
  static int checked(String option, int port) throws WrongUsage {
    if (port < 0 || port > HIGHEST) {
      throw new WrongUsage(
          option + " is " + port + "; it must be from 0 (any free port) to " + HIGHEST);
    }
    return port;
  }
}
