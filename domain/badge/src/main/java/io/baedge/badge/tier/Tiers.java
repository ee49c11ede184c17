package io.baedge.badge.tier;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.RadioUse;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import java.util.OptionalLong;

/**
 * In which tiers the badge is and what follows: the rules in force, when the radio works, when the
 * board is powered down. At the start the battery is measured before the radio works; a battery
 * below the guard level keeps it off until it is charged or fed.
 */
public final class Tiers {
  /** Without a reading within this time nobody can tell, and the radio works. */
  static final long MEASURED_WITHIN_MS = 10_000;

  private static final long SHORTEST_NAP_MS = 60_000;

  private final TierTable table;
  private final PowerTiers power;
  private final UplinkTiers uplink;
  private final RadioSwitch radio = new RadioSwitch();
  private final Nap nap = new Nap();
  private TierRules rules;
  private boolean measured;
  private boolean guarded;
  private long startedMonoMs = Long.MAX_VALUE / 2;
  private long contactEveryMs;

  /**
   * Nothing is known yet.
   *
   * @param hub whether one is configured
   */
  public Tiers(TierSettings settings, boolean hub) {
    this.table = settings.table();
    this.power = new PowerTiers(table, settings.naps());
    this.uplink = new UplinkTiers(hub);
    this.rules = table.rules(power.tier(), uplink.tier());
  }

  /** The badge starts; the first reading is on its way. */
  public void start(long monoMs) {
    startedMonoMs = monoMs;
    power.start(monoMs);
    uplink.start(monoMs);
  }

  /** How often the hub wants to hear something. */
  public void contactEvery(long wantedMs, long monoMs) {
    contactEveryMs = wantedMs;
    radio.use(radioUse(), contactMs(), monoMs);
  }

  /** A reading came; returns whether the tiers have changed. */
  public boolean read(Reading.Power reading, long monoMs) {
    boolean fed = reading.source() == PowerSource.EXTERNAL;
    int percent = reading.batteryPercent();
    boolean changed = power.read(reading, monoMs);
    if (!measured) {
      measured = true;
      guarded = !fed && percent != Reading.UNKNOWN && percent <= table.guard().enterPercent();
    } else if (guarded) {
      guarded = !fed && !charged(monoMs);
    }
    apply(monoMs);
    return changed;
  }

  private boolean charged(long monoMs) {
    int percent = power.percent(monoMs);
    return percent != Reading.UNKNOWN && percent >= table.guard().leavePercent();
  }

  /** Lets time pass and looks around; returns whether the tiers have changed. */
  public boolean tick(TierSigns signs, long monoMs) {
    if (!measured && monoMs >= startedMonoMs + MEASURED_WITHIN_MS) {
      measured = true;
      apply(monoMs);
    }
    uplink.rest(!radio.on(), monoMs);
    boolean changed = uplink.look(signs, monoMs);
    if (changed) {
      apply(monoMs);
    }
    radio.tick(signs, monoMs);
    if (nap.failed(monoMs)) {
      changed |= cannotNap("the board did not power down", monoMs);
    }
    return changed;
  }

  private void apply(long monoMs) {
    rules = table.rules(power.tier(), uplink.tier());
    radio.use(radioUse(), contactMs(), monoMs);
    radio.hold(!measured || guarded, monoMs);
    nap.wanted(power.tier() == PowerTier.NAP, monoMs);
  }

  /** A board that is to be powered down has one contact before it. */
  private RadioUse radioUse() {
    return power.tier() == PowerTier.NAP ? RadioUse.OFF : rules.radio();
  }

  private long contactMs() {
    return Math.max(contactEveryMs, rules.contactAtLeastMs());
  }

  /** Something that the hub should hear soon; a resting radio works for it. */
  public void contactNow(long monoMs) {
    if (rules.radio() == RadioUse.DUTY) {
      radio.contactNow(monoMs);
    }
  }

  /**
   * When the board is to wake, from now, if it is to be powered down now: everything is said and
   * the name is on the glass, or neither will be. Told once.
   */
  public OptionalLong powerDown(TierSigns signs, long monoMs) {
    return nap.begin(signs.glassSettled(), radio.on(), monoMs)
        ? OptionalLong.of(napMs())
        : OptionalLong.empty();
  }

  private long napMs() {
    return Math.max(SHORTEST_NAP_MS, contactMs());
  }

  /** The board cannot be powered down; returns whether the tiers have changed. */
  public boolean cannotNap(String reason, long monoMs) {
    boolean changed = power.cannotNap(reason, monoMs);
    apply(monoMs);
    return changed;
  }

  /** What holds now. */
  public TierRules rules() {
    return rules;
  }

  /** The power tier. */
  public PowerTier power() {
    return power.tier();
  }

  /** The uplink tier. */
  public UplinkTier uplink() {
    return uplink.tier();
  }

  /** Whether the last picture is to be on the glass. */
  public boolean lastGasp() {
    return power.tier() == PowerTier.LAST_GASP || power.tier() == PowerTier.NAP;
  }

  /** Whether the radio may work now. */
  public boolean radioOn() {
    return radio.on();
  }

  /** How long the radio rests, from now; 0 when it works or nobody can tell. */
  public long restMs(long monoMs) {
    if (power.tier() == PowerTier.NAP) {
      return napMs();
    }
    long next = radio.nextMonoMs();
    return next == Long.MAX_VALUE ? 0 : Math.max(1, next - monoMs);
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs(long monoMs) {
    long due = Math.min(uplink.deadlineMonoMs(monoMs), radio.deadlineMonoMs());
    due = Math.min(due, nap.deadlineMonoMs(monoMs));
    return measured ? due : Math.min(due, startedMonoMs + MEASURED_WITHIN_MS);
  }

  /** The tiers now. */
  public TierView view() {
    return new TierView(
        power.view(),
        uplink.view(),
        rules,
        new TierView.Radio(radio.on(), radioWhy(), guarded, radio.nextMonoMs()));
  }

  private String radioWhy() {
    if (!measured) {
      return "the battery is measured first";
    }
    if (guarded) {
      return "the battery was at or below "
          + table.guard().enterPercent()
          + " % at the start; it works again from "
          + table.guard().leavePercent()
          + " % on or with power from outside";
    }
    return radio.on() ? "" : "it rests in tier " + power.tier().word();
  }
}
