package io.baedge.sim.device;

import io.baedge.kit.journal.Disk;
import io.baedge.kit.journal.SimulatedDisk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulated disk whose power may go in the middle of a write: of what was written and not forced
 * by then each part survives, is lost or is torn, and nothing is answered any more until the power
 * is back.
 */
final class TearingDisk implements Disk {
  private final SimulatedDisk disk;
  private @Nullable Runnable whenTorn;
  private boolean dark;

  TearingDisk(SimulatedDisk disk) {
    this.disk = disk;
  }

  /** At the next force the power goes; nothing for not. */
  void tearNext(@Nullable Runnable then) {
    whenTorn = then;
  }

  boolean isArmed() {
    return whenTorn != null;
  }

  /** Whether the power went in the middle of a write. */
  boolean isDark() {
    return dark;
  }

  /** The power goes, now at the latest. */
  void powerCut() {
    disk.powerCut();
    dark = false;
  }

  @Override
  public void force(String name) throws DiskFailed {
    Runnable then = whenTorn;
    if (then != null && !dark) {
      whenTorn = null;
      disk.powerCut();
      dark = true;
      then.run();
    }
    checkPower();
    disk.force(name);
  }

  @Override
  public List<String> names() throws DiskFailed {
    checkPower();
    return disk.names();
  }

  @Override
  public long sizeBytes(String name) throws DiskFailed {
    checkPower();
    return disk.sizeBytes(name);
  }

  @Override
  public void create(String name, long sizeBytes) throws DiskFailed {
    checkPower();
    disk.create(name, sizeBytes);
  }

  @Override
  public void read(String name, long position, byte[] into, int offset, int length)
      throws DiskFailed {
    checkPower();
    disk.read(name, position, into, offset, length);
  }

  @Override
  public void write(String name, long position, byte[] from, int offset, int length)
      throws DiskFailed {
    checkPower();
    disk.write(name, position, from, offset, length);
  }

  @Override
  public void delete(String name) throws DiskFailed {
    checkPower();
    disk.delete(name);
  }

  @Override
  public long freeBytes() throws DiskFailed {
    checkPower();
    return disk.freeBytes();
  }

  private void checkPower() throws DiskFailed {
    if (dark) {
      throw new DiskFailed(Failure.IO, "the power is gone");
    }
  }
}
