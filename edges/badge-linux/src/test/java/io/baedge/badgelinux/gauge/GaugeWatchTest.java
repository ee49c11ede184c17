package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GaugeWatchTest {
  private final List<String> calls = new ArrayList<>();
  private int staysThatFail;

  private final WakeClock clock =
      new WakeClock() {
        @Override
        public void wake(long inMs) throws GaugeFailed {
          calls.add("wake");
          throw new GaugeFailed("the bus hangs");
        }

        @Override
        public void stay() throws GaugeFailed {
          calls.add("stay");
          if (staysThatFail > 0) {
            staysThatFail--;
            throw new GaugeFailed("it still hangs");
          }
        }
      };

  private final Gauge gauge =
      new Gauge() {
        @Override
        public GaugeReading read() {
          return new GaugeReading(50, Reading.UNKNOWN, Reading.UNKNOWN, PowerSource.BATTERY);
        }

        @Override
        public boolean atOnce() {
          return false;
        }

        @Override
        public ChargeCurve curve() {
          throw new IllegalStateException("a percentage needs no curve");
        }

        @Override
        public Optional<WakeClock> clock() {
          return Optional.of(clock);
        }

        @Override
        public String describe() {
          return "a test gauge";
        }
      };

  private String impossible() throws InterruptedException {
    BlockingQueue<String> told = new ArrayBlockingQueue<>(1);
    try (var watch = new GaugeWatch(gauge, () -> 0, new Random(1))) {
      watch.powerDown(
          60_000,
          () -> {
            throw new IllegalStateException("a board without an alarm must not be halted");
          },
          told::add);
      return String.valueOf(told.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void an_alarm_that_was_set_half_way_is_taken_back_because_the_board_goes_on() throws Exception {
    staysThatFail = 2;

    assertThat(impossible()).isEqualTo("the bus hangs");
    assertThat(calls).containsExactly("wake", "stay", "stay", "stay");
  }

  @Test
  void an_alarm_that_cannot_be_taken_back_is_told() throws Exception {
    staysThatFail = 100;

    assertThat(impossible())
        .startsWith("the bus hangs; the alarm cannot be taken back (it still hangs)");
    assertThat(calls).hasSize(4);
  }
}
