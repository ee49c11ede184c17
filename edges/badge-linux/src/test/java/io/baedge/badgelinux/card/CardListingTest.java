package io.baedge.badgelinux.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badge.BadgeEffect;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardListingTest {
  @TempDir Path directory;

  private void filled() throws Exception {
    try (Card card = Card.open(directory)) {
      keep(card, 1, 2, 3);
      keep(card, 7, 8);
    }
    try (Card card = Card.open(directory)) {
      keep(card, 1);
    }
  }

  private static void keep(Card card, long... sequences) {
    List<Sample> samples = new ArrayList<>();
    for (long sequence : sequences) {
      samples.add(new Sample(sequence, sequence * 1_000, new Reading.Event("press", "a")));
    }
    card.records().keep(new BadgeEffect.Keep(samples, true), 0);
  }

  private TreeMap<String, List<Byte>> files() throws IOException {
    TreeMap<String, List<Byte>> all = new TreeMap<>();
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : Files.readAllBytes(file)) {
          bytes.add(each);
        }
        all.put(directory.relativize(file).toString(), bytes);
      }
    }
    return all;
  }

  @Test
  void a_good_card_is_listed_with_its_holes_and_stays_as_it_is() throws Exception {
    filled();
    TreeMap<String, List<Byte>> before = files();
    CardListing listing = CardListing.of(directory);
    assertThat(listing.epoch()).isEqualTo(3);
    assertThat(listing.problem()).isEmpty();
    assertThat(listing.epochs())
        .containsExactly(
            new CardListing.Epoch(
                1, List.of(new CardListing.Range(1, 3), new CardListing.Range(7, 8))),
            new CardListing.Epoch(2, List.of(new CardListing.Range(1, 1))));
    assertThat(listing.epochs().getFirst().records()).isEqualTo(5);
    assertThat(files()).isEqualTo(before);
    try (Card card = Card.open(directory)) {
      assertThat(listing.device()).isEqualTo(card.identity().device());
      assertThat(card.epoch()).isEqualTo(listing.epoch());
    }
  }

  @Test
  void a_card_with_a_torn_end_is_listed_up_to_there_and_not_repaired() throws Exception {
    filled();
    Path segment = directory.resolve("records").resolve("journal-0000");
    byte[] bytes = Files.readAllBytes(segment);
    int last = bytes.length - 1;
    while (bytes[last] == 0) {
      last--;
    }
    bytes[last] ^= 1;
    Files.write(segment, bytes);
    TreeMap<String, List<Byte>> before = files();
    assertThat(CardListing.of(directory).epochs())
        .as("the record of epoch 2 was last")
        .extracting(CardListing.Epoch::epoch)
        .containsExactly(1L);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_card_without_records_and_with_a_damaged_epoch_says_so() throws Exception {
    Card.open(directory).close();
    Files.writeString(directory.resolve("epoch"), "x");
    CardListing listing = CardListing.of(directory);
    assertThat(listing.epochs()).isEmpty();
    assertThat(listing.problem()).startsWith("the epoch on the card was damaged");
  }

  @Test
  void what_is_no_card_is_refused_in_one_sentence() throws Exception {
    String sentence =
        directory + " is no card: there is no device.key in it; give the directory of --state";
    assertThatExceptionOfType(Card.Unusable.class)
        .isThrownBy(() -> CardListing.of(directory))
        .withMessage(sentence);
    Files.writeString(directory.resolve("holiday.txt"), "sun");
    assertThatExceptionOfType(Card.Unusable.class)
        .isThrownBy(() -> CardListing.of(directory))
        .withMessage(sentence);
    assertThatExceptionOfType(Card.Unusable.class)
        .isThrownBy(() -> CardListing.of(directory.resolve("nowhere")))
        .withMessageContaining("nowhere is no card");
  }

  @Test
  void a_card_with_a_damaged_key_says_what_to_remove() throws Exception {
    filled();
    Files.writeString(directory.resolve("device.pub"), "AAAA");
    assertThatExceptionOfType(Card.Unusable.class)
        .isThrownBy(() -> CardListing.of(directory))
        .withMessageContaining("device.pub is damaged; remove it and device.key");
  }
}
