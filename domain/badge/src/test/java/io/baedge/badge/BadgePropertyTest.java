package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.outbox.OutboxSettings;
import io.baedge.badge.screen.ScreenSettings;
import io.baedge.model.desired.Cadence;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories: messages are lost, repeated and reordered, connections drop, links go, power
 * goes, panels and cards fail, hubs are restored, people press buttons. A failure names its seed.
 */
class BadgePropertyTest {
  private static final int MISHAPS = 60;
  private static final long CALM_MS = 1_800_000;

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 1; seed <= 60; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  /** Looks at everything that a badge does and hears. */
  private static final class Witness {
    private final Bench bench;
    private final TreeMap<Long, Received> acknowledged = new TreeMap<>();
    private long generation;
    private Revision applied = Revision.NONE;
    private String lastRefreshed = "";
    private boolean refreshHangs;

    Witness(Bench bench) {
      this.bench = bench;
    }

    /** A hub of a newer generation may have lost what an older one acknowledged. */
    void generation(long heard) {
      if (heard > generation) {
        generation = heard;
        acknowledged.clear();
      }
    }

    void heard(Ack ack) {
      generation(ack.generation());
      if (ack.generation() == generation) {
        acknowledged.merge(
            ack.epoch(), ack.received(), (a, b) -> b.contiguous() > a.contiguous() ? b : a);
      }
    }

    void saw(BadgeEffect effect) {
      switch (effect) {
        case BadgeEffect.Publish(long _, Telemetry telemetry) -> sent(telemetry);
        case BadgeEffect.Refresh refresh -> {
          boolean again =
              refresh.frame().hash().equals(lastRefreshed)
                  && refresh.kind() != io.baedge.badge.screen.RefreshKind.CLEANING;
          assertThat(again && !refreshHangs)
              .as("the same picture is drawn again at %s", bench.time.nowMs())
              .isFalse();
          lastRefreshed = refresh.frame().hash();
          refreshHangs = true;
        }
        default -> {}
      }
    }

    void refreshed() {
      refreshHangs = false;
    }

    private void sent(Telemetry telemetry) {
      assertThat(telemetry.samples()).hasSizeLessThanOrEqualTo(256);
      Received known = acknowledged.getOrDefault(telemetry.epoch(), Received.NOTHING);
      for (Sample sample : telemetry.samples()) {
        assertThat(known.contains(sample.sequence()))
            .as("record %s/%s is sent again", telemetry.epoch(), sample.sequence())
            .isFalse();
        assertThat(sample.sequence()).isGreaterThanOrEqualTo(telemetry.low());
      }
    }

    void stateIs(Desired now) {
      assertThat(now.revision().compareTo(applied))
          .as("goes back from %s to %s", applied, now.revision())
          .isGreaterThanOrEqualTo(0);
      applied = now.revision();
    }
  }

  private static Bench bench(long seed, Random chance) {
    var bench = new Bench(seed);
    bench.settings =
        bench.settings.withBounds(
            new BadgeSettings.Bounds(
                new OutboxSettings(1_000, chance.nextInt(1_000)), ScreenSettings.DEFAULT, 10));
    bench.loss = chance.nextDouble() * 0.3;
    bench.duplication = chance.nextDouble() * 0.3;
    bench.jitterMs = 1 + chance.nextLong(4_000);
    return bench;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_happens_nothing_acknowledged_is_sent_again_and_once_faults_stop_all_is_well(
      long seed) {
    var chance = new Random(seed * 7_919);
    Bench bench = bench(seed, chance);
    var witness = new Witness(bench);
    bench.watcher = witness::saw;
    bench.told = event -> told(witness, event);
    long n = 1;
    bench.start();
    for (int i = 0; i < MISHAPS; i++) {
      bench.run(chance.nextLong(120_000));
      n = mishap(bench, chance, n);
      witness.stateIs(bench.view().desired().applied());
      assertThat(bench.view().outbox().held()).isLessThanOrEqualTo(1_000);
      assertThat(bench.view().outbox().inFlight()).isLessThanOrEqualTo(256 * (int) bench.epoch);
    }
    calm(bench);
    bench.run(CALM_MS);
    settled(bench);
  }

  private static void told(Witness witness, BadgeEvent event) {
    switch (event) {
      case BadgeEvent.Heard(Ack ack) -> witness.heard(ack);
      case BadgeEvent.Heard(Desired desired) -> witness.generation(desired.revision().generation());
      case BadgeEvent.Refreshed _, BadgeEvent.RefreshFailed _ -> witness.refreshed();
      default -> {}
    }
    if (event instanceof BadgeEvent.RefreshFailed) {
      witness.lastRefreshed = "";
    }
  }

  private static long mishap(Bench bench, Random chance, long n) {
    switch (chance.nextInt(12)) {
      case 0 -> bench.drop();
      case 1 -> bench.link(!bench.linkUp);
      case 2 -> bench.hubUp = !bench.hubUp;
      case 3 -> bench.panelFault = bench.panelFault.isEmpty() ? "BUSY stays high" : "";
      case 4 -> bench.card(chance.nextBoolean());
      case 5 -> bench.composeFault = bench.composeFault.isEmpty() ? "out of memory" : "";
      case 6 -> bench.refuseForMs = bench.refuseForMs < 0 ? chance.nextInt(20_000) : -1;
      case 7 -> bench.ask(new LocalCommand.ButtonPressed(1 + chance.nextInt(4)));
      case 8 -> bench.ask(new LocalCommand.PutValue("v", "" + chance.nextInt(3)));
      case 9 ->
          bench.down(bench.session, new Command("c" + chance.nextInt(30), kind(chance), 60_000));
      case 10 -> {
        if (chance.nextInt(4) == 0) {
          bench.hub.restoreEmpty();
        }
        return wants(bench, chance, n + 1);
      }
      default -> {
        return wants(bench, chance, n + 1);
      }
    }
    return n;
  }

  private static Command.Kind kind(Random chance) {
    return Command.Kind.values()[chance.nextInt(Command.Kind.values().length)];
  }

  private static long wants(Bench bench, Random chance, long n) {
    Wanted wanted = Wanted.revision(n);
    wanted.generation = bench.hub.generation;
    wanted.wearer = "W" + chance.nextInt(3);
    wanted.screen = chance.nextBoolean() ? "wearer" : "conference";
    wanted.cadence = new Cadence(1_000 + chance.nextLong(9_000), 15_000, 10_000, 5_000);
    bench.hub.desired = Optional.of(wanted.build());
    bench.down(bench.session, wanted.build());
    return n;
  }

  private static void calm(Bench bench) {
    bench.loss = 0;
    bench.duplication = 0;
    bench.jitterMs = 0;
    bench.hubUp = true;
    bench.panelFault = "";
    bench.card(true);
    bench.composeFault = "";
    bench.refuseForMs = -1;
    if (!bench.linkUp) {
      bench.link(true);
    }
    // A panel that was given up gets its next try with the next change.
    bench.ask(new LocalCommand.WriteScreen("nomad"));
  }

  private static void settled(Bench bench) {
    BadgeView view = bench.view();
    assertThat(view.outbox().waiting()).isLessThan(40);
    for (Received received : bench.hub.received.values()) {
      assertThat(received.above().isEmpty()).as("holes at the hub: %s", received).isTrue();
    }
    bench.hub.desired.ifPresent(
        wanted -> {
          assertThat(view.desired().applied()).isEqualTo(wanted);
          assertThat(bench.hub.reported.orElseThrow().applied()).isEqualTo(wanted.revision());
        });
    assertThat(bench.onGlass()).isEqualTo(view.screen().glass().hash());
    assertThat(bench.hub.reported.orElseThrow().glass().hash()).isEqualTo(bench.onGlass());
    assertThat(bench.hub.frameHash).isEqualTo(bench.onGlass());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_forced_before_a_power_cut_is_not_lost_and_nothing_is_stored_twice(long seed) {
    var chance = new Random(seed * 104_729);
    Bench bench = bench(seed, chance);
    bench.settings =
        bench.settings.withBounds(
            new BadgeSettings.Bounds(OutboxSettings.DEFAULT, ScreenSettings.DEFAULT, 10));
    bench.hubUp = chance.nextBoolean();
    TreeMap<Long, Long> forced = new TreeMap<>();
    for (int start = 0; start < 6; start++) {
      bench.start();
      bench.run(chance.nextLong(900_000));
      bench.hubUp = chance.nextBoolean();
      bench.run(chance.nextLong(900_000));
      bench.powerCut();
      bench.onCard().forEach((e, kept) -> forced.put(e, kept.getLast().sequence()));
    }
    calm(bench);
    bench.start().run(CALM_MS);
    forced.forEach(
        (epoch, last) ->
            assertThat(bench.hub.received.get(epoch).contains(last))
                .as("record %s/%s", epoch, last)
                .isTrue());
    assertThat(bench.view().outbox().waiting()).isLessThan(40);
    assertThat(bench.view().outbox().waiting()).isLessThan(40);
  }
}
