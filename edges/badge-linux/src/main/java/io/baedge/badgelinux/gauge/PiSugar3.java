package io.baedge.badgelinux.gauge;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * PiSugar 3 at 0x57. Registers from PiSugar's power manager ({@code pisugar3.rs}) and from its data
 * sheet ("PiSugar3 I2C Datasheet"): 0x02 bit 7 power from outside, bit 5 output (cleared: cut after
 * 0x09 seconds); 0x0B 0x29 allows writing; 0x22 and 0x23 millivolts; 0x26 and 0x27 milliamperes;
 * 0x2A the chip's own percentage, which the maker's server does not use; 0x35 to 0x37 time of day
 * and 0x45 to 0x47 alarm, in BCD; 0x44 days of the alarm; 0x40 bit 7 alarm on.
 */
final class PiSugar3 implements Gauge, WakeClock {
  private static final int ADDRESS = 0x57;
  private static final int CONTROL = 0x02;
  private static final int OUTSIDE = 1 << 7;
  private static final int OUTPUT = 1 << 5;
  private static final int CUT_AFTER = 0x09;
  private static final int WRITING = 0x0B;
  private static final int WRITING_ON = 0x29;
  private static final int MILLIVOLTS = 0x22;
  private static final int MILLIAMPS = 0x26;
  private static final int PERCENT = 0x2A;
  private static final int MOST_MILLIAMPS = 5_000;
  private static final int HOUR = 0x35;
  private static final int ALARM = 0x40;
  private static final int ALARM_ON = 1 << 7;
  private static final int ALARM_DAYS = 0x44;
  private static final int ALARM_HOUR = 0x45;
  private static final int EVERY_DAY = 0x7F;

  /** The unit of the badge stops within 45 s; the alarm must come after the cut. */
  private static final int CUT_AFTER_S = 60;

  private static final int SOONEST_S = 180;
  private static final int DAY_S = 86_400;
  private static final int LATEST_S = DAY_S - SOONEST_S;
  private static final String NAME = "PiSugar 3 on I2C";

  private final Chip chip;

  PiSugar3(Supplier<Kernel> kernel) {
    this.chip = new Chip(kernel, ADDRESS);
  }

  /** Whether it is there; only reads. Memory chips of clocks have the same address. */
  boolean answers() throws DeviceFailed, GaugeFailed {
    return chip.visit(
        r -> Chip.plausible(pair(r, MILLIVOLTS)) && r.get(PERCENT) <= 100 && time(r) >= 0);
  }

  @Override
  public GaugeReading read() throws GaugeFailed {
    return chip.read(
        r -> {
          int millivolts = Chip.checked(NAME, Chip.median(() -> pair(r, MILLIVOLTS)));
          boolean outside = (r.get(CONTROL) & OUTSIDE) != 0;
          return new GaugeReading(
              Reading.UNKNOWN,
              millivolts,
              current(r),
              outside ? PowerSource.EXTERNAL : PowerSource.BATTERY);
        });
  }

  /** A board that runs draws something; a torn pair of transfers tells nonsense. */
  private static int current(Chip.Registers r) throws DeviceFailed {
    int milliamps = Chip.median(() -> pair(r, MILLIAMPS));
    return milliamps > 0 && milliamps <= MOST_MILLIAMPS ? milliamps : Reading.UNKNOWN;
  }

  private static int pair(Chip.Registers r, int register) throws DeviceFailed {
    return (r.get(register) << 8) | r.get(register + 1);
  }

  /** Seconds of the day; -1 when the clock tells no time. */
  private static int time(Chip.Registers r) throws DeviceFailed {
    int hour = Bcd.read(r.get(HOUR));
    int minute = Bcd.read(r.get(HOUR + 1));
    int second = Bcd.read(r.get(HOUR + 2));
    boolean real =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    return real ? (hour * 60 + minute) * 60 + second : -1;
  }

  @Override
  public void wake(long inMs) throws GaugeFailed {
    int inS = Math.clamp(inMs / 1_000, SOONEST_S, LATEST_S);
    chip.read(
        r -> {
          int now = time(r);
          if (now < 0) {
            throw new GaugeFailed(
                "the clock of the PiSugar 3 tells no time of day; set it once with pisugar-server");
          }
          int at = (now + inS) % DAY_S;
          writing(
              r,
              () -> {
                r.set(ALARM_HOUR, Bcd.write(at / 3_600));
                r.set(ALARM_HOUR + 1, Bcd.write(at / 60 % 60));
                r.set(ALARM_HOUR + 2, Bcd.write(at % 60));
                r.set(ALARM_DAYS, EVERY_DAY);
                r.set(ALARM, r.get(ALARM) | ALARM_ON);
              });
          check(r, at);
          writing(
              r,
              () -> {
                r.set(CUT_AFTER, CUT_AFTER_S);
                r.set(CONTROL, r.get(CONTROL) & ~OUTPUT);
              });
          return at;
        });
  }

  /** Power is cut only for an alarm that is certain to come. */
  private static void check(Chip.Registers r, int at) throws DeviceFailed, GaugeFailed {
    int hour = Bcd.read(r.get(ALARM_HOUR));
    int minute = Bcd.read(r.get(ALARM_HOUR + 1));
    boolean taken =
        hour == at / 3_600
            && minute == at / 60 % 60
            && (r.get(ALARM) & ALARM_ON) != 0
            && r.get(ALARM_DAYS) == EVERY_DAY;
    if (!taken) {
      throw new GaugeFailed(
          "the PiSugar 3 did not take the alarm; its firmware may be too old, update it");
    }
  }

  @Override
  public void stay() throws GaugeFailed {
    chip.read(
        r -> {
          writing(
              r,
              () -> {
                r.set(CONTROL, r.get(CONTROL) | OUTPUT);
                r.set(ALARM, r.get(ALARM) & ~ALARM_ON);
              });
          return 0;
        });
  }

  /** What is done while registers may be written. */
  private interface Writing {
    void with() throws DeviceFailed;
  }

  private static void writing(Chip.Registers r, Writing writing) throws DeviceFailed {
    r.set(WRITING, WRITING_ON);
    try {
      writing.with();
    } finally {
      r.set(WRITING, 0);
    }
  }

  @Override
  public boolean atOnce() {
    return false;
  }

  @Override
  public ChargeCurve curve() {
    return ChargeCurve.PISUGAR_3;
  }

  @Override
  public Optional<WakeClock> clock() {
    return Optional.of(this);
  }

  @Override
  public String describe() {
    return NAME;
  }
}
