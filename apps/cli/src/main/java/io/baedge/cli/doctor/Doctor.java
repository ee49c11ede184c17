package io.baedge.cli.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Examines this machine; changes nothing. */
public final class Doctor {
  private static final int NEEDED_JAVA = 25;
  private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

  /** No clock of a machine that was ever set is before this. */
  private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

  // Where daemons live on Debian; a user's PATH often lacks these.
  private static final List<String> SYSTEM_FOLDERS = List.of("/usr/local/sbin", "/usr/sbin");

  private Doctor() {}

  /** All checks, in the order in which people care. */
  public static List<Finding> examine(Path data) {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    boolean hub = PortCheck.hubAnswers();
    findings.add(PortCheck.badgePort());
    findings.add(PortCheck.hubPort(hub));
    findings.add(PortCheck.mqttPort(hub));
    findings.add(directory(data));
    findings.add(program("mosquitto", "for an external broker", "mosquitto"));
    findings.add(program("chromium", "for tests of the console", "chromium", "chromium-browser"));
    findings.add(program("zbarimg", "to read QR codes in tests", "zbarimg"));
    findings.add(clock(Instant.now(), Files.exists(SYNCHRONISED)));
    return findings;
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String text = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
    return feature >= NEEDED_JAVA
        ? Finding.ok("java", text)
        : Finding.notOk("java", text, "install a JDK " + NEEDED_JAVA + " and set BAEDGE_JAVA_HOME");
  }

  static Finding directory(Path data) {
    Path absolute = data.toAbsolutePath().normalize();
    Path present = absolute;
    while (present != null && !Files.exists(present)) {
      present = present.getParent();
    }
    if (present == null || !Files.isDirectory(present)) {
      return Finding.notOk(
          "data", present + " is no directory", "choose another directory with --data");
    }
    try {
      // Asking is not enough: a file system may be mounted read-only or be full.
      Files.delete(Files.createTempFile(present, ".baedge-doctor", ""));
    } catch (IOException e) {
      return Finding.notOk(
          "data",
          present + " cannot be written to",
          "make it writable or choose another directory with --data");
    }
    return Finding.ok(
        "data", absolute + (present.equals(absolute) ? " is writable" : " can be made"));
  }

  private static Finding program(String check, String use, String... names) {
    for (String name : names) {
      Optional<Path> found = find(name);
      if (found.isPresent()) {
        return Finding.ok(check, found.get().toString());
      }
    }
    return Finding.optional(check, "is not installed", "install it " + use);
  }

  private static Optional<Path> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), SYSTEM_FOLDERS.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Finding clock(Instant now, boolean synchronised) {
    String text = now.truncatedTo(ChronoUnit.SECONDS).toString();
    if (now.isBefore(EARLIEST)) {
      return Finding.notOk(
          "clock", "says " + text, "set it: timedatectl set-ntp true, or wait for the network");
    }
    return synchronised
        ? Finding.ok("clock", text + ", synchronised")
        : Finding.optional(
            "clock",
            text + ", systemd does not say that it is synchronised",
            "run timedatectl; badges work on, times of an outage may be off");
  }
}
