package io.baedge.badge;

import io.baedge.badge.local.LocalDesk;
import io.baedge.badge.outbox.Outbox;
import io.baedge.badge.screen.Scene;
import io.baedge.badge.screen.Screen;
import io.baedge.badge.sense.Sense;
import io.baedge.badge.tier.TierSigns;
import io.baedge.badge.tier.TierView;
import io.baedge.badge.tier.Tiers;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.UplinkTier;
import io.baedge.model.tier.WorkloadUse;
import org.jspecify.annotations.Nullable;

/** Lets the parts of the badge do what its tiers leave them. */
final class Saving implements TierSigns {
  /** However little is measured: a falling battery and a dock must be noticed. */
  private static final long SLOWEST_SAMPLE_MS = 60_000;

  private final Effects effects;
  private final Tiers tiers;
  private final Sense sense;
  private final Outbox outbox;
  private final LocalDesk local;
  private final boolean lastPicture;
  private @Nullable Talk talk;
  private @Nullable Screen screen;
  private Cadence wanted = Cadence.DEFAULT;
  private PowerTier toldPower = PowerTier.UNKNOWN;
  private boolean changed;

  /**
   * Before the parts that are made later.
   *
   * @param lastPicture false for the defect that the glass does not follow the last tiers
   */
  Saving(
      Effects effects,
      Tiers tiers,
      Sense sense,
      Outbox outbox,
      LocalDesk local,
      boolean lastPicture) {
    this.effects = effects;
    this.tiers = tiers;
    this.sense = sense;
    this.outbox = outbox;
    this.local = local;
    this.lastPicture = lastPicture;
  }

  /** The parts that are made later. */
  void with(Talk theTalk, Screen theScreen) {
    talk = theTalk;
    screen = theScreen;
  }

  void start(long monoMs) {
    tiers.start(monoMs);
  }

  /** How often the hub wants things done. */
  void cadence(Cadence cadence, long monoMs) {
    wanted = cadence;
    tiers.contactEvery(cadence.contactEveryMs(), monoMs);
    share(monoMs);
  }

  void read(Reading.Power reading, long monoMs) {
    changed |= tiers.read(reading, monoMs);
  }

  void cannotNap(String reason, Now now) {
    effects.log(DeviceLog.Level.WARNING, "the board cannot be powered down: " + reason);
    changed |= tiers.cannotNap(reason, now.monoMs());
  }

  /** Follows time and tiers; returns whether what the glass may show has changed. */
  boolean tick(Now now) {
    long monoMs = now.monoMs();
    changed |= tiers.tick(this, monoMs);
    boolean news = changed;
    if (changed) {
      changed = false;
      tell();
      share(monoMs);
    }
    known(talk).radio(tiers.radioOn(), tiers.restMs(monoMs), now);
    if (!news) {
      // Else the glass has not heard of the tier yet, and what it shows is not what it should.
      tiers
          .powerDown(this, monoMs)
          .ifPresent(
              wakeInMs -> {
                outbox.keepAll(monoMs);
                local.saveNow(monoMs);
                effects.add(new BadgeEffect.PowerDown(wakeInMs));
              });
    }
    return news;
  }

  private void tell() {
    TierView view = tiers.view();
    // The hub sees by itself who is away; a record of it would only wear out the card.
    if (tiers.power() != toldPower) {
      toldPower = tiers.power();
      effects.happened("tier", toldPower.word());
    }
    effects.log(
        DeviceLog.Level.INFO,
        "power tier "
            + tiers.power().word()
            + " ("
            + view.power().why()
            + "), uplink tier "
            + tiers.uplink().word()
            + " ("
            + view.uplink().why()
            + ")");
    known(talk).reports().changed();
  }

  private void share(long monoMs) {
    TierRules rules = tiers.rules();
    long sampleMs = wanted.sampleEveryMs();
    long slowerMs = Math.min(sampleMs * rules.sampleFactor(), SLOWEST_SAMPLE_MS);
    var cadence =
        new Cadence(
            Math.max(sampleMs, slowerMs),
            Math.max(wanted.contactEveryMs(), rules.contactAtLeastMs()),
            wanted.backoffCapMs(),
            wanted.reconnectWindowMs());
    sense.cadence(cadence.sampleEveryMs(), monoMs);
    known(talk).cadence(cadence, monoMs);
    local.limit(rules, tiers.power().word());
  }

  Scene.Saving ofGlass() {
    return new Scene.Saving(lastPicture && tiers.lastGasp(), tiers.rules(), tiers.power().word());
  }

  TierView view() {
    return tiers.view();
  }

  TierRules rules() {
    return tiers.rules();
  }

  PowerTier power() {
    return tiers.power();
  }

  WorkloadUse workloads() {
    return tiers.rules().workloads();
  }

  UplinkTier uplink() {
    return tiers.uplink();
  }

  boolean radioOn() {
    return tiers.radioOn();
  }

  long deadlineMonoMs(long monoMs) {
    return changed ? monoMs + 1 : tiers.deadlineMonoMs(monoMs);
  }

  @Override
  public boolean inSession() {
    return known(talk).inSession();
  }

  @Override
  public boolean asGuest() {
    return known(talk).asGuest();
  }

  @Override
  public boolean flapping(long monoMs) {
    return known(talk).flapping(monoMs);
  }

  @Override
  public int waiting() {
    return outbox.view().waiting();
  }

  @Override
  public boolean nothingToSay(long monoMs) {
    return known(talk).nothingToSay(monoMs);
  }

  @Override
  public boolean glassSettled() {
    return known(screen).settled();
  }

  private static <T> T known(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the badge is not put together yet");
    }
    return part;
  }
}
