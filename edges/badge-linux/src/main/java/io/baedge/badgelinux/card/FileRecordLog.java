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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Records in one file. A frame is: length, CRC32C of what follows, epoch, sequence through which
 * the epoch is forgotten, columns (none in a frame that only forgets). Reading stops at the first
 * frame that is short or whose sum is wrong, which a power cut can leave at the end, and cuts the
 * file there. A file with nothing left to say is emptied; one that has grown beyond its bound is
 * written anew with what is left. Records are not held in memory. One thread uses it.
 */
public final class FileRecordLog implements RecordLog, AutoCloseable {
  private static final int HEAD_BYTES = 4 + 4;
  private static final int BODY_BYTES = 8 + 8;
  private static final int LONGEST_FRAME = 128 * 1024;
  private static final int FRAME_SAMPLES = 256;

  private final Path file;
  private final long boundBytes;

  /** Which records of which epoch are still wanted. */
  private final TreeMap<Long, Span> spans = new TreeMap<>();

  private FileChannel channel;
  private long endBytes;
  private long cutBytes;
  private long bytesAfterRewrite;

  private record Span(long forgottenThrough, long lastSequence) {
    static final Span NONE = new Span(0, 0);

    Span forgotten(long through) {
      return new Span(Math.max(forgottenThrough, through), lastSequence);
    }

    Span appended(long sequence) {
      return new Span(forgottenThrough, Math.max(lastSequence, sequence));
    }

    boolean over() {
      return lastSequence <= forgottenThrough;
    }
  }

  private record Frame(long epoch, long forgottenThrough, List<Sample> samples) {}

  /** Opens or makes the file and checks what is in it. */
  FileRecordLog(Path file, long boundBytes) throws IOException {
    this.file = file;
    this.boundBytes = boundBytes;
    this.channel = open(file);
    recover();
  }

  @Override
  public List<Kept> readAll() {
    TreeMap<Long, TreeMap<Long, Sample>> read = new TreeMap<>();
    try {
      scan(frame -> collect(frame, read));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
    List<Kept> kept = new ArrayList<>();
    read.forEach((epoch, samples) -> kept.add(new Kept(epoch, List.copyOf(samples.values()))));
    return kept;
  }

  private void collect(Frame frame, TreeMap<Long, TreeMap<Long, Sample>> into) {
    long forgotten = span(frame.epoch()).forgottenThrough();
    for (Sample sample : frame.samples()) {
      if (sample.sequence() > forgotten) {
        into.computeIfAbsent(frame.epoch(), _ -> new TreeMap<>()).put(sample.sequence(), sample);
      }
    }
  }

  @Override
  public void append(long epoch, List<Sample> samples, boolean force) {
    try {
      appendFrames(epoch, samples);
      if (force) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void appendFrames(long epoch, List<Sample> samples) throws IOException {
    for (int from = 0; from < samples.size(); from += FRAME_SAMPLES) {
      List<Sample> part = samples.subList(from, Math.min(samples.size(), from + FRAME_SAMPLES));
      write(epoch, span(epoch).forgottenThrough(), SampleColumns.encode(part));
      spans.put(epoch, span(epoch).appended(part.getLast().sequence()));
    }
  }

  @Override
  public void forget(long epoch, long throughSequence) {
    Span before = spans.get(epoch);
    if (before == null || throughSequence <= before.forgottenThrough()) {
      return;
    }
    spans.put(epoch, before.forgotten(throughSequence));
    try {
      if (spans.values().stream().allMatch(Span::over)) {
        spans.clear();
        channel.truncate(0);
        endBytes = 0;
      } else if (endBytes > Math.max(boundBytes, 2 * bytesAfterRewrite)) {
        rewrite();
      } else {
        // Not forced: losing it only means that the hub gets some records twice.
        write(epoch, throughSequence, new byte[0]);
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

  private Span span(long epoch) {
    return spans.getOrDefault(epoch, Span.NONE);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private void write(long epoch, long forgottenThrough, byte[] columns) throws IOException {
    int length = BODY_BYTES + columns.length;
    ByteBuffer frame = ByteBuffer.allocate(HEAD_BYTES + length);
    frame.putInt(length).putInt(0).putLong(epoch).putLong(forgottenThrough).put(columns);
    frame.putInt(4, sum(frame.array(), HEAD_BYTES, length));
    frame.flip();
    long at = endBytes;
    try {
      while (frame.hasRemaining()) {
        at += channel.write(frame, at);
      }
      endBytes = at;
    } catch (IOException e) {
      // Half a frame would hide all that come after it.
      channel.truncate(endBytes);
      throw e;
    }
  }

  private void recover() throws IOException {
    long good =
        scan(
            frame -> {
              Span span = span(frame.epoch()).forgotten(frame.forgottenThrough());
              spans.put(
                  frame.epoch(),
                  frame.samples().isEmpty()
                      ? span
                      : span.appended(frame.samples().getLast().sequence()));
            });
    cutBytes = channel.size() - good;
    endBytes = good;
    if (cutBytes > 0) {
      channel.truncate(good);
      channel.force(true);
    }
  }

  /** Reads frame by frame, since all at once could be more than a small board has memory for. */
  private long scan(Consumer<Frame> each) throws IOException {
    long size = channel.size();
    long at = 0;
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    while (size - at >= HEAD_BYTES) {
      read(head.clear(), at);
      int length = head.getInt();
      int expected = head.getInt();
      if (length < BODY_BYTES || length > LONGEST_FRAME || length > size - at - HEAD_BYTES) {
        break;
      }
      ByteBuffer body = ByteBuffer.allocate(length);
      read(body, at + HEAD_BYTES);
      if (sum(body.array(), 0, length) != expected || !readFrame(body, each)) {
        break;
      }
      at += HEAD_BYTES + length;
    }
    return at;
  }

  private void read(ByteBuffer into, long from) throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, from + into.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    into.flip();
  }

  private static boolean readFrame(ByteBuffer body, Consumer<Frame> each) {
    long epoch = body.getLong();
    long forgottenThrough = body.getLong();
    if (!body.hasRemaining()) {
      each.accept(new Frame(epoch, forgottenThrough, List.of()));
      return true;
    }
    byte[] columns = new byte[body.remaining()];
    body.get(columns);
    return switch (SampleColumns.decode(columns)) {
      case Decoded.Ok<List<Sample>>(List<Sample> samples) -> {
        each.accept(new Frame(epoch, forgottenThrough, samples));
        yield true;
      }
      case Decoded.Malformed<List<Sample>> _ -> false;
    };
  }

  private void rewrite() throws IOException {
    List<Kept> wanted = readAll();
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try (FileRecordLog anew = new FileRecordLog(unfinished, boundBytes)) {
      for (Kept kept : wanted) {
        anew.spans.put(kept.epoch(), Span.NONE.forgotten(span(kept.epoch()).forgottenThrough()));
        anew.appendFrames(kept.epoch(), kept.samples());
      }
      anew.channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    SafeFile.forceDirectoryOf(file);
    channel.close();
    channel = open(file);
    endBytes = channel.size();
    bytesAfterRewrite = endBytes;
    spans.values().removeIf(Span::over);
  }

  private static int sum(byte[] bytes, int from, int length) {
    var crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
