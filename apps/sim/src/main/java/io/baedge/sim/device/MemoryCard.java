package io.baedge.sim.device;

import io.baedge.kit.journal.SimulatedDisk;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A card in memory. */
public final class MemoryCard implements Card {
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SimulatedDisk disk;
  private long epoch;

  /**
   * An empty card.
   *
   * @param random says what of unforced writes a power cut leaves
   */
  public MemoryCard(RandomGenerator random) {
    this.disk = new SimulatedDisk(random);
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
  public SimulatedDisk disk() {
    return disk;
  }

  @Override
  public void powerCut() {
    disk.powerCut();
  }
}
