package io.baedge.kit.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.kit.journal.Disk;
import io.baedge.kit.journal.Disk.DiskFailed;
import org.junit.jupiter.api.Test;

/** What every disk does, simulated or a folder. */
public abstract class DiskContract {
  private static final byte[] WORDS = {1, 2, 3, 4, 5};

  /** An empty disk. */
  protected abstract Disk open() throws DiskFailed;

  /** The same disk as a program sees it that starts after everything was forced. */
  protected abstract Disk reopen(Disk disk) throws DiskFailed;

  @Test
  public void a_new_file_is_full_of_zeros_and_takes_its_space_at_once() throws DiskFailed {
    Disk disk = open();
    long before = disk.freeBytes();
    disk.create("a", 300_000);
    assertThat(disk.sizeBytes("a")).isEqualTo(300_000);
    assertThat(read(disk, "a", 299_000, 1_000)).containsOnly(0);
    assertThat(before - disk.freeBytes()).isGreaterThanOrEqualTo(0);
  }

  @Test
  public void names_are_sorted() throws DiskFailed {
    Disk disk = open();
    disk.create("b.1", 16);
    disk.create("a-2", 16);
    assertThat(disk.names()).containsExactly("a-2", "b.1");
  }

  @Test
  public void what_is_written_can_be_read_before_and_after_it_is_forced() throws DiskFailed {
    Disk disk = open();
    disk.create("a", 64);
    disk.write("a", 10, WORDS, 1, 3);
    assertThat(read(disk, "a", 9, 5)).containsExactly(0, 2, 3, 4, 0);
    disk.force("a");
    assertThat(read(disk, "a", 9, 5)).containsExactly(0, 2, 3, 4, 0);
    disk.write("a", 11, WORDS, 0, 1);
    assertThat(read(disk, "a", 9, 5)).containsExactly(0, 2, 1, 4, 0);
  }

  @Test
  public void what_was_forced_is_there_for_the_next_start() throws DiskFailed {
    Disk disk = open();
    disk.create("a", 64);
    disk.create("b", 64);
    disk.write("a", 59, WORDS, 0, 5);
    disk.force("a");
    disk.delete("b");
    Disk again = reopen(disk);
    assertThat(again.names()).containsExactly("a");
    assertThat(again.sizeBytes("a")).isEqualTo(64);
    assertThat(read(again, "a", 58, 6)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  public void a_deleted_file_is_gone_and_its_name_is_free() throws DiskFailed {
    Disk disk = open();
    disk.create("a", 16);
    disk.write("a", 0, WORDS, 0, 5);
    disk.delete("a");
    assertThat(disk.names()).isEmpty();
    disk.create("a", 16);
    assertThat(read(disk, "a", 0, 16)).containsOnly(0);
  }

  @Test
  public void what_is_asked_of_no_file_or_beyond_its_end_is_refused() throws DiskFailed {
    Disk disk = open();
    disk.create("a", 16);
    assertThatThrownBy(() -> disk.create("a", 16)).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> disk.sizeBytes("b")).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> disk.force("b")).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> disk.delete("b")).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> read(disk, "b", 0, 1)).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> read(disk, "a", 12, 5)).isInstanceOf(DiskFailed.class);
    assertThatThrownBy(() -> disk.write("a", 12, WORDS, 0, 5)).isInstanceOf(DiskFailed.class);
    assertThat(read(disk, "a", 0, 16)).containsOnly(0);
  }

  @Test
  public void many_files_can_be_used_in_turn() throws DiskFailed {
    Disk disk = open();
    for (int i = 0; i < 20; i++) {
      disk.create("f" + i, 32);
    }
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 20; i++) {
        disk.write("f" + i, round, new byte[] {(byte) (i + 1)}, 0, 1);
        disk.force("f" + i);
      }
    }
    Disk again = reopen(disk);
    for (int i = 0; i < 20; i++) {
      byte own = (byte) (i + 1);
      assertThat(read(again, "f" + i, 0, 4)).containsExactly(own, own, own, (byte) 0);
    }
  }

  /** Reads that many bytes. */
  protected static byte[] read(Disk disk, String name, long position, int length)
      throws DiskFailed {
    byte[] bytes = new byte[length];
    disk.read(name, position, bytes, 0, length);
    return bytes;
  }
}
