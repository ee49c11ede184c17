package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badgelinux.kernel.FakeChip;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gauges on I2C. */
final class ChipGaugeTests {
  private final FakeKernel kernel = Boards.kernel();

  @AfterEach
  void nothing_stays_open() {
    assertThat(kernel.openFiles()).isZero();
  }

  @Nested
  final class OfPiSugar3 extends GaugeContract {
    private final PiSugar3 gauge = new PiSugar3(() -> kernel);
    private FakeChip chip = FakeChip.ofBytes();

    @Override
    Gauge gauge() {
      return gauge;
    }

    @Override
    void cell(int millivolts) {
      chip = Boards.piSugar3(millivolts);
      kernel.chips.put(0x57, chip);
    }

    @Override
    void gone() {
      kernel.chips.remove(0x57);
    }

    @Test
    void power_from_outside_is_told_by_bit_7() throws Exception {
      cell(3_900);
      assertThat(gauge.read().source()).isEqualTo(PowerSource.BATTERY);
      chip.with(0x02, 0xE0);
      assertThat(gauge.read().source()).isEqualTo(PowerSource.EXTERNAL);
      assertThat(chip.writes).isEmpty();
    }

    @Test
    void the_alarm_counts_from_its_own_clock_and_the_power_is_cut_after_it_was_taken()
        throws Exception {
      cell(3_200);
      chip.with(0x35, 0x23, 0x45, 0x30);
      gauge.wake(1_800_000);
      assertThat(chip.get(0x45)).isEqualTo(0x00);
      assertThat(chip.get(0x46)).isEqualTo(0x15);
      assertThat(chip.get(0x47)).isEqualTo(0x30);
      assertThat(chip.get(0x44)).isEqualTo(0x7F);
      assertThat(chip.get(0x40) & 0x80).isNotZero();
      assertThat(chip.get(0x09)).isEqualTo(60);
      assertThat(chip.get(0x02)).isEqualTo(0x40);
      assertThat(chip.get(0x0B)).as("writing is forbidden again").isZero();
      assertThat(chip.writes).endsWith("02=40", "0b=00").startsWith("0b=29");
      gauge.stay();
      assertThat(chip.get(0x02)).isEqualTo(0x60);
      assertThat(chip.get(0x40) & 0x80).isZero();
    }

    @Test
    void a_clock_without_a_time_cuts_nothing() {
      cell(3_200);
      chip.with(0x35, 0xFF);
      assertThatExceptionOfType(GaugeFailed.class)
          .isThrownBy(() -> gauge.wake(1_800_000))
          .withMessageContaining("tells no time of day");
      assertThat(chip.writes).isEmpty();
    }

    @Test
    void an_alarm_sooner_than_the_cut_is_put_off() throws Exception {
      cell(3_200);
      chip.with(0x35, 0x10, 0x00, 0x00);
      gauge.wake(1_000);
      assertThat(chip.get(0x46)).isEqualTo(0x03);
    }
  }

  @Nested
  final class OfPiSugar2 extends GaugeContract {
    private final PiSugar2 gauge = new PiSugar2(() -> kernel, false);

    @Override
    Gauge gauge() {
      return gauge;
    }

    @Override
    void cell(int millivolts) {
      kernel.chips.put(0x75, Boards.piSugar2(millivolts));
    }

    @Override
    void gone() {
      kernel.chips.remove(0x75);
    }

    @ParameterizedTest
    @CsvSource({"0,BATTERY", "1,EXTERNAL", "3,EXTERNAL", "5,EXTERNAL", "6,UNKNOWN", "7,UNKNOWN"})
    void the_charger_says_where_power_comes_from(int state, PowerSource source) throws Exception {
      kernel.chips.put(0x75, Boards.piSugar2(3_900).with(0x71, state << 5));
      assertThat(gauge.read().source()).isEqualTo(source);
    }
  }

  @Nested
  final class OfPiSugar2Pro extends GaugeContract {
    private final PiSugar2 gauge = new PiSugar2(() -> kernel, true);

    @Override
    Gauge gauge() {
      return gauge;
    }

    @Override
    void cell(int millivolts) {
      kernel.chips.put(0x75, Boards.piSugar2Pro(millivolts));
    }

    @Override
    void gone() {
      kernel.chips.remove(0x75);
    }
  }

  @Nested
  final class OfUpsHat extends GaugeContract {
    private final Ina219 gauge = new Ina219(() -> kernel);

    @Override
    Gauge gauge() {
      return gauge;
    }

    @Override
    void cell(int millivolts) {
      kernel.chips.put(0x43, Boards.upsHat(millivolts, -120));
    }

    @Override
    void gone() {
      kernel.chips.remove(0x43);
    }

    @Test
    void the_shunt_says_how_much_flows_and_which_way() throws Exception {
      cell(3_800);
      assertThat(gauge.read())
          .isEqualTo(new GaugeReading(Reading.UNKNOWN, 3_800, 120, PowerSource.BATTERY));
      kernel.chips.put(0x43, Boards.upsHat(4_000, 350));
      assertThat(gauge.read().source()).isEqualTo(PowerSource.EXTERNAL);
      kernel.chips.put(0x43, Boards.upsHat(4_000, 3));
      assertThat(gauge.read().source()).isEqualTo(PowerSource.UNKNOWN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "i2c 57,5,answers with an I/O error",
    "i2c 57,110,answers with an I/O error",
    "i2c 57,121,nothing answers as /dev/i2c-1 chip 0x57",
    "slave 57,16,is in use by another program",
    "open /dev/i2c-1,13,add it to the group i2c",
    "open /dev/i2c-1,2,dtparam=i2c_arm=on",
    "i2c 57,19,has gone away"
  })
  void each_trouble_of_the_bus_is_a_sentence(String call, int errno, String words) {
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
    kernel.failures.put(call, errno);
    assertThatExceptionOfType(GaugeFailed.class)
        .isThrownBy(new PiSugar3(() -> kernel)::read)
        .withMessageContaining(words);
  }
}
