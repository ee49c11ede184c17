package io.baedge.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SampleColumnsTest {
  @Test
  void fifty_samples_of_a_steady_badge_need_at_most_eight_bytes_each() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Reading reading =
          switch (i % 3) {
            case 0 -> new Reading.Power(90 - i / 20, 3_900 - i, PowerSource.BATTERY);
            case 1 -> new Reading.Radio(-60 - i % 7, 6, "hall-1");
            default -> new Reading.Board(410 + i % 3, 300 - i % 5, 9_000);
          };
      samples.add(new Sample(1_000 + i, 3_600_000 + 1_667L * i, reading));
    }
    assertThat(SampleColumns.encode(samples).length).isLessThanOrEqualTo(8 * samples.size());
    assertThat(SampleColumns.decode(SampleColumns.encode(samples)))
        .isEqualTo(new Decoded.Ok<>(samples));
  }

  @Test
  void nothing_is_a_batch_too() {
    assertThat(SampleColumns.decode(SampleColumns.encode(List.of())))
        .isEqualTo(new Decoded.Ok<>(List.of()));
  }

  @Test
  void each_cut_is_noticed() {
    long seed = 7;
    var generated = new Generated(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    for (int round = 0; round < 40; round++) {
      byte[] whole = SampleColumns.encode(generated.samples());
      for (int length = 0; length < whole.length; length++) {
        assertThat(SampleColumns.decode(java.util.Arrays.copyOf(whole, length)))
            .as("seed %d round %d cut to %d of %d", seed, round, length, whole.length)
            .isInstanceOf(Decoded.Malformed.class);
      }
    }
  }
}
