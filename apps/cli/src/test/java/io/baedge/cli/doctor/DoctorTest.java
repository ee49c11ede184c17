package io.baedge.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path directory;

  @Test
  void every_check_says_how_it_is_and_what_is_not_ok_says_what_to_do() {
    List<Finding> findings = Doctor.examine(directory);
    assertThat(findings)
        .extracting(Finding::check)
        .containsExactly(
            "java",
            "port 2343",
            "port 2344",
            "port 1883",
            "data",
            "mosquitto",
            "chromium",
            "zbarimg",
            "clock");
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.text()).isNotEmpty();
              assertThat(finding.advice().isEmpty()).isEqualTo(finding.state() == Finding.State.OK);
            });
    assertThat(findings.getFirst().state()).isEqualTo(Finding.State.OK);
  }

  @Test
  void a_directory_is_fit_when_it_or_the_nearest_one_above_can_be_written() throws Exception {
    assertThat(Doctor.directory(directory).state()).isEqualTo(Finding.State.OK);
    Path later = directory.resolve("a").resolve("b");
    assertThat(Doctor.directory(later).text()).isEqualTo(later + " can be made");
    assertThat(later).doesNotExist();
    assertThat(directory).isEmptyDirectory();
    Path file = Files.writeString(directory.resolve("file"), "x");
    Finding wrong = Doctor.directory(file.resolve("below"));
    assertThat(wrong.state()).isEqualTo(Finding.State.NOT_OK);
    assertThat(wrong.advice()).contains("--data");
  }

  @Test
  void a_clock_that_was_never_set_is_not_ok() {
    Instant never = Instant.parse("1970-01-01T00:07:00Z");
    assertThat(Doctor.clock(never, false).state()).isEqualTo(Finding.State.NOT_OK);
    Instant now = Instant.parse("2026-09-14T09:00:00Z");
    assertThat(Doctor.clock(now, true).text()).isEqualTo("2026-09-14T09:00:00Z, synchronised");
    assertThat(Doctor.clock(now, false).state()).isEqualTo(Finding.State.OPTIONAL);
  }
}
