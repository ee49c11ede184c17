package io.baedge.badgelinux.card;

import io.baedge.kit.journal.RecordLog;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.telemetry.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Records in one file. A frame is: length, CRC32C of what follows, epoch, columns. Reading stops at
 * the first frame that is short or whose sum is wrong, which a power cut can leave at the end, and
 * cuts the file there. A file with nothing left to say is emptied; one that has grown beyond its
 * bound is written anew with what is left.
 */
public final class FileRecordLog implements RecordLog, AutoCloseable {
  private static final int HEAD_BYTES = 4 + 4 + 8;
  private static final int LONGEST_FRAME = 64 * 1024;
  private static final int FRAME_SAMPLES = 256;

  private final Path file;
  private final long boundBytes;
  private final TreeMap<Long, TreeMap<Long, Sample>> held = new TreeMap<>();
  private FileChannel channel;
  private long cutBytes;

  /** Opens or makes the file and reads what is in it. */
  FileRecordLog(Path file, long boundBytes) throws IOException {
    this.file = file;
    this.boundBytes = boundBytes;
    this.channel = open(file);
    recover();
  }

  @Override
  public List<Kept> readAll() {
    List<Kept> kept = new ArrayList<>();
    held.forEach((epoch, samples) -> kept.add(new Kept(epoch, List.copyOf(samples.values()))));
    return kept;
  }

  @Override
  public void append(long epoch, List<Sample> samples, boolean force) {
    try {
      for (int from = 0; from < samples.size(); from += FRAME_SAMPLES) {
        List<Sample> part = samples.subList(from, Math.min(samples.size(), from + FRAME_SAMPLES));
        write(epoch, part);
        TreeMap<Long, Sample> ofEpoch = held.computeIfAbsent(epoch, _ -> new TreeMap<>());
        part.forEach(sample -> ofEpoch.put(sample.sequence(), sample));
      }
      if (force) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void forget(long epoch, long throughSequence) {
    TreeMap<Long, Sample> ofEpoch = held.get(epoch);
    if (ofEpoch == null) {
      return;
    }
    ofEpoch.headMap(throughSequence, true).clear();
    if (ofEpoch.isEmpty()) {
      held.remove(epoch);
    }
    try {
      if (held.isEmpty()) {
        channel.truncate(0);
      } else if (channel.size() > boundBytes) {
        rewrite();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be cut: " + e.getMessage(), e);
    }
  }

  /** Bytes of a damaged end that were cut off at the start. */
  public long cutBytes() {
    return cutBytes;
  }

  @Override
  public void close() throws IOException {
    channel.force(false);
    channel.close();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void write(long epoch, List<Sample> samples) throws IOException {
    byte[] columns = SampleColumns.encode(samples);
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + columns.length);
    frame.putInt(8 + columns.length).putInt(0).putLong(epoch).put(columns);
    frame.putInt(4, sum(frame.array(), 8, frame.capacity() - 8));
    frame.flip();
    channel.position(channel.size());
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  private void recover() throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    int good = 0;
    while (readFrame(all)) {
      good = all.position();
    }
    cutBytes = (long) all.capacity() - good;
    if (cutBytes > 0) {
      channel.truncate(good);
      channel.force(true);
    }
  }

  private boolean readFrame(ByteBuffer all) {
    if (all.remaining() < HEAD_BYTES) {
      return false;
    }
    int length = all.getInt();
    int expected = all.getInt();
    if (length < 8 || length > LONGEST_FRAME || length > all.remaining()) {
      return false;
    }
    if (sum(all.array(), all.position(), length) != expected) {
      return false;
    }
    long epoch = all.getLong();
    byte[] columns = new byte[length - 8];
    all.get(columns);
    if (!(SampleColumns.decode(columns)
        instanceof Decoded.Ok<List<Sample>>(List<Sample> samples))) {
      return false;
    }
    TreeMap<Long, Sample> ofEpoch = held.computeIfAbsent(epoch, _ -> new TreeMap<>());
    samples.forEach(sample -> ofEpoch.put(sample.sequence(), sample));
    return true;
  }

  private void rewrite() throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    FileChannel before = channel;
    channel = open(unfinished);
    for (Map.Entry<Long, TreeMap<Long, Sample>> epoch : held.entrySet()) {
      List<Sample> samples = List.copyOf(epoch.getValue().values());
      for (int from = 0; from < samples.size(); from += FRAME_SAMPLES) {
        write(
            epoch.getKey(), samples.subList(from, Math.min(samples.size(), from + FRAME_SAMPLES)));
      }
    }
    channel.force(true);
    Files.move(unfinished, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    SafeFile.forceDirectoryOf(file);
    before.close();
  }

  private static int sum(byte[] bytes, int from, int length) {
    var crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
