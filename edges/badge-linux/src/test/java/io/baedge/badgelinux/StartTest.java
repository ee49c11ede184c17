package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartTest {
  @TempDir Path directory;

  @Test
  void a_port_in_use_is_one_sentence_and_frees_the_state_directory() throws Exception {
    Path state = directory.resolve("state");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatExceptionOfType(BadgeStartFailed.class)
          .isThrownBy(() -> RunningBadge.start(state, "http.port", port))
          .satisfies(
              e ->
                  assertThat(e.sentence())
                      .startsWith("port " + port + " on 127.0.0.1 cannot be used (")
                      .endsWith("choose one with --http PORT")
                      .doesNotContain("\n"));
    }
    RunningBadge.start(state).close();
  }

  @Test
  void an_address_that_is_not_ours_is_one_sentence() {
    assertThatExceptionOfType(BadgeStartFailed.class)
        .isThrownBy(
            () -> RunningBadge.start(directory.resolve("s"), "http.bind", "no-such-host.invalid"))
        .withMessageContaining("no address named no-such-host.invalid");
  }

  @Test
  void a_state_path_that_cannot_be_a_directory_is_one_sentence() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatExceptionOfType(BadgeStartFailed.class)
        .isThrownBy(() -> RunningBadge.start(file.resolve("state")))
        .satisfies(
            e ->
                assertThat(e.sentence())
                    .startsWith("state directory " + file.resolve("state") + " cannot be used (")
                    .endsWith("; give one that can be written with --state DIR"));
  }

  @Test
  void two_badges_cannot_be_the_same_device() throws Exception {
    Path state = directory.resolve("state");
    try (RunningBadge first = RunningBadge.start(state)) {
      assertThatExceptionOfType(BadgeStartFailed.class)
          .isThrownBy(() -> RunningBadge.start(state))
          .withMessageContaining("is in use by another badge");
      assertThat(first.get("/v1/status").status()).isEqualTo(200);
    }
  }

  @Test
  void a_card_that_cannot_be_written_is_told_everywhere_and_the_badge_runs_on() throws Exception {
    Path state = directory.resolve("state");
    RunningBadge.start(state).close();
    // Stands in the way of every atomic replacement, also for the superuser.
    for (String name : new String[] {"epoch", "glass", "local", "desired", "commands"}) {
      Files.createDirectories(state.resolve(name + ".new").resolve("in-the-way"));
    }
    try (RunningBadge badge = RunningBadge.start(state)) {
      badge.settledOn("baedge");
      assertThat(badge.get("/v1/status/outbox").body()).contains("cannot be");
      assertThat(badge.logged()).contains("error: the card cannot be written (");
      assertThat(badge.process.view().epoch()).isGreaterThan(1_000_000);
      assertThat(badge.write("nomad").status()).isEqualTo(200);
      badge.settledOn("nomad");
    }
  }
}
