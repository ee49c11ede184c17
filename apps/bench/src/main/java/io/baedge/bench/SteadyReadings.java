package io.baedge.bench;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a badge on its wearer measures: battery, radio and board in turn, each near its last value.
final class SteadyReadings {
  private static final long EVERY_MS = 10_000;

  private final SplittableRandom random;
  private long sequence = 1;
  private int batteryMv = 4_050;
  private int temperatureDeciC = 384;

  SteadyReadings(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// The sequence of the next sample.
  long next() {
    return sequence;
  }

  /// The next samples.
  List<Sample> take(int count) {
    List<Sample> samples = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long monoMs = sequence * EVERY_MS + random.nextInt(20);
      samples.add(new Sample(sequence, monoMs, reading()));
      sequence++;
    }
    return samples;
  }

  private Reading reading() {
    return switch ((int) (sequence % 3)) {
      case 0 -> {
        batteryMv = Math.clamp(batteryMv + random.nextInt(5) - 2L, 3_300, 4_150);
        yield new Reading.Power((batteryMv - 3_300) / 9, batteryMv, PowerSource.BATTERY);
      }
      case 1 -> new Reading.Radio(-58 - random.nextInt(7), 6, "ap-hall-1");
      default -> {
        temperatureDeciC += random.nextInt(5) - 2;
        yield new Reading.Board(temperatureDeciC, 212 + random.nextInt(3), 20_411);
      }
    };
  }
}
