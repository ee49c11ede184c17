package io.baedge.badgelinux.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeMemory;
import io.baedge.kit.journal.Held;
import io.baedge.model.id.DeviceId;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardTest {
  @TempDir Path directory;

  @Test
  void identity_stays_and_the_epoch_rises_with_each_start() throws Exception {
    DeviceId first;
    try (Card card = Card.open(directory)) {
      first = card.identity().device();
      assertThat(card.epoch()).isEqualTo(1);
      assertThat(card.problem()).isEmpty();
    }
    for (int epoch = 2; epoch < 5; epoch++) {
      try (Card card = Card.open(directory)) {
        assertThat(card.identity().device()).isEqualTo(first);
        assertThat(card.epoch()).isEqualTo(epoch);
      }
    }
  }

  @Test
  void a_start_counts_above_every_epoch_of_which_the_card_holds_records() throws Exception {
    try (Card card = Card.open(directory)) {
      card.records()
          .keep(
              new BadgeEffect.Keep(
                  List.of(new Sample(1, 1_000, new Reading.Event("boot", ""))), true),
              1_000);
    }
    // As after a start that could not save its own, higher number.
    Files.writeString(directory.resolve("epoch"), "0");
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(2);
      assertThat(card.memory().onCard().held()).extracting(Held::epoch).containsExactly(1L);
    }
    assertThat(Files.readString(directory.resolve("epoch")).strip()).isEqualTo("2");
  }

  @Test
  void a_wiped_card_is_another_device(@TempDir Path other) throws Exception {
    try (Card one = Card.open(directory);
        Card two = Card.open(other)) {
      assertThat(one.identity().device()).isNotEqualTo(two.identity().device());
    }
  }

  @Test
  void only_the_owner_may_read_the_key() throws Exception {
    Card.open(directory).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key("device.key"))))
        .isEqualTo("rw-------");
  }

  private Path key(String name) {
    return directory.resolve(name);
  }

  @Test
  void a_damaged_key_is_one_sentence_and_no_new_device() throws Exception {
    Card.open(directory).close();
    for (String damage : new String[] {"", "not base64!", "AAAA"}) {
      Files.writeString(key("device.pub"), damage);
      assertThatExceptionOfType(Card.Unusable.class)
          .isThrownBy(() -> Card.open(directory))
          .withMessageContaining("device.pub is damaged; remove it and device.key to start as a")
          .withMessageContaining("state directory " + directory);
      assertThat(Files.readString(key("device.pub"))).isEqualTo(damage);
    }
  }

  @Test
  void a_damaged_epoch_is_replaced_by_one_that_was_never_used() throws Exception {
    Card.open(directory).close();
    Files.writeString(key("epoch"), "garbage");
    long after;
    try (Card card = Card.open(directory)) {
      after = card.epoch();
      assertThat(after).isGreaterThan(1_000_000);
      assertThat(card.problem()).contains("epoch on the card was damaged");
    }
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(after + 1);
      assertThat(card.problem()).isEmpty();
    }
  }

  @Test
  void without_a_card_no_epoch_comes_twice() throws Exception {
    Card.open(directory).close();
    Files.createDirectories(key("epoch.new").resolve("in-the-way"));
    long before = 0;
    for (int i = 0; i < 5; i++) {
      try (Card card = Card.open(directory)) {
        assertThat(card.epoch()).isNotEqualTo(before).isGreaterThan(1_000_000);
        assertThat(card.problem()).startsWith("the card cannot be written (");
        keep(card, sample(1));
        before = card.epoch();
      }
    }
  }

  @Test
  void an_epoch_taken_without_a_card_is_written_as_soon_as_the_card_takes_something()
      throws Exception {
    Card.open(directory).close();
    Path obstacle = Files.createDirectories(key("epoch.new").resolve("in-the-way"));
    long high;
    try (Card card = Card.open(directory)) {
      high = card.epoch();
      card.save(BadgeMemory.LOCAL, bytes("one"));
      assertThat(card.problem()).startsWith("the card cannot be written (");
      assertThat(Files.readString(key("epoch"))).isEqualTo("1");
      Files.delete(obstacle);
      card.save(BadgeMemory.LOCAL, bytes("two"));
      assertThat(card.problem()).isEmpty();
      assertThat(Files.readString(key("epoch"))).isEqualTo(Long.toString(high));
    }
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(high + 1);
    }
  }

  @Test
  void a_higher_epoch_that_was_heard_of_this_device_counts_for_the_next_start() throws Exception {
    try (Card card = Card.open(directory)) {
      assertThat(card.used(5_000_000)).isTrue();
      assertThat(card.used(3)).isTrue();
      assertThat(card.epoch()).isEqualTo(1);
      Files.createDirectories(key("epoch.new").resolve("in-the-way"));
      assertThat(card.used(6_000_000)).isFalse();
      assertThat(card.problem()).contains("the next start may count lower than this one");
      Files.delete(key("epoch.new").resolve("in-the-way"));
    }
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(6_000_001);
    }
  }

  @Test
  void small_files_are_replaced_as_a_whole_and_come_back() throws Exception {
    try (Card card = Card.open(directory)) {
      card.save(BadgeMemory.LOCAL, bytes("one"));
      card.save(BadgeMemory.LOCAL, bytes("two"));
      card.save(BadgeMemory.GLASS, bytes("picture"));
    }
    // What a power cut during a replacement leaves.
    Files.writeString(key("local.new"), "torn");
    try (Card card = Card.open(directory)) {
      assertThat(card.memory().files().keySet())
          .containsExactlyInAnyOrder(BadgeMemory.GLASS, BadgeMemory.LOCAL);
      assertThat(card.memory().files().get(BadgeMemory.LOCAL)).isEqualTo(bytes("two"));
      card.save(BadgeMemory.LOCAL, bytes("three"));
      assertThat(Files.readString(key("local"))).isEqualTo("three");
      assertThat(Files.exists(key("local.new"))).isFalse();
    }
  }

  @Test
  void a_file_that_cannot_be_saved_is_told_until_it_can() throws Exception {
    try (Card card = Card.open(directory)) {
      card.save(BadgeMemory.LOCAL, bytes("one"));
      Path obstacle = Files.createDirectories(key("local.new").resolve("in-the-way"));
      card.save(BadgeMemory.LOCAL, bytes("two"));
      assertThat(card.problem()).startsWith("local cannot be saved: ");
      assertThat(Files.readString(key("local"))).isEqualTo("one");
      Files.delete(obstacle);
      card.save(BadgeMemory.LOCAL, bytes("three"));
      assertThat(card.problem()).isEmpty();
      assertThat(Files.readString(key("local"))).isEqualTo("three");
    }
  }

  @Test
  void a_small_file_that_grew_absurdly_is_left_alone() throws Exception {
    Card.open(directory).close();
    Files.write(key("glass"), new byte[300 * 1024]);
    try (Card card = Card.open(directory)) {
      assertThat(card.memory().files()).isEmpty();
    }
  }

  @Test
  void records_of_earlier_epochs_come_back_those_of_this_one_do_not() throws Exception {
    try (Card card = Card.open(directory)) {
      assertThat(keep(card, sample(1), sample(2))).containsExactly(new BadgeEvent.Kept(2));
    }
    try (Card card = Card.open(directory)) {
      assertThat(card.memory().onCard().held()).containsExactly(new Held(1, 1, 2, 0));
      keep(card, sample(1));
      assertThat(card.records().fetch(new BadgeEffect.Fetch(1, 1, 10)))
          .containsExactly(new BadgeEvent.Fetched(1, 1, List.of(sample(1), sample(2))));
    }
  }

  @Test
  void records_of_the_former_format_are_left_alone_and_told() throws Exception {
    Card.open(directory).close();
    Files.write(key("records.log"), new byte[] {1, 2, 3});
    try (Card card = Card.open(directory)) {
      assertThat(card.problem()).contains("records.log holds records that an earlier version kept");
    }
    assertThat(Files.size(key("records.log"))).isEqualTo(3);
  }

  @Test
  void a_card_that_cannot_take_records_says_so_and_takes_them_when_it_can() throws Exception {
    try (Card card = Card.open(directory)) {
      Path obstacle = Files.createFile(key("records"));
      assertThat(keep(card, sample(1)).getFirst()).isInstanceOf(BadgeEvent.KeepFailed.class);
      Files.delete(obstacle);
      assertThat(keep(card, sample(1))).containsExactly(new BadgeEvent.Kept(1));
    }
  }

  private static List<BadgeEvent> keep(Card card, Sample... samples) {
    return card.records().keep(new BadgeEffect.Keep(List.of(samples), true), 0);
  }

  @Test
  void the_second_opening_is_refused_until_the_first_has_closed() throws Exception {
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(1);
      assertThatExceptionOfType(Card.Unusable.class).isThrownBy(() -> Card.open(directory));
    }
    try (Card card = Card.open(directory)) {
      assertThat(card.epoch()).isEqualTo(2);
    }
  }

  private static Sample sample(long sequence) {
    return new Sample(sequence, sequence * 1_000, new Reading.Event("boot", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
