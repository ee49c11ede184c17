package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples as columns: the form on the wire and in the store. Version 1 is: version, count; runs of
 * sequences (gap, length); time steps; kinds; then per kind its columns as steps from the value
 * before. A steady badge needs about seven bytes a sample.
 */
public final class SampleColumns {
  private static final int VERSION = 1;
  private static final int POWER = 0;
  private static final int RADIO = 1;
  private static final int BOARD = 2;
  private static final int EVENT = 3;

  /**
   * Stands for {@link Reading#UNKNOWN} in a column, so that an unknown does not cost five bytes.
   */
  private static final int UNKNOWN_STEP = -1_000_000;

  private SampleColumns() {}

  /** The bytes of samples that are sorted by sequence. */
  public static byte[] encode(List<Sample> samples) {
    var out = new Columns.Out();
    out.unsigned(VERSION);
    out.unsigned(samples.size());
    writeSequences(samples, out);
    long before = 0;
    for (Sample sample : samples) {
      out.signed(sample.monoMs() - before);
      before = sample.monoMs();
    }
    var writer = new ReadingWriter(out);
    for (Sample sample : samples) {
      writer.write(sample.reading());
    }
    return out.toByteArray();
  }

  /** The samples, sorted by sequence. */
  public static Decoded<List<Sample>> decode(byte[] bytes) {
    try {
      return new Decoded.Ok<>(read(new Columns.In(bytes)));
    } catch (Columns.Broken e) {
      return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
    }
  }

  /** Only the sequences of the samples, sorted: what counting needs, without their readings. */
  public static Decoded<long[]> sequences(byte[] bytes) {
    try {
      return new Decoded.Ok<>(readSequences(new Columns.In(bytes)));
    } catch (Columns.Broken e) {
      return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
    }
  }

  private static void writeSequences(List<Sample> samples, Columns.Out out) {
    long expected = 1;
    for (int i = 0; i < samples.size(); ) {
      long first = samples.get(i).sequence();
      int run = 1;
      while (i + run < samples.size() && samples.get(i + run).sequence() == first + run) {
        run++;
      }
      out.unsigned(first - expected);
      out.unsigned(run);
      expected = first + run;
      i += run;
    }
  }

  private static long[] readSequences(Columns.In in) throws Columns.Broken {
    if (in.unsigned() != VERSION) {
      throw new Columns.Broken("the columns have an unknown version");
    }
    int count = in.count(Limits.BATCH_SAMPLES);
    long[] sequences = new long[count];
    long expected = 1;
    for (int i = 0; i < count; ) {
      long gap = in.unsigned();
      int run = in.count(count - i);
      if (run == 0 || gap < 0 || expected + gap < expected) {
        throw new Columns.Broken("the sequences in the columns are not in order");
      }
      expected += gap;
      for (int j = 0; j < run; j++) {
        sequences[i++] = expected++;
      }
    }
    return sequences;
  }

  private static List<Sample> read(Columns.In in) throws Columns.Broken {
    long[] sequences = readSequences(in);
    int count = sequences.length;
    long[] times = new long[count];
    long before = 0;
    for (int i = 0; i < count; i++) {
      before += in.signed();
      times[i] = before;
    }
    var reader = new ReadingReader(in);
    List<Sample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      samples.add(new Sample(sequences[i], times[i], reader.read()));
    }
    if (!in.atEnd()) {
      throw new Columns.Broken("there is more after the last column");
    }
    return samples;
  }

  /** Keeps the value before in each column. */
  private static final class ReadingWriter {
    private final Columns.Out out;
    private final int[] before = new int[9];
    private final List<String> points = new ArrayList<>();

    ReadingWriter(Columns.Out out) {
      this.out = out;
    }

    void write(Reading reading) {
      switch (reading) {
        case Reading.Power(int percent, int millivolts, PowerSource source) -> {
          out.unsigned(POWER + 4L * source.ordinal());
          step(0, percent);
          step(1, millivolts);
        }
        case Reading.Radio(int rssi, int channel, String point) -> {
          int known = points.indexOf(point);
          out.unsigned(RADIO + 4L * (known + 1));
          if (known < 0) {
            out.text(point);
            points.add(point);
          }
          step(2, rssi);
          step(3, channel);
        }
        case Reading.Board(int temperature, int memory, int storage) -> {
          out.unsigned(BOARD);
          step(4, temperature);
          step(5, memory);
          step(6, storage);
        }
        case Reading.Event(String kind, String detail) -> {
          out.unsigned(EVENT);
          out.text(kind);
          out.text(detail);
        }
      }
    }

    private void step(int column, int value) {
      int shown = value == Reading.UNKNOWN ? UNKNOWN_STEP : value;
      out.signed((long) shown - before[column]);
      before[column] = shown;
    }
  }

  /** Undoes the writer. */
  private static final class ReadingReader {
    private final Columns.In in;
    private final int[] before = new int[9];
    private final List<String> points = new ArrayList<>();

    ReadingReader(Columns.In in) {
      this.in = in;
    }

    Reading read() throws Columns.Broken {
      long tag = in.unsigned();
      int detail = (int) Math.min(tag >>> 2, Integer.MAX_VALUE);
      return switch ((int) (tag & 3)) {
        case POWER -> power(detail);
        case RADIO -> radio(detail);
        case BOARD -> new Reading.Board(step(4), step(5), step(6));
        default ->
            new Reading.Event(in.text(4 * Limits.SHORT_CHARS), in.text(4 * Limits.LINE_CHARS));
      };
    }

    private Reading power(int source) throws Columns.Broken {
      PowerSource[] sources = PowerSource.values();
      if (source >= sources.length) {
        throw new Columns.Broken("a power source in the columns is unknown");
      }
      return new Reading.Power(step(0), step(1), sources[source]);
    }

    private Reading radio(int known) throws Columns.Broken {
      if (known > points.size()) {
        throw new Columns.Broken("an access point in the columns is unknown");
      }
      if (known == 0) {
        points.add(in.text(4 * Limits.SHORT_CHARS));
      }
      String point = known == 0 ? points.getLast() : points.get(known - 1);
      return new Reading.Radio(step(2), step(3), point);
    }

    private int step(int column) throws Columns.Broken {
      long value = before[column] + in.signed();
      if (value < -100_000_000 || value > 100_000_000) {
        throw new Columns.Broken("a value in the columns is out of bounds");
      }
      before[column] = (int) value;
      return value == UNKNOWN_STEP ? Reading.UNKNOWN : (int) value;
    }
  }
}
