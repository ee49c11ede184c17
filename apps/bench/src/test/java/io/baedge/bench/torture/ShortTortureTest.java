package io.baedge.bench.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.testing.EnabledIfProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The steps of torture that need no privilege, as short as they can be. */
@EnabledOnOs(OS.LINUX)
class ShortTortureTest {
  private static final long LIMIT_MS = 60_000;
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

  @Test
  @EnabledIfProgram("sqlite3")
  void a_hub_that_stands_still_gets_every_record_once_when_it_goes_on() throws Exception {
    Tally tally = run(new SlowHubStep());

    assertThat(tally.get("records that waited")).isPositive();
  }

  @Test
  @EnabledIfProgram({"sqlite3", "mosquitto"})
  void a_broker_that_forgets_everything_costs_no_record() throws Exception {
    Tally tally = run(new BrokerStep());

    assertThat(tally.get("kills of the broker")).isEqualTo(2);
  }

  @Test
  @EnabledIfProgram({"sqlite3", "bash"})
  void a_card_without_room_is_said_and_costs_nothing_that_was_acknowledged() throws Exception {
    // Files of this process cannot grow beyond 64 KiB.
    List<String> small = List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "small");
    Room room = room();
    var tally = new Tally();
    try (Fleet fleet =
        Fleet.start(
            room,
            1,
            Hub.Start.PLAIN,
            (_, port) -> new Badge.Start("127.0.0.1:" + port, small, List.of(), Map.of()))) {
      Badge badge = fleet.badges().getFirst();
      fleet.hub().program().kill();
      Patience.until(
          LIMIT_MS,
          () -> badge.outbox().filter(o -> !o.card().equals("ok")).isPresent(),
          () -> "the status says it: " + badge.outbox());
      assertThat(badge.program().alive()).isTrue();
      fleet.hub().start();
      fleet.settle(tally);
    }
    assertThat(tally.wrong()).isEmpty();
  }

  @Test
  @EnabledIfProgram("sqlite3")
  void a_torn_last_write_costs_nothing_that_was_durable() throws Exception {
    Room room = room();
    var tally = new Tally();
    try (Fleet fleet =
        Fleet.start(room, 1, Hub.Start.PLAIN, (_, port) -> Badge.Start.at("127.0.0.1:" + port))) {
      Badge badge = fleet.badges().getFirst();
      fleet.hub().program().kill();
      Patience.until(
          LIMIT_MS,
          // What the hub acknowledged before it died counts as durable without being on the card.
          () -> badge.outbox().filter(o -> o.durable() > o.acknowledged()).isPresent(),
          () -> "records are on the card: " + badge.outbox());
      fleet.note();
      badge.program().kill();
      tear(badge.state().resolve("records"));
      badge.start();
      fleet.hub().start();
      fleet.settle(tally);
    }
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.get("records that must be there")).isPositive();
  }

  /** Leaves behind the last record what a write that was cut short leaves. */
  private static void tear(Path records) throws IOException {
    Path last;
    try (Stream<Path> files = Files.list(records)) {
      last = files.max(Comparator.naturalOrder()).orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(last);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    assertThat(end).as("something is in " + last).isPositive();
    try (FileChannel channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
      byte[] half = Arrays.copyOfRange(bytes, Math.max(0, end - 40), end);
      channel.write(ByteBuffer.wrap(half), end + 4L);
    }
  }

  private Room room() {
    return Room.of(directory, SHORT, 1);
  }

  private Tally run(Step step) throws Exception {
    assertThat(step.missing()).isEmpty();
    var tally = new Tally();
    step.run(room(), tally);
    assertThat(tally.wrong()).isEmpty();
    assertThat(tally.passed()).as(tally.words()).isTrue();
    return tally;
  }
}
