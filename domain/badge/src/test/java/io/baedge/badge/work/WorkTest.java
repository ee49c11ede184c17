package io.baedge.badge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.badge.work.Workload.Back;
import io.baedge.badge.work.Workload.Restart;
import io.baedge.badge.work.Workload.When;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.WorkloadUse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What runs on a badge, with a runner that is told and obeys. */
class WorkTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private final Runner runner = new Runner();

  /** Starts and stops as it is told, unless it is told to be deaf. */
  private static final class Runner implements WorkOrders {
    final TreeMap<String, Long> running = new TreeMap<>();
    final List<String> orders = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    byte[] saved = new byte[0];
    int saves;
    int done;
    boolean deaf;
    Work work;
    long monoMs;
    boolean hub = true;

    @Override
    public void startWork(String name, long run) {
      orders.add("start " + name);
      running.put(name, run);
    }

    @Override
    public void stopWork(String name, long run) {
      orders.add("stop " + name);
    }

    @Override
    public void saveWork(byte[] bytes) {
      saved = bytes;
      saves++;
    }

    @Override
    public void workNote(boolean trouble, String text) {
      notes.add(text);
    }

    void begin(List<Workload> workloads, String boot) {
      running.clear();
      work = new Work(workloads, true, this, new Random(1));
      assertThat(work.start(saved, boot, monoMs)).isEmpty();
      tick();
    }

    /** Lets the orders of this moment be obeyed. */
    void tick() {
      work.tick(hub, monoMs);
      while (done < orders.size()) {
        String[] order = orders.get(done++).split(" ", 2);
        Long run = running.get(order[1]);
        if (order[0].equals("start") && run != null) {
          work.started(order[1], run, monoMs);
        } else if (order[0].equals("stop") && run != null && !deaf) {
          running.remove(order[1]);
          work.ended(order[1], run, false, "", monoMs);
        }
      }
    }

    void run(long forMs) {
      long untilMs = monoMs + forMs;
      while (monoMs < untilMs) {
        long next = Math.min(work.deadlineMonoMs(), untilMs);
        assertThat(next).as("a deadline that does not move on").isGreaterThan(monoMs);
        monoMs = next;
        tick();
      }
    }

    void ends(String name, boolean failed) {
      Long run = running.remove(name);
      assertThat(run).isNotNull();
      orders.clear();
      done = 0;
      work.ended(name, run, failed, "exit code " + (failed ? 1 : 0), monoMs);
      tick();
    }

    WorkView.Item item() {
      return work.view(monoMs).items().getFirst();
    }
  }

  private void begin(Workload workload) {
    runner.begin(List.of(workload), "boot-1");
  }

  private Workload stoppedAfterAnHour(Back back) {
    return Workload.of("game").stoppedAfter(HOUR, back);
  }

  @Test
  void a_workload_starts_with_the_badge_also_without_a_hub() {
    runner.hub = false;
    begin(Workload.of("game"));
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    runner.run(100 * HOUR);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    assertThat(runner.saves).isZero();
  }

  @Test
  void it_is_stopped_when_the_hub_was_silent_for_so_long_and_starts_again_when_it_is_back() {
    begin(stoppedAfterAnHour(Back.START));
    runner.run(10 * HOUR);
    runner.hub = false;
    runner.tick();
    runner.run(HOUR - 1);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    assertThat(runner.item().stopInMs()).isEqualTo(1);
    runner.run(1);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
    assertThat(runner.item().reason()).isEqualTo("the hub has been silent for 3600 s");
    assertThat(runner.running).isEmpty();
    runner.run(5 * HOUR);
    runner.hub = true;
    runner.tick();
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
  }

  @Test
  void with_the_rule_manual_it_stays_stopped_until_the_badge_starts_again() {
    begin(stoppedAfterAnHour(Back.MANUAL));
    runner.hub = false;
    runner.tick();
    runner.run(2 * HOUR);
    runner.hub = true;
    runner.tick();
    runner.run(HOUR);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
    assertThat(runner.item().reason()).contains("start the badge again");
    begin(stoppedAfterAnHour(Back.MANUAL));
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
  }

  @Test
  void a_restart_of_the_program_does_not_begin_to_count_anew() {
    begin(stoppedAfterAnHour(Back.START));
    runner.run(HOUR);
    runner.hub = false;
    runner.tick();
    for (int i = 0; i < 5; i++) {
      runner.run(10 * MINUTE);
      begin(stoppedAfterAnHour(Back.START));
      assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    }
    runner.run(10 * MINUTE);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
    begin(stoppedAfterAnHour(Back.START));
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
    assertThat(runner.item().starts()).isZero();
  }

  @Test
  void a_restart_of_the_board_does_not_reset_the_deadline_and_the_time_it_was_off_is_not_counted() {
    begin(stoppedAfterAnHour(Back.START));
    runner.run(HOUR);
    runner.hub = false;
    runner.tick();
    runner.run(40 * MINUTE + 1_000);
    runner.monoMs = 30_000;
    runner.begin(List.of(stoppedAfterAnHour(Back.START)), "boot-2");
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    assertThat(runner.item().stopInMs()).isBetween(19 * MINUTE, 20 * MINUTE);
    runner.run(20 * MINUTE);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
  }

  @Test
  void a_card_that_lost_the_file_or_has_rubbish_begins_to_count_anew_and_says_so() {
    runner.saved = new byte[] {1, 2, 3};
    runner.work = new Work(List.of(stoppedAfterAnHour(Back.START)), true, runner, new Random(1));
    assertThat(runner.work.start(runner.saved, "boot-1", 0)).contains("counts from now on");
  }

  @Test
  void the_card_is_written_seldom() {
    begin(stoppedAfterAnHour(Back.START));
    runner.run(24 * HOUR);
    assertThat(runner.saves).isLessThanOrEqualTo(2);
    runner.hub = false;
    runner.tick();
    runner.run(HOUR);
    assertThat(runner.saves).isBetween(12, 16);
  }

  @Test
  void without_a_configured_hub_its_silence_means_nothing() {
    runner.work = new Work(List.of(stoppedAfterAnHour(Back.START)), false, runner, new Random(1));
    runner.hub = false;
    runner.work.start(runner.saved, "boot-1", 0);
    runner.run(100 * HOUR);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    assertThat(runner.item().stopInMs()).isEqualTo(-1);
  }

  @Test
  void a_tier_that_stops_workloads_stops_them_and_the_next_one_starts_them() {
    begin(Workload.of("game"));
    runner.work.power(PowerTier.ESSENTIAL, WorkloadUse.STOP, runner.monoMs);
    runner.tick();
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
    assertThat(runner.item().reason()).isEqualTo("power tier essential");
    runner.work.power(PowerTier.SAVER, WorkloadUse.RUN, runner.monoMs);
    runner.tick();
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
  }

  @Test
  void a_workload_that_names_its_tiers_runs_in_these_only() {
    begin(Workload.of("game").onlyIn(EnumSet.of(PowerTier.FULL)));
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    runner.work.power(PowerTier.SAVER, WorkloadUse.RUN, runner.monoMs);
    runner.tick();
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPED);
  }

  @Test
  void one_that_fails_starts_again_after_waits_and_is_given_up_at_last() {
    begin(Workload.of("game").restarting(new Restart(When.ON_FAILURE, 4, 1_000, 60_000)));
    for (int i = 0; i < 4; i++) {
      runner.ends("game", true);
      assertThat(runner.item().state()).isEqualTo(WorkView.State.WAITING);
      runner.run(61_000);
      assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    }
    runner.ends("game", true);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.ENDED);
    assertThat(runner.item().reason()).isEqualTo("exit code 1; given up after 4 restarts in a row");
    assertThat(runner.item().failures()).isEqualTo(5);
    runner.run(HOUR);
    assertThat(runner.item().starts()).isEqualTo(5);
  }

  @Test
  void one_that_ran_long_enough_is_not_given_up() {
    begin(Workload.of("game").restarting(new Restart(When.ALWAYS, 2, 1_000, 1_000)));
    for (int i = 0; i < 10; i++) {
      runner.run(HOUR);
      runner.ends("game", i % 2 == 0);
      runner.run(2_000);
    }
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
    assertThat(runner.item().failures()).isEqualTo(5);
  }

  @Test
  void one_that_ends_well_has_done_its_work() {
    begin(Workload.of("game"));
    runner.ends("game", false);
    runner.run(HOUR);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.ENDED);
    assertThat(runner.item().failures()).isZero();
  }

  @Test
  void one_that_does_not_hear_the_order_to_stop_is_told_again() {
    begin(stoppedAfterAnHour(Back.START));
    runner.deaf = true;
    runner.hub = false;
    runner.tick();
    runner.run(HOUR + 2 * MINUTE);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPING);
    assertThat(runner.orders.stream().filter("stop game"::equals).count()).isGreaterThan(2);
    // It is not started a second time beside itself, even if it might run again.
    runner.hub = true;
    runner.tick();
    assertThat(runner.item().state()).isEqualTo(WorkView.State.STOPPING);
    runner.deaf = false;
    runner.run(MINUTE);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
  }

  @Test
  void the_end_of_an_earlier_run_changes_nothing() {
    begin(Workload.of("game"));
    runner.work.ended("game", 0, true, "late", runner.monoMs);
    runner.work.ended("other", 1, true, "nobody", runner.monoMs);
    assertThat(runner.item().state()).isEqualTo(WorkView.State.RUNNING);
  }

  @Test
  void bounds_are_kept() {
    assertThatThrownBy(() -> Workload.of("Not a name")).hasMessageContaining("'Not a name'");
    List<Workload> many = new ArrayList<>();
    for (int i = 0; i <= Work.MOST; i++) {
      many.add(Workload.of("w-" + i));
    }
    assertThatThrownBy(() -> new Work(many, true, runner, new Random(1)))
        .hasMessage("a badge has at most 16 workloads, not 17");
  }
}
