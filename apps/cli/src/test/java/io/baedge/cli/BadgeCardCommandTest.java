package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.BadgeEffect;
import io.baedge.badgelinux.card.Card;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgeCardCommandTest {
  @TempDir Path directory;

  private String device() throws Exception {
    try (Card card = Card.open(directory)) {
      card.records().keep(new BadgeEffect.Keep(List.of(sample(1), sample(2), sample(5)), true), 0);
      return card.identity().device().text();
    }
  }

  private static Sample sample(long sequence) {
    return new Sample(sequence, 1_000, new Reading.Event("press", "a"));
  }

  @Test
  void a_card_is_told_in_words() throws Exception {
    String device = device();
    assertThat(Cli.run("badge", "card", directory.toString()).words())
        .startsWith("device " + device + ", claim code ")
        .contains("next epoch 2")
        .endsWith("epoch 1: 3 records, 1-2, 5-5");
  }

  @Test
  void a_card_is_told_in_json() throws Exception {
    String device = device();
    assertThat(Cli.run("badge", "card", "--json", directory.toString()).document().toString())
        .contains(device, "nextEpoch", "ranges");
  }

  @Test
  void a_card_without_records_says_so() throws Exception {
    Card.open(directory).close();
    assertThat(Cli.run("badge", "card", directory.toString()).words()).endsWith("no records");
  }

  @Test
  void a_folder_that_is_no_card_is_one_sentence() {
    Cli.Said said = Cli.run("badge", "card", directory.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains("is no card: there is no device.key in it")
        .doesNotContain("\n");
  }
}
