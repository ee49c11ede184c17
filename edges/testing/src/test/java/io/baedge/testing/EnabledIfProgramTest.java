package io.baedge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class EnabledIfProgramTest {
  @TempDir Path folder;

  @Test
  void a_program_that_is_installed_enables_the_test() {
    assertThat(ProgramCondition.decide("sh").isDisabled()).isFalse();
  }

  @Test
  void the_reason_of_a_skip_names_only_what_is_missing() {
    var result = ProgramCondition.decide("sh", "no-such-program-b", "no-such-program-a");
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).contains("not installed: no-such-program-b, no-such-program-a");
  }

  @Test
  void a_file_that_cannot_be_executed_is_not_a_program() throws Exception {
    var file = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Programs.find("tool", List.of(folder))).isEmpty();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Programs.find("tool", List.of(folder))).contains(file);
  }

  @Test
  void the_annotation_keeps_a_test_from_running_with_its_reason() {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Sample.class))
            .execute()
            .testEvents();
    assertThat(events.started().count()).isEqualTo(1);
    events
        .skipped()
        .assertEventsMatchExactly(
            event(test("needs_a_program"), skippedWithReason("not installed: no-such-program")));
  }

  static class Sample {
    @Test
    @EnabledIfProgram("no-such-program")
    void needs_a_program() {
      throw new AssertionError("must have been skipped");
    }

    @Test
    @EnabledIfProgram("sh")
    void needs_the_shell() {}
  }
}
