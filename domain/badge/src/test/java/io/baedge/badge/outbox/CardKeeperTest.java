package io.baedge.badge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardKeeperTest {
  private final EpochStream stream = new EpochStream(1);
  private final List<List<Sample>> handed = new ArrayList<>();
  private final CardKeeper card = new CardKeeper(stream, new Orders());

  private final class Orders implements OutboxOrders {
    @Override
    public void keep(List<Sample> samples) {
      handed.add(samples);
    }

    @Override
    public void acknowledged(long generation, long epoch, long throughSequence) {}

    @Override
    public void fetch(long epoch, long fromSequence, int most) {}

    @Override
    public void cardTrouble(String text) {}
  }

  private void take(int records) {
    for (int i = 0; i < records; i++) {
      stream.append(new Sample(stream.lastSequence() + 1, 0, new Reading.Board(1, 2, 3)));
    }
  }

  @Test
  void what_a_full_card_refused_before_a_nap_that_failed_stays_in_memory_and_is_not_durable() {
    take(1_500);
    card.keepAll(0);
    assertThat(handed).extracting(List::size).containsExactly(1_000, 500);
    card.failed("no space is left", 0);
    card.kept(1_500);
    assertThat(card.holds(0)).isFalse();
    assertThat(card.holds(1_200)).isFalse();
    assertThat(card.durable()).isZero();
    assertThat(card.problem()).isEqualTo("no space is left");

    card.tick(60_000);
    assertThat(handed.get(2).getFirst().sequence()).isEqualTo(1);
    card.kept(1_000);
    assertThat(card.durable()).isEqualTo(1_000);
    assertThat(card.problem()).isEmpty();
    card.tick(60_000);
    card.kept(1_500);
    assertThat(card.durable()).isEqualTo(1_500);
  }

  @Test
  void a_late_answer_to_an_order_that_was_given_up_does_not_stand_for_the_next() {
    take(50);
    card.tick(0);
    card.tick(200_000);
    take(10);
    card.tick(300_000);
    assertThat(handed).extracting(List::size).containsExactly(50, 60);
    card.kept(50);
    assertThat(card.durable()).isZero();
    card.kept(60);
    assertThat(card.durable()).isEqualTo(60);
  }

  @Test
  void records_lost_in_memory_do_not_count_before_the_record_that_tells_of_them_is_safe() {
    take(60);
    card.tick(0);
    card.failed("no space is left", 0);
    card.losing(61);
    for (int i = 0; i < 16; i++) {
      stream.dropOldest(false);
    }
    take(1);
    assertThat(card.durable()).isZero();
    card.tick(60_000);
    card.kept(61);
    assertThat(card.durable()).isEqualTo(61);
  }
}
