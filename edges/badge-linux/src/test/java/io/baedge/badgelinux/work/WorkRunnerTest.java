package io.baedge.badgelinux.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.BadgeEvent;
import io.baedge.badgelinux.clock.BootClock;
import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes. */
@EnabledOnOs(OS.LINUX)
final class WorkRunnerTest {
  private static final long GRACE_MS = 300;

  @TempDir Path directory;
  private final List<BadgeEvent> told = new CopyOnWriteArrayList<>();
  private final String boot = new BootClock().boot();
  private WorkRunner runner = new WorkRunner(List.of(), Path.of("none"), "");

  @AfterEach
  void close() {
    runner.close();
  }

  private void open(String... start) {
    runner =
        new WorkRunner(
            List.of(new WorkCommand("game", List.of(start), List.of(), "")),
            directory,
            boot,
            GRACE_MS);
  }

  private void await(BadgeEvent event) {
    Await.until("it is told " + event + ", not only " + told, () -> told.contains(event));
  }

  private ProcessHandle process() throws Exception {
    String written = Files.readString(directory.resolve("game.pid"));
    return ProcessHandle.of(Long.parseLong(written.split(" ", 2)[0])).orElseThrow();
  }

  @Test
  void a_program_is_started_and_stopped() throws Exception {
    open("sleep", "600");
    runner.start("game", 1, told::add);
    await(new BadgeEvent.WorkStarted("game", 1));
    ProcessHandle process = process();
    assertThat(process.isAlive()).isTrue();
    runner.stop("game", 1, told::add);
    await(new BadgeEvent.WorkEnded("game", 1, false, ""));
    assertThat(process.isAlive()).isFalse();
    assertThat(directory.resolve("game.pid")).doesNotExist();
  }

  @Test
  void a_program_that_does_not_listen_is_ended_with_its_children() throws Exception {
    Path child = directory.resolve("child");
    open("sh", "-c", "trap '' TERM; sleep 600 & echo $! > '" + child + "'; wait; sleep 600");
    runner.start("game", 1, told::add);
    await(new BadgeEvent.WorkStarted("game", 1));
    Await.until("its child runs", () -> Files.exists(child) && child.toFile().length() > 1);
    ProcessHandle process = process();
    ProcessHandle grandchild =
        ProcessHandle.of(Long.parseLong(Files.readString(child).strip())).orElseThrow();
    runner.stop("game", 1, told::add);
    Await.until("both are gone", () -> !process.isAlive() && !grandchild.isAlive());
  }

  @Test
  void how_it_ended_is_told_with_its_last_words() {
    open("sh", "-c", "echo one; echo the disk is gone >&2; exit 3");
    runner.start("game", 7, told::add);
    await(new BadgeEvent.WorkEnded("game", 7, true, "exit code 3: the disk is gone"));
  }

  @Test
  void a_program_that_is_not_there_is_told_too() {
    open("/no/such/program");
    runner.start("game", 1, told::add);
    Await.until("it is told", () -> !told.isEmpty());
    assertThat(told.getFirst())
        .isInstanceOfSatisfying(
            BadgeEvent.WorkEnded.class,
            ended -> assertThat(ended.how()).startsWith("/no/such/program does not start: "));
  }

  @Test
  void workloads_do_not_see_the_tokens_of_the_badge_and_no_shell_reads_their_words() {
    open("echo", "$HOME; exit 9");
    runner.start("game", 1, told::add);
    await(new BadgeEvent.WorkEnded("game", 1, false, "exit code 0: $HOME; exit 9"));
  }

  @Test
  void what_a_killed_badge_left_running_is_ended_before_it_is_started_again() throws Exception {
    open("sleep", "600");
    runner.start("game", 1, told::add);
    await(new BadgeEvent.WorkStarted("game", 1));
    ProcessHandle left = process();
    // Another badge process takes over the card; the first one is gone without a word.
    var again =
        new WorkRunner(
            List.of(new WorkCommand("game", List.of("sleep", "600"), List.of(), "")),
            directory,
            boot,
            GRACE_MS);
    again.start("game", 2, told::add);
    await(new BadgeEvent.WorkStarted("game", 2));
    assertThat(left.isAlive()).isFalse();
    assertThat(process().isAlive()).isTrue();
    again.close();
  }

  @Test
  void a_number_that_another_process_has_now_is_left_alone() throws Exception {
    ProcessHandle mine = ProcessHandle.current();
    Files.writeString(directory.resolve("game.pid"), mine.pid() + " 12345 " + boot);
    open("sleep", "600");
    runner.start("game", 1, told::add);
    await(new BadgeEvent.WorkStarted("game", 1));
    assertThat(mine.isAlive()).isTrue();
  }
}
