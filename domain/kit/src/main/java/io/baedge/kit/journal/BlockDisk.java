package io.baedge.kit.journal;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what reaches a card: whole blocks of 4 KiB at each force, and the zeros of new files. */
public final class BlockDisk implements Disk {
  private static final int BLOCK_BYTES = 4_096;

  private final Disk inner;
  private final TreeMap<String, TreeSet<Long>> dirty = new TreeMap<>();
  private long blockBytes;
  private long newFileBytes;

  /** Counts from now on what goes to the disk behind it. */
  public BlockDisk(Disk inner) {
    this.inner = inner;
  }

  /** Without the zeros of new files, which are written once for the life of a card. */
  public long blockBytes() {
    return blockBytes;
  }

  /** The zeros of new files. */
  public long newFileBytes() {
    return newFileBytes;
  }

  @Override
  public List<String> names() throws DiskFailed {
    return inner.names();
  }

  @Override
  public long sizeBytes(String name) throws DiskFailed {
    return inner.sizeBytes(name);
  }

  @Override
  public void create(String name, long sizeBytes) throws DiskFailed {
    inner.create(name, sizeBytes);
    newFileBytes += sizeBytes;
  }

  @Override
  public void read(String name, long position, byte[] into, int offset, int length)
      throws DiskFailed {
    inner.read(name, position, into, offset, length);
  }

  @Override
  public void write(String name, long position, byte[] from, int offset, int length)
      throws DiskFailed {
    inner.write(name, position, from, offset, length);
    TreeSet<Long> blocks = dirty.computeIfAbsent(name, _ -> new TreeSet<>());
    for (long block = position / BLOCK_BYTES;
        block <= (position + length - 1) / BLOCK_BYTES;
        block++) {
      blocks.add(block);
    }
  }

  @Override
  public void force(String name) throws DiskFailed {
    inner.force(name);
    TreeSet<Long> blocks = dirty.remove(name);
    blockBytes += blocks == null ? 0 : (long) BLOCK_BYTES * blocks.size();
  }

  @Override
  public void delete(String name) throws DiskFailed {
    inner.delete(name);
  }

  @Override
  public long freeBytes() throws DiskFailed {
    return inner.freeBytes();
  }
}
