package io.baedge.kit.journal;

import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.model.Limits;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A device's records on durable storage (methods.md 3.2, 3.5): in segments of fixed size, one class
 * of records to a segment, within a bound. It keeps what the hub has until it needs the space, and
 * holds nothing but an index in memory. One thread uses it.
 */
public final class Journal {
  /** The kind of the event that says what was lost to the bound. */
  public static final String EVICTED = "evicted";

  /** Segments that are always left: for losses, for what is left after thinning, for the next. */
  private static final int RESERVE = 3;

  private static final int CHUNK_PARTS = 4;
  private static final int FIXED_BYTES = 24;
  private static final int BYTES_PER_CHAR = 4;
  private static final int FRAME_HEAD = 80;
  private static final long MARK_STEP = 1_000;

  private final Segments segments;
  private final Marks marks = new Marks();
  private final TreeMap<Long, Long> notedMarks = new TreeMap<>();
  private final Frames frames;
  private final Room room;
  private final Pages pages;
  private final List<List<Sample>> byClass = new ArrayList<>(RecordClass.count());

  /** Losses that nobody was told of. */
  private final List<Loss> untold = new ArrayList<>();

  /** The number of the last loss that was handed out. */
  private long handedOut;

  private long told;
  private long lostCount;
  private long thinnedCount;

  private Journal(Disk disk, JournalSettings settings) {
    this.segments = new Segments(disk, settings);
    this.frames = new Frames(segments, marks);
    this.room = new Room(segments, marks, frames);
    this.pages = new Pages(segments, this::rotten);
    for (int i = 0; i < RecordClass.count(); i++) {
      byClass.add(new ArrayList<>());
    }
  }

  /** Takes up what is on the disk; torn ends are cut off. */
  public static Journal open(Disk disk, JournalSettings settings) throws DiskFailed {
    var journal = new Journal(disk, settings);
    journal.segments.recover(journal::recovered);
    journal.untold.removeIf(loss -> loss.number() <= journal.told);
    return journal;
  }

  private void recovered(Segment segment, SegmentReader frame) {
    Bytes.In body = frame.body();
    switch (frame.kind()) {
      case SegmentReader.RECORDS -> {
        SegmentReader.Head head = SegmentReader.head(body);
        segment.note(head.epoch(), head.first(), head.last(), head.count(), head.lastMonoMs());
        told = Math.max(told, head.toldLoss());
      }
      case SegmentReader.MARK -> marks.raise(body.number(), body.number(), body.number());
      case SegmentReader.LOSS -> {
        Loss loss = Frames.loss(body);
        room.lossSeen(loss.number());
        untold.add(loss);
      }
      default -> {
        // Of a later format: what it says is not needed to read the rest.
      }
    }
  }

  /** What is held, oldest epoch first. */
  public List<Held> held() {
    TreeMap<Long, Segment.Span> spans = new TreeMap<>();
    for (Segment segment : segments.used()) {
      for (Segment.Span span : segment.spans) {
        Segment.Span all = spans.computeIfAbsent(span.epoch, Segment.Span::new);
        all.first = Math.min(all.first, span.first);
        all.last = Math.max(all.last, span.last);
      }
    }
    List<Held> held = new ArrayList<>(spans.size());
    spans.forEach(
        (epoch, span) -> held.add(new Held(epoch, span.first, span.last, marks.of(epoch))));
    return held;
  }

  /** The generation of the store for which the marks in {@link #held} are true. */
  public long generation() {
    return marks.generation();
  }

  /**
   * Appends records of an epoch; with {@code force} they are durable on return. After a failure
   * some may be there: appended again, they still count once.
   *
   * @param samples sorted by sequence
   * @param nowMonoMs on the clock of the epoch
   */
  public void append(long epoch, List<Sample> samples, long nowMonoMs, boolean force)
      throws DiskFailed {
    room.now(epoch, nowMonoMs);
    for (Sample sample : samples) {
      byClass.get(RecordClass.of(sample.reading()).ordinal()).add(sample);
    }
    try {
      for (int of = 0; of < byClass.size(); of++) {
        append(RecordClass.at(of), epoch, byClass.get(of));
      }
      if (force) {
        segments.force();
      }
    } finally {
      byClass.forEach(List::clear);
    }
  }

  private void append(RecordClass of, long epoch, List<Sample> samples) throws DiskFailed {
    for (int from = 0; from < samples.size(); ) {
      int to = chunkEnd(samples, from);
      List<Sample> chunk = samples.subList(from, to);
      long tells = of == RecordClass.EVENTS && tellsLosses(chunk) ? handedOut : 0;
      Bytes frame = frames.records(tells, epoch, chunk);
      int size = frame.size;
      if (!segments.fits(of, size)) {
        makeRoom();
        if (!segments.fits(of, size)) {
          begin(of);
        }
        // The losses have used the same bytes.
        frame = frames.records(tells, epoch, chunk);
      }
      Frames.note(segments.append(of, frame), epoch, chunk);
      from = to;
    }
  }

  private void begin(RecordClass of) throws DiskFailed {
    try {
      frames.open(of);
    } catch (DiskFailed e) {
      // Others filled the card: what the hub has makes room before its time.
      if (e.kind() != Disk.Failure.FULL || !room.releaseAcknowledged()) {
        throw e;
      }
      frames.open(of);
    }
  }

  /** A frame must fit into a segment and into what is read at once. */
  private int chunkEnd(List<Sample> samples, int from) {
    int most = segments.segmentBytes() / CHUNK_PARTS;
    int bytes = FRAME_HEAD;
    int at = from;
    while (at < samples.size() && at - from < Limits.BATCH_SAMPLES) {
      bytes += mostBytes(samples.get(at).reading());
      if (bytes > most && at > from) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int mostBytes(Reading reading) {
    return switch (reading) {
      case Reading.Power _, Reading.Board _ -> FIXED_BYTES;
      case Reading.Radio r -> FIXED_BYTES + BYTES_PER_CHAR * r.accessPoint().length();
      case Reading.Event e ->
          FIXED_BYTES + BYTES_PER_CHAR * (e.kind().length() + e.detail().length());
    };
  }

  private static boolean tellsLosses(List<Sample> samples) {
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).reading() instanceof Reading.Event e && e.kind().equals(EVICTED)) {
        return true;
      }
    }
    return false;
  }

  private void makeRoom() throws DiskFailed {
    while (segments.left() <= RESERVE) {
      note(room.make());
    }
  }

  private void note(List<Loss> losses) {
    for (Loss loss : losses) {
      untold.add(loss);
      lostCount += loss.count();
      thinnedCount += loss.thinned() ? loss.count() : 0;
    }
  }

  /** What stood in a segment beyond there is lost; that is told even if the card takes no note. */
  private void rotten(Segment segment, int end) {
    List<Loss> losses = room.rotten(segment, end);
    note(losses);
    try {
      frames.losses(losses);
    } catch (DiskFailed e) {
      // The badge hears of it now; only after a power cut in this moment nobody would.
    }
  }

  /**
   * The lowest records of an epoch from a sequence on; fewer than asked for means that no more are
   * held. What is between two of them is not held.
   */
  public List<Sample> read(long epoch, long from, int most) throws DiskFailed {
    return pages.read(epoch, from, most);
  }

  /**
   * The hub has everything of the epoch up to the sequence that it will ever get. That need not be
   * durable: to forget it only means that the hub gets some records again.
   *
   * @param generation of the hub's store; a newer one lacks what an older one acknowledged
   */
  public void acknowledged(long generation, long epoch, long through) throws DiskFailed {
    long before = marks.generation();
    if (!marks.raise(generation, epoch, through)) {
      return;
    }
    if (generation != before) {
      notedMarks.clear();
    }
    Held held = null;
    for (Held of : held()) {
      held = of.epoch() == epoch ? of : held;
    }
    Long noted = notedMarks.get(epoch);
    if (held != null
        && (through >= held.highest() || through - (noted == null ? 0 : noted) >= MARK_STEP)) {
      frames.noteMark(epoch);
      notedMarks.put(epoch, through);
    }
  }

  /** Losses that were not handed out yet, the oldest first. */
  public List<Loss> takeLosses() {
    if (untold.isEmpty()) {
      return List.of();
    }
    List<Loss> losses = List.copyOf(untold);
    untold.clear();
    handedOut = losses.getLast().number();
    return losses;
  }

  /** What a badge is to know at its start. */
  public JournalContents contents() {
    return new JournalContents(generation(), held(), takeLosses());
  }

  /** Forces what was appended. */
  public void force() throws DiskFailed {
    segments.force();
  }

  /** The journal now. */
  public JournalView view() {
    long records = 0;
    for (Segment segment : segments.used()) {
      for (Segment.Span span : segment.spans) {
        records += span.count;
      }
    }
    return new JournalView(
        segments.used().size(),
        segments.limit(),
        records,
        segments.writtenBytes(),
        new JournalView.Counters(lostCount, thinnedCount, segments.damaged()));
  }
}
