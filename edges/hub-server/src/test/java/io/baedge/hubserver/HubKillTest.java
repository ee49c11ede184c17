package io.baedge.hubserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.store.Write;
import io.baedge.hubserver.store.Database;
import io.baedge.hubserver.store.JdbcHubStore;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.client.MqttLoop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs in real processes, real sockets, real files. */
class HubKillTest {
  private static final int BADGES = 8;
  private static final int KILLS = 3;

  @TempDir Path directory;
  private MqttLoop loop;

  @BeforeEach
  void start() throws Exception {
    loop = MqttLoop.start("badges");
  }

  @AfterEach
  void stop() {
    loop.close();
  }

  @Test
  void nothing_acknowledged_is_missing_after_kill_9_under_load() throws Exception {
    Path data = directory.resolve("data");
    List<TestBadge> badges = badges(1_000_000);
    for (int kill = 1; kill <= KILLS; kill++) {
      try (HubChild hub = HubChild.start(data)) {
        badges.forEach(badge -> badge.connect(hub.mqttPort()));
        long more = 200L * kill;
        await(() -> badges.stream().allMatch(badge -> badge.acknowledged.get() >= more));
        hub.kill();
      }
      await(() -> badges.stream().allMatch(TestBadge::over));
      for (TestBadge badge : badges) {
        assertThat(stored(data, badge.device, badge.acknowledged.get()))
            .as("kill %d, device %s", kill, badge.device)
            .isGreaterThanOrEqualTo(badge.acknowledged.get());
      }
    }
  }

  @Test
  void a_restored_hub_has_a_new_generation_and_gets_everything_again_exactly_once()
      throws Exception {
    Path data = directory.resolve("data");
    Path saved = directory.resolve("saved.db");
    List<TestBadge> badges = badges(300);
    long first;
    try (HubChild hub = HubChild.start(data)) {
      first = hub.generation();
      badges.forEach(badge -> badge.connect(hub.mqttPort()));
      await(() -> badges.stream().allMatch(badge -> badge.acknowledged.get() >= 50));
      assertThat(HubChild.run(data, "backup", saved.toString()).code()).isZero();
      await(() -> badges.stream().allMatch(badge -> badge.acknowledged.get() == 300));
      HubChild.Ended refused = HubChild.run(data, "restore", saved.toString());
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).startsWith("a hub already runs on " + data);
      assertThat(hub.terminate()).isIn(0, 143);
    }
    await(() -> badges.stream().allMatch(TestBadge::over));
    HubChild.Ended restored = HubChild.run(data, "restore", saved.toString());
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(restored.out()).contains("the store has the new generation");
    badges.forEach(badge -> badge.acknowledged.set(0));
    try (HubChild hub = HubChild.start(data)) {
      assertThat(hub.generation()).isGreaterThan(first);
      badges.forEach(badge -> badge.connect(hub.mqttPort()));
      await(() -> badges.stream().allMatch(badge -> badge.acknowledged.get() == 300));
      assertThat(badges).allMatch(badge -> badge.acknowledgedGeneration.get() == hub.generation());
      assertThat(hub.terminate()).isIn(0, 143);
    }
    for (TestBadge badge : badges) {
      assertThat(stored(data, badge.device, 300)).isEqualTo(300);
    }
  }

  private List<TestBadge> badges(long records) {
    List<TestBadge> badges = new ArrayList<>();
    for (int i = 0; i < BADGES; i++) {
      badges.add(new TestBadge(loop, DeviceId.ofPublicKey(new byte[] {(byte) i}), records));
    }
    return badges;
  }

  /** How many records from 1 on are stored without a hole; fails when one is stored twice. */
  private static long stored(Path data, DeviceId device, long atLeast) throws Exception {
    Database database = Database.sqlite(data.resolve(Database.FILE));
    try (JdbcHubStore store =
        JdbcHubStore.open(database, new SiteId("main"), "test", System::currentTimeMillis)) {
      long reached = 0;
      for (Write.Chunk chunk : store.chunks(device, 1)) {
        if (chunk.span().first() > reached + 1) {
          break;
        }
        assertThat(chunk.span().first()).as("stored once").isEqualTo(reached + 1);
        reached = chunk.span().last();
      }
      assertThat(reached).as("of %d acknowledged", atLeast).isGreaterThanOrEqualTo(atLeast);
      return reached;
    }
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long deadlineNs = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadlineNs);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
