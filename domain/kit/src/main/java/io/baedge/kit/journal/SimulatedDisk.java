package io.baedge.kit.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk in memory with the faults of a real one. At a {@link #powerCut} each write that was not
 * forced survives, is lost, or survives as a prefix, as the generator says. Zeros take no memory.
 */
public final class SimulatedDisk implements Disk {
  private static final int SMALLEST_BYTES = 256;

  private final RandomGenerator random;
  private final TreeMap<String, FileImage> files = new TreeMap<>();
  private long capacityBytes = Long.MAX_VALUE;
  private boolean readOnly;
  private boolean failWrites;
  private boolean failForces;
  private long writtenBytes;
  private long forces;

  /** An empty disk without a limit. */
  public SimulatedDisk(RandomGenerator random) {
    this.random = random;
  }

  /** A write that may not be durable. */
  private record Pending(int position, byte[] bytes, boolean hopeless) {}

  private static final class FileImage {
    final int sizeBytes;
    final List<Pending> pending = new ArrayList<>(2);

    /** What is durable; everything behind its end is zero. */
    byte[] durable = new byte[0];

    boolean broken;

    FileImage(int sizeBytes) {
      this.sizeBytes = sizeBytes;
    }

    void settle(Pending write, int length) {
      int end = write.position() + length;
      if (end > durable.length) {
        int larger = Math.max(end, Math.max(SMALLEST_BYTES, 2 * durable.length));
        durable = Arrays.copyOf(durable, Math.min(larger, sizeBytes));
      }
      System.arraycopy(write.bytes(), 0, durable, write.position(), length);
    }
  }

  @Override
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  @Override
  public long sizeBytes(String name) throws DiskFailed {
    return file(name).sizeBytes;
  }

  @Override
  public void create(String name, long sizeBytes) throws DiskFailed {
    checkWritable(name);
    if (files.containsKey(name)) {
      throw new DiskFailed(Failure.IO, name + " exists already");
    }
    if (sizeBytes > freeBytes()) {
      throw new DiskFailed(Failure.FULL, "no space is left for " + name);
    }
    files.put(name, new FileImage(Math.toIntExact(sizeBytes)));
    writtenBytes += sizeBytes;
  }

  @Override
  public void read(String name, long position, byte[] into, int offset, int length)
      throws DiskFailed {
    FileImage file = within(name, position, length);
    int from = (int) position;
    int there = Math.clamp((long) file.durable.length - from, 0, length);
    if (there > 0) {
      System.arraycopy(file.durable, from, into, offset, there);
    }
    Arrays.fill(into, offset + there, offset + length, (byte) 0);
    for (int i = 0; i < file.pending.size(); i++) {
      Pending write = file.pending.get(i);
      int low = Math.max(from, write.position());
      int high = Math.min(from + length, write.position() + write.bytes().length);
      if (low < high) {
        System.arraycopy(
            write.bytes(), low - write.position(), into, offset + low - from, high - low);
      }
    }
  }

  @Override
  public void write(String name, long position, byte[] from, int offset, int length)
      throws DiskFailed {
    checkWritable(name);
    FileImage file = within(name, position, length);
    if (failWrites || file.broken) {
      throw new DiskFailed(Failure.IO, name + " cannot be written");
    }
    byte[] bytes = Arrays.copyOfRange(from, offset, offset + length);
    file.pending.add(new Pending((int) position, bytes, false));
    writtenBytes += length;
  }

  @Override
  public void force(String name) throws DiskFailed {
    FileImage file = file(name);
    if (file.broken) {
      throw new DiskFailed(Failure.IO, name + " could not be forced before");
    }
    if (failForces) {
      // What the system holds is taken for written from here on, and never is.
      file.broken = true;
      file.pending.replaceAll(write -> new Pending(write.position(), write.bytes(), true));
      throw new DiskFailed(Failure.IO, name + " cannot be forced");
    }
    forces++;
    for (int i = 0; i < file.pending.size(); i++) {
      Pending write = file.pending.get(i);
      file.settle(write, write.bytes().length);
    }
    file.pending.clear();
  }

  @Override
  public void delete(String name) throws DiskFailed {
    checkWritable(name);
    file(name);
    files.remove(name);
  }

  @Override
  public long freeBytes() {
    long used = 0;
    for (FileImage file : files.values()) {
      used += file.sizeBytes;
    }
    return Math.max(0, capacityBytes - used);
  }

  /** From now on all files together take at most this much. */
  public void capacity(long bytes) {
    capacityBytes = bytes;
  }

  /** From now on nothing, or everything again, can be written. */
  public void readOnly(boolean on) {
    readOnly = on;
  }

  /** From now on every write fails, or none. */
  public void failWrites(boolean on) {
    failWrites = on;
  }

  /** From now on every force fails, or none. */
  public void failForces(boolean on) {
    failForces = on;
  }

  /** The power goes: of what was not forced some survives, some does not, some in part. */
  public void powerCut() {
    for (FileImage file : files.values()) {
      for (Pending write : file.pending) {
        int length = write.bytes().length;
        switch (write.hopeless() ? 0 : random.nextInt(3)) {
          case 0 -> {}
          case 1 -> file.settle(write, length);
          default -> file.settle(write, random.nextInt(length + 1));
        }
      }
      file.pending.clear();
      file.broken = false;
    }
  }

  /** Everything is gone. */
  public void wipe() {
    files.clear();
  }

  /** Bytes written since the start, the zeros of new files included. */
  public long writtenBytes() {
    return writtenBytes;
  }

  /** Forces that worked since the start. */
  public long forces() {
    return forces;
  }

  private void checkWritable(String name) throws DiskFailed {
    if (readOnly) {
      throw new DiskFailed(Failure.READ_ONLY, name + " cannot be written: the disk is read-only");
    }
  }

  private FileImage file(String name) throws DiskFailed {
    FileImage file = files.get(name);
    if (file == null) {
      throw new DiskFailed(Failure.IO, name + " does not exist");
    }
    return file;
  }

  private FileImage within(String name, long position, int length) throws DiskFailed {
    FileImage file = file(name);
    if (position < 0 || length < 0 || position + length > file.sizeBytes) {
      throw new DiskFailed(
          Failure.IO,
          name + " has " + file.sizeBytes + " bytes, not " + length + " at " + position);
    }
    return file;
  }
}
