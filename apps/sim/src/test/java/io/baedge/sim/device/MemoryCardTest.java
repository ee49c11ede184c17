package io.baedge.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.sim.chance.Chance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MemoryCardTest {
  private static final byte[] OLD = filled(7);
  private static final byte[] NEW = filled(9);

  @Test
  void a_torn_write_costs_nothing_that_was_forced_and_leaves_a_part_of_the_rest_at_most()
      throws DiskFailed {
    boolean torn = false;
    for (long seed = 1; seed <= 30; seed++) {
      int kept = newBytesAfterATornWrite(seed);
      torn |= kept > 0 && kept < NEW.length;
    }
    assertThat(torn).as("some write is torn").isTrue();
  }

  private static int newBytesAfterATornWrite(long seed) throws DiskFailed {
    var card = new MemoryCard(new Chance(seed).stream("card"));
    card.disk().create("file", 2L * OLD.length);
    card.disk().write("file", 0, OLD, 0, OLD.length);
    card.disk().force("file");
    var moments = new int[1];
    assertThat(card.tearNextWrite(() -> moments[0]++)).isTrue();
    assertThat(card.tearNextWrite(() -> moments[0]++)).as("once at a time").isFalse();

    card.disk().write("file", OLD.length, NEW, 0, NEW.length);
    assertThat(card.isDark()).isFalse();
    assertThatThrownBy(() -> card.disk().force("file")).isInstanceOf(DiskFailed.class);

    assertThat(moments[0]).isEqualTo(1);
    assertThat(card.isDark()).isTrue();
    assertThatThrownBy(() -> card.disk().names()).isInstanceOf(DiskFailed.class);
    card.powerCut();
    assertThat(card.isDark()).isFalse();
    byte[] there = new byte[OLD.length + NEW.length];
    card.disk().read("file", 0, there, 0, there.length);
    assertThat(Arrays.copyOf(there, OLD.length)).as("seed %d", seed).isEqualTo(OLD);
    int kept = 0;
    while (kept < NEW.length && there[OLD.length + kept] == NEW[kept]) {
      kept++;
    }
    return kept;
  }

  @Test
  void a_full_card_takes_no_new_file_until_there_is_room_again() throws DiskFailed {
    var card = new MemoryCard(new Chance(1).stream("card"));
    card.disk().create("file", OLD.length);
    card.full(true);

    assertThatThrownBy(() -> card.disk().create("other", 1)).isInstanceOf(DiskFailed.class);
    card.disk().write("file", 0, OLD, 0, OLD.length);
    card.disk().force("file");

    card.full(false);
    card.disk().create("other", 1);
    assertThat(card.disk().names()).containsExactly("file", "other");
  }

  private static byte[] filled(int value) {
    var bytes = new byte[100];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
