package io.baedge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.SiteId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordHistoryTest {
  private static final HubSettings SOUND = HubSettings.of(new SiteId("test"));
  private static final int SEEDS = 200;

  @Test
  void in_200_histories_nothing_is_stored_twice_and_nothing_is_missing_but_what_was_evicted() {
    long produced = 0;
    long evicted = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      RecordHistory history = new RecordHistory(seed, 200, SOUND).run();
      assertThat(history.violations).as("seed %d", seed).isEmpty();
      assertThat(history.missing()).as("missing with seed %d", seed).isZero();
      assertThat(history.mostRanges).as("ranges with seed %d", seed).isLessThanOrEqualTo(256);
      produced += history.produced;
      evicted += history.evicted;
    }
    assertThat(produced).isGreaterThan(100_000);
    assertThat(evicted).isGreaterThan(1_000);
  }

  @Test
  void in_200_histories_with_thinning_and_eviction_every_hole_is_closed_and_nothing_else() {
    long thinned = 0;
    int mostRanges = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      RecordHistory history = new RecordHistory(seed, 600, SOUND).thinning().run();
      assertThat(history.violations).as("seed %d", seed).isEmpty();
      assertThat(history.missing()).as("missing with seed %d", seed).isZero();
      thinned += history.thinned;
      mostRanges = Math.max(mostRanges, history.mostRanges);
    }
    assertThat(thinned).isGreaterThan(10_000);
    assertThat(mostRanges).isLessThanOrEqualTo(256);
  }

  @Test
  void with_room_for_everything_nothing_is_missing_at_all() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      RecordHistory history = new RecordHistory(seed, Integer.MAX_VALUE, SOUND).run();
      assertThat(history.violations).as("seed %d", seed).isEmpty();
      assertThat(history.missing()).as("missing with seed %d", seed).isZero();
      assertThat(history.evicted).isZero();
    }
  }

  @Test
  void acknowledging_before_the_commit_is_found_out() {
    assertThat(violationsWith(HubFault.ACK_BEFORE_COMMIT)).contains("acknowledged but not stored");
  }

  @Test
  void storing_without_looking_for_duplicates_is_found_out() {
    assertThat(violationsWith(HubFault.NO_DEDUPLICATION)).contains("stored twice");
  }

  private static Set<String> violationsWith(HubFault fault) {
    Set<String> violations = new LinkedHashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      HubSettings faulty = SOUND.withFaults(EnumSet.of(fault));
      violations.addAll(new RecordHistory(seed, 200, faulty).run().violations);
    }
    return violations;
  }
}
