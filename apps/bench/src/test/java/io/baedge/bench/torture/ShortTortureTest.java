package io.baedge.bench.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.testing.EnabledIfProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The steps of torture that need no privilege, as short as they can be. */
@EnabledOnOs(OS.LINUX)
class ShortTortureTest {
  private static final Room.Plan SHORT = new Room.Plan(2, 1, 3_000);

  @TempDir Path directory;

  @Test
  @EnabledIfProgram("sqlite3")
  void a_killed_hub_and_a_killed_badge_lose_nothing_that_was_acknowledged() throws Exception {
    Tally tally = run(new KillStep());

    assertThat(tally.get("kills of the hub")).isEqualTo(1);
    assertThat(tally.get("kills of a badge")).isEqualTo(1);
    assertThat(tally.get("records that must be there")).isPositive();
  }

  private Tally run(Step step) throws Exception {
    assertThat(step.missing()).isEmpty();
    var tally = new Tally();
    step.run(Room.of(directory, SHORT, 1), tally);
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.passed()).as(tally.words()).isTrue();
    return tally;
  }
}
