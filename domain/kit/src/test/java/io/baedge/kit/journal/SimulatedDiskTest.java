package io.baedge.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.Disk.Failure;
import io.baedge.kit.journal.testing.DiskContract;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest extends DiskContract {
  @Override
  protected Disk open() {
    return new SimulatedDisk(new SplittableRandom(1));
  }

  @Override
  protected Disk reopen(Disk disk) {
    ((SimulatedDisk) disk).powerCut();
    return disk;
  }

  @Test
  void a_power_cut_keeps_loses_or_tears_what_was_not_forced_and_nothing_else() throws DiskFailed {
    var lengths = new TreeSet<Integer>();
    for (int seed = 0; seed < 200; seed++) {
      var disk = new SimulatedDisk(new SplittableRandom(seed));
      disk.create("a", 64);
      disk.write("a", 0, new byte[] {9, 9, 9, 9}, 0, 4);
      disk.force("a");
      disk.write("a", 4, new byte[] {7, 7, 7, 7}, 0, 4);
      disk.powerCut();
      assertThat(read(disk, "a", 0, 4)).as("forced, seed %d", seed).containsOnly(9);
      byte[] rest = read(disk, "a", 4, 4);
      int survived = 0;
      while (survived < 4 && rest[survived] == 7) {
        survived++;
      }
      assertThat(read(disk, "a", 4 + survived, 4)).containsOnly(0);
      lengths.add(survived);
    }
    assertThat(lengths).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void a_full_disk_takes_no_new_file_but_what_is_there_can_be_written() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    disk.create("a", 64);
    disk.capacity(100);
    assertThat(disk.freeBytes()).isEqualTo(36);
    assertThat(failure(() -> disk.create("b", 37))).isEqualTo(Failure.FULL);
    disk.write("a", 0, new byte[] {1}, 0, 1);
    disk.force("a");
    disk.delete("a");
    disk.create("b", 100);
  }

  @Test
  void after_a_failed_force_nothing_written_becomes_durable_any_more() throws DiskFailed {
    for (int seed = 0; seed < 20; seed++) {
      var disk = new SimulatedDisk(new SplittableRandom(seed));
      disk.create("a", 64);
      disk.write("a", 0, new byte[] {1}, 0, 1);
      disk.failForces(true);
      assertThat(failure(() -> disk.force("a"))).isEqualTo(Failure.IO);
      disk.failForces(false);
      assertThat(read(disk, "a", 0, 1)).containsExactly(1);
      assertThat(failure(() -> disk.force("a"))).isEqualTo(Failure.IO);
      assertThat(failure(() -> disk.write("a", 0, new byte[1], 0, 1))).isEqualTo(Failure.IO);
      disk.powerCut();
      assertThat(read(disk, "a", 0, 1)).containsExactly(0);
    }
  }

  @Test
  void it_can_be_read_only_fail_to_write_and_be_wiped() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    disk.create("a", 64);
    disk.readOnly(true);
    assertThat(failure(() -> disk.write("a", 0, new byte[1], 0, 1))).isEqualTo(Failure.READ_ONLY);
    assertThat(failure(() -> disk.create("b", 1))).isEqualTo(Failure.READ_ONLY);
    assertThat(failure(() -> disk.delete("a"))).isEqualTo(Failure.READ_ONLY);
    disk.readOnly(false);
    disk.failWrites(true);
    assertThat(failure(() -> disk.write("a", 0, new byte[1], 0, 1))).isEqualTo(Failure.IO);
    disk.wipe();
    assertThat(disk.names()).isEmpty();
  }

  @Test
  void it_counts_what_it_wrote_and_forced() throws DiskFailed {
    var disk = new SimulatedDisk(new SplittableRandom(1));
    disk.create("a", 64);
    disk.write("a", 0, new byte[8], 0, 8);
    disk.force("a");
    assertThat(disk.writtenBytes()).isEqualTo(72);
    assertThat(disk.forces()).isEqualTo(1);
    assertThatThrownBy(() -> disk.force("b")).hasMessage("b does not exist");
  }

  private static Failure failure(ThrowingCallable call) {
    try {
      call.call();
    } catch (DiskFailed e) {
      return e.kind();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("it did not fail");
  }
}
