package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BadgeArchiveCommandTest {
  @Test
  void the_badge_whose_classes_are_archived_draws_answers_and_ends() {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            Main.root(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "badge",
            "archive");
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(Main.OK);
  }
}
