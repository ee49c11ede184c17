package io.baedge.badge;

import io.baedge.badge.desired.DesiredKeeper;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalDesk;
import io.baedge.badge.local.LocalView;
import io.baedge.badge.outbox.Outbox;
import io.baedge.badge.outbox.OutboxFaults;
import io.baedge.badge.power.Power;
import io.baedge.badge.relay.Relay;
import io.baedge.badge.relay.RelayView;
import io.baedge.badge.screen.Asked;
import io.baedge.badge.screen.PictureSource;
import io.baedge.badge.screen.Scene;
import io.baedge.badge.screen.Screen;
import io.baedge.badge.screen.ScreenSettings;
import io.baedge.badge.sense.Sense;
import io.baedge.badge.tier.Tiers;
import io.baedge.badge.uplink.LogLines;
import io.baedge.badge.uplink.Uplink;
import io.baedge.badge.value.ValueLimits;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSources;
import io.baedge.badge.work.Work;
import io.baedge.model.Now;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.WorkloadUse;
import io.baedge.screen.library.Screens;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The decisions of a badge: it senses, minds its power, shows a picture, keeps what it took in its
 * outbox, and speaks with a hub when there is one. One owner calls it, one event at a time; it
 * never blocks, waits or throws for what comes from outside.
 */
public final class Badge {
  private static final long IDENTIFY_MS = 30_000;

  private final BadgeMemory memory;
  private final Effects effects;
  private final Sense sense;
  private final Power power;
  private final Screen screen;
  private final Outbox outbox;
  private final Uplink uplink;
  private final Talk talk;
  private final DesiredKeeper desired;
  private final LocalDesk local;
  private final ValueSources values;
  private final Saving saving;
  private final String version;
  private final Work work;
  private final BadgeClock clock;
  private final EpochWatch epochs;
  private final Relay relay;
  private long nextDeadlineMonoMs;
  private List<String> screens;
  private boolean linkUp = true;
  private boolean stopped;

  /** A badge as it was when it was last switched off. */
  public Badge(BadgeSettings settings, BadgeMemory memory, RandomGenerator random) {
    this.memory = memory;
    this.version = settings.facts().version();
    var logLines = new LogLines(memory.epoch());
    this.effects = new Effects(logLines);
    ScreenSettings glass = settings.bounds().screen();
    this.screens = glass.known();
    this.sense = new Sense(random);
    this.power = new Power(settings.bounds().guardPercent());
    this.outbox =
        new Outbox(
            settings.bounds().outbox(),
            effects,
            memory.epoch(),
            memory.onCard(),
            outboxFaults(settings.faults()));
    this.desired =
        new DesiredKeeper(
            effects, glass.known(), settings.faults().contains(BadgeFault.NO_FENCING));
    BadgeSettings.Own own = settings.bounds().own();
    this.local = new LocalDesk(effects, glass.known(), own.buttons(), glass.holdMs());
    local.reserve(own.values().stream().map(ValueSource::name).toList());
    this.values = new ValueSources(effects, own.values(), random);
    var tiers = new Tiers(settings.bounds().tiers(), !settings.hubs().isEmpty());
    boolean lastPicture = !settings.faults().contains(BadgeFault.NO_LAST_PICTURE);
    this.saving = new Saving(effects, tiers, sense, outbox, local, lastPicture);
    this.screen =
        new Screen(
            glass,
            effects,
            settings.panel(),
            new PictureSource(settings.device(), settings.facts(), settings.texts()),
            settings.ways().isEmpty(),
            scene());
    var hello = new Status.Hello(MessageCodec.PROTOCOL, List.of("screen"), settings.facts());
    boolean jitter = !settings.faults().contains(BadgeFault.NO_JITTER);
    this.uplink = new Uplink(effects, settings.ways(), memory.epoch(), hello, random, jitter);
    this.talk = new Talk(uplink, outbox, logLines, memory.epoch());
    saving.with(talk, screen);
    this.work =
        new Work(settings.bounds().workloads(), !settings.hubs().isEmpty(), effects, random);
    this.clock = new BadgeClock(effects, memory);
    this.epochs = new EpochWatch(effects, memory.epoch());
    this.relay =
        new Relay(
            settings.bounds().relay(),
            effects,
            !settings.faults().contains(BadgeFault.RELAY_WITHOUT_LIMITS));
  }

  private static OutboxFaults outboxFaults(Collection<BadgeFault> faults) {
    return new OutboxFaults(
        faults.contains(BadgeFault.TRIM_ON_PUBACK),
        faults.contains(BadgeFault.UNBOUNDED_BACKLOG),
        faults.contains(BadgeFault.GENERATION_IGNORED));
  }

  /** Takes in what happened and tells what to do about it. */
  public List<BadgeEffect> on(BadgeEvent event, Now told) {
    long monoMs = told.monoMs();
    if (stopped || (event instanceof BadgeEvent.Tick && monoMs < nextDeadlineMonoMs)) {
      return List.of();
    }
    Now now = clock.now(told);
    effects.begin(monoMs);
    take(event, now);
    if (!stopped) {
      senseWhenDue(monoMs);
      if (saving.power() == PowerTier.NAP) {
        values.saveNow(monoMs);
      }
      if (saving.tick(now)) {
        screen.scene(scene(), Asked.NOBODY);
      }
      if (values.any()) {
        values.tick(valueLimits(), now);
      }
      showWhatIsWanted(now);
      talk.tick(now);
      relay.look(talk.inSession(), uplink.asGuest(), saving.power() == PowerTier.FULL);
      outbox.tick(monoMs);
      workAsAllowed(monoMs);
      talk.say(desired, () -> decidedHere(monoMs), screen, now);
      nextDeadlineMonoMs = earliestDeadline(monoMs);
    }
    return effects.drain();
  }

  private void take(BadgeEvent event, Now now) {
    long monoMs = now.monoMs();
    switch (event) {
      case BadgeEvent.Started(String boot) -> start(boot, now);
      case BadgeEvent.Tick _ -> {}
      case BadgeEvent.Sensed(List<Reading> readings) -> sensed(readings, monoMs);
      case BadgeEvent.LinkChanged(boolean up, String _) -> {
        linkUp = up;
        talk.linkChanged(up, now);
      }
      case BadgeEvent.NetworksChanged(var networks) -> talk.networksChanged(networks, now);
      case BadgeEvent.Connected(long _, int receiveMaximum) -> talk.connected(receiveMaximum, now);
      case BadgeEvent.Refused(String reason, long retryAfterMs) ->
          uplink.refused(reason, retryAfterMs, now);
      case BadgeEvent.ConnectFailed(String reason) -> uplink.attemptFailed(reason, now);
      case BadgeEvent.Closed(String reason) -> talk.closed(reason, now);
      case BadgeEvent.Heard(DownMessage message) -> heard(message, now);
      case BadgeEvent.Published(long ticket) -> talk.received(ticket, monoMs);
      case BadgeEvent.PublishFailed(long ticket, String reason) ->
          talk.notTaken(ticket, reason, monoMs);
      case BadgeEvent.Composed(long request, var frame, var report) ->
          screen.composed(request, frame, report, now);
      case BadgeEvent.ComposeFailed(long request, String reason) ->
          screen.composeFailed(request, reason, now);
      case BadgeEvent.Refreshed(long request, String hash) -> screen.refreshed(request, hash, now);
      case BadgeEvent.RefreshFailed(long request, String reason) ->
          screen.refreshFailed(request, reason, now);
      case BadgeEvent.Kept(long throughSequence) -> outbox.kept(throughSequence);
      case BadgeEvent.KeepFailed(String reason) -> outbox.keepFailed(reason, monoMs);
      case BadgeEvent.Evicted(var losses) -> outbox.evicted(losses, monoMs);
      case BadgeEvent.Fetched(long epoch, long from, var samples) ->
          outbox.fetched(epoch, from, samples);
      case BadgeEvent.FetchFailed(String reason) -> outbox.fetchFailed(reason, monoMs);
      case BadgeEvent.LocalRequest(long request, var command) ->
          local.ask(request, command, monoMs);
      case BadgeEvent.ValueAnswered(String name, long ask, var answer) ->
          values.answered(name, ask, answer, now);
      case BadgeEvent.WorkStarted(String name, long run) -> work.started(name, run, monoMs);
      case BadgeEvent.WorkEnded(String name, long run, boolean failed, String how) ->
          work.ended(name, run, failed, how, monoMs);
      case BadgeEvent.Neighbour(var does) -> relay.on(does, monoMs);
      case BadgeEvent.ScreensChanged(var known, var problems) -> {
        screens = known;
        desired.screens(known);
        local.screens(known);
        screen.redrawn(known, problems);
        talk.reports().changed();
      }
      case BadgeEvent.PowerDownFailed(String reason) -> saving.cannotNap(reason, now);
      case BadgeEvent.Stopping _ -> stop(now);
    }
  }

  private void start(String boot, Now now) {
    long monoMs = now.monoMs();
    outbox.clockSince(clock.start(boot));
    epochs.start(monoMs);
    effects.warn(
        desired.restore(memory.file(BadgeMemory.DESIRED), memory.file(BadgeMemory.COMMANDS)));
    effects.warn(local.restore(memory.file(BadgeMemory.LOCAL), monoMs));
    effects.warn(screen.restore(memory.file(BadgeMemory.GLASS), now));
    effects.warn(values.start(memory.file(BadgeMemory.VALUES), now));
    outbox.start(monoMs);
    outbox.take(new Reading.Event("boot", version), monoMs);
    talk.reports().glass(screen.glass(false).hash());
    saving.start(monoMs);
    work.power(saving.power(), saving.workloads(), monoMs);
    effects.warn(work.start(memory.file(BadgeMemory.WORK), boot, monoMs));
    adopt(desired.applied(), Asked.PERSON, monoMs);
    sense.start(monoMs);
    uplink.start(now);
  }

  private void sensed(List<Reading> readings, long monoMs) {
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Power measured -> {
          if (power.read(measured, monoMs)) {
            screen.scene(scene(), Asked.NOBODY);
          }
          outbox.careful(power.low());
          saving.read(measured, monoMs);
        }
        case Reading.Radio heard -> uplink.radio(heard);
        case Reading.Board board -> screen.board(board.temperatureDeciC());
        case Reading.Event _ -> {}
      }
      outbox.take(reading, monoMs);
    }
  }

  private void senseWhenDue(long monoMs) {
    if (sense.due(monoMs)) {
      effects.add(new BadgeEffect.Sense());
    }
  }

  private void workAsAllowed(long monoMs) {
    work.power(saving.power(), saving.workloads(), monoMs);
    work.tick(talk.inSession(), monoMs);
    if (work.takeChanged()) {
      talk.reports().changed();
    }
  }

  private void showWhatIsWanted(Now now) {
    local.tick(now.monoMs());
    if (local.takeChoiceChanged()) {
      screen.scene(scene(), Asked.PERSON);
      talk.reports().changed();
    }
    switch (local.takeWish()) {
      case NONE -> {}
      case IDENTIFY -> screen.identify(now.monoMs() + IDENTIFY_MS);
      case REDRAW -> screen.redraw(now.monoMs() + IDENTIFY_MS);
    }
    if (local.takeValuesChanged() | values.takeChanged()) {
      screen.scene(scene(), Asked.NOBODY);
    }
    screen.tick(now);
    if (effects.takeGlassChanged()) {
      talk.reports().glass(screen.glass(false).hash());
    }
    if (local.waits() && !screen.composing()) {
      String problem = screen.problem();
      local.answerWaiting(
          problem.isEmpty() ? new LocalAnswer.Done() : new LocalAnswer.PanelBroken(problem));
    }
    effects.recordInto(outbox);
  }

  private ValueLimits valueLimits() {
    TierRules rules = saving.rules();
    String forbidden =
        rules.workloads() == WorkloadUse.RUN
            ? ""
            : "not in power tier " + saving.power().word() + ", which stops what is not needed";
    String unreachable =
        linkUp && saving.radioOn() ? "" : linkUp ? "the radio rests" : "there is no network";
    return new ValueLimits(rules.sampleFactor(), forbidden, unreachable);
  }

  private Scene scene() {
    Map<String, String> put = local.plainValues();
    put.keySet().removeIf(local::reserved); // put before there was a source of that name
    put.putAll(values.texts());
    return new Scene(
        desired.applied(),
        local.choice().map(LocalView.Choice::screen),
        local.choice().map(LocalView.Choice::untilMonoMs).orElse(0L),
        0,
        put,
        power.level(),
        saving.ofGlass());
  }

  private void heard(DownMessage message, Now now) {
    switch (message) {
      case Desired wanted -> wanted(wanted, now.monoMs());
      case Command command -> {
        if (desired.hear(command)) {
          carryOut(command, now.monoMs());
        }
      }
      case Ack ack -> {
        outbox.acknowledged(ack, now.monoMs());
        clock.heard(ack.hubTime(), now.monoMs());
        if (ack.pacePerS() > 0) {
          outbox.pace(ack.pacePerS());
        }
        talk.reports().hubHolds(ack.frameHash());
        epochs.heard(ack, now.monoMs());
      }
    }
  }

  private void wanted(Desired wanted, long monoMs) {
    var change = new Change(desired.applied(), wanted);
    switch (desired.hear(wanted)) {
      case APPLIED -> {
        if (change.anotherPerson()) {
          local.forgetAll(monoMs);
        }
        adopt(wanted, change.asked(), monoMs);
        talk.reports().changed();
      }
      case REFUSED -> {
        talk.reports().changed();
        effects.warn(
            "desired revision "
                + wanted.revision()
                + " is refused: "
                + desired.refusal().map(Reported.Refusal::reason).orElse(""));
      }
      case STALE -> {}
    }
  }

  private void adopt(Desired inForce, Asked asked, long monoMs) {
    DesiredState state = inForce.state();
    outbox.generation(inForce.revision().generation());
    saving.cadence(state.cadence(), monoMs);
    screen.scene(scene(), asked);
  }

  private ReportWriter.Beside decidedHere(long monoMs) {
    List<String> own = screens.stream().filter(name -> !Screens.NAMES.contains(name)).toList();
    return new ReportWriter.Beside(local.choice(), saving.view(), work.view(monoMs), own);
  }

  private void carryOut(Command command, long monoMs) {
    switch (command.kind()) {
      case IDENTIFY -> screen.identify(monoMs + IDENTIFY_MS);
      case REDRAW -> screen.redraw(monoMs + command.expiresInMs());
      case REPORT -> talk.reports().everything();
    }
  }

  private void stop(Now now) {
    stopped = true;
    local.saveNow(now.monoMs());
    values.saveNow(now.monoMs());
    local.answerWaiting(new LocalAnswer.Rejected("the badge is shutting down"));
    outbox.keepAll(now.monoMs());
    uplink.stop(outbox.lastSequence(), now);
    nextDeadlineMonoMs = Long.MAX_VALUE;
  }

  private long earliestDeadline(long monoMs) {
    long due = Math.min(sense.deadlineMonoMs(), screen.deadlineMonoMs(monoMs));
    due = Math.min(due, Math.min(local.deadlineMonoMs(), outbox.deadlineMonoMs()));
    due = Math.min(due, Math.min(talk.deadlineMonoMs(), saving.deadlineMonoMs(monoMs)));
    return Math.min(due, Math.min(values.deadlineMonoMs(), work.deadlineMonoMs()));
  }

  /** When the badge wants a {@link BadgeEvent.Tick}, on the monotonic clock. */
  public long nextDeadlineMonoMs() {
    return nextDeadlineMonoMs;
  }

  /** Records in memory, the acknowledged ones included; a cheap look for those who look often. */
  public int heldRecords() {
    return outbox.held();
  }

  /** Records of this epoch that the hub has acknowledged; as cheap. */
  public long acknowledgedRecords() {
    return outbox.view().acknowledged();
  }

  /** Records that the hub has not acknowledged; as cheap. */
  public int openRecords() {
    return outbox.open();
  }

  /** The badge at this moment. */
  public BadgeView view(Now now) {
    long monoMs = now.monoMs();
    return new BadgeView(
        memory.epoch(),
        power.view(monoMs),
        screen.view(),
        outbox.view(),
        uplink.view(monoMs),
        desired.view(),
        local.view(monoMs),
        clock.view(now),
        saving.view(),
        work.view(monoMs),
        values.view(now));
  }

  /** What the badge does for neighbours. */
  public RelayView relay() {
    return relay.view();
  }

  /** Neighbours that it carries for; a cheap look. */
  public int guests() {
    return relay.guests();
  }

  /** The power tier, for an owner that shares out what its board may use. */
  public PowerTier powerTier() {
    return saving.power();
  }

  /** Whether the badge uses its radio. */
  public boolean radioOn() {
    return saving.radioOn();
  }
}
