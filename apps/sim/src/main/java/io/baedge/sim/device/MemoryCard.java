package io.baedge.sim.device;

import io.baedge.kit.journal.Disk;
import io.baedge.kit.journal.SimulatedDisk;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A card in memory. */
public final class MemoryCard implements Card {
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SimulatedDisk disk;
  private final TearingDisk tearing;
  private long epoch;
  private boolean full;

  /**
   * An empty card.
   *
   * @param random says what of unforced writes a power cut leaves
   */
  public MemoryCard(RandomGenerator random) {
    this.disk = new SimulatedDisk(random);
    this.tearing = new TearingDisk(disk);
  }

  @Override
  public long raiseEpoch() {
    return ++epoch;
  }

  @Override
  public SortedMap<String, byte[]> files() {
    return Collections.unmodifiableSortedMap(files);
  }

  @Override
  public void save(String name, byte[] bytes) {
    files.put(name, bytes.clone());
  }

  @Override
  public Disk disk() {
    return tearing;
  }

  @Override
  public void powerCut() {
    tearing.powerCut();
  }

  @Override
  public boolean isDark() {
    return tearing.isDark();
  }

  /** From now on others have taken all space that is left for new files of records, or not. */
  public void full(boolean on) {
    full = on;
    disk.capacity(on ? 0 : Long.MAX_VALUE);
  }

  /** Whether others have taken all space. */
  public boolean isFull() {
    return full;
  }

  /**
   * In the middle of the next durable write of records the power goes.
   *
   * @param then is run in that moment
   * @return false when that is planned already
   */
  public boolean tearNextWrite(Runnable then) {
    boolean planned = tearing.isArmed();
    if (!planned) {
      tearing.tearNext(then);
    }
    return !planned;
  }

  /** No write is torn any more. */
  public void tearNothing() {
    tearing.tearNext(null);
  }
}
