package io.baedge.badgelinux.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WallSyncTest {
  private static final String TRACKING =
      "C0A80101,192.168.1.1,3,1700000000.1,0.00001,0.00002,0.00003,1.2,0.0,0.01,0.02,0.003,64.2,";

  @TempDir Path root;

  @Test
  void without_anybody_who_keeps_the_clock_it_may_show_anything() {
    assertThat(new WallSync(root, () -> TRACKING + "Normal").synced(0)).isFalse();
  }

  @Test
  void systemds_marker_counts() throws Exception {
    Path marker = root.resolve("run/systemd/timesync/synchronized");
    Files.createDirectories(marker.getParent());
    var sync = new WallSync(root);
    assertThat(sync.synced(0)).isFalse();
    Files.writeString(marker, "");
    assertThat(sync.synced(1)).isTrue();
  }

  @Test
  void chrony_is_asked_at_most_once_a_minute_and_aside() throws Exception {
    Files.createDirectories(root.resolve("run/chrony"));
    var asked = new AtomicInteger();
    var mayAnswer = new CountDownLatch(1);
    var sync =
        new WallSync(
            root,
            () -> {
              asked.incrementAndGet();
              return waited(mayAnswer) ? TRACKING + "Normal" : "";
            });
    // The answer is held back: a call that waited for it would not come back.
    assertThat(sync.synced(0)).isFalse();
    mayAnswer.countDown();
    Await.until("chrony has answered", () -> sync.synced(59_000));
    assertThat(asked).hasValue(1);
    Await.until("it is asked again", () -> sync.synced(60_000) && asked.get() == 2);
  }

  private static boolean waited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void only_a_whole_answer_with_a_source_counts() {
    assertThat(WallSync.saysSynced(TRACKING + "Normal\n")).isTrue();
    assertThat(WallSync.saysSynced(TRACKING + "Not synchronised\n")).isFalse();
    assertThat(WallSync.saysSynced("Normal")).isFalse();
    assertThat(WallSync.saysSynced("")).isFalse();
  }
}
