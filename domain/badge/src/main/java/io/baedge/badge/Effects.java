package io.baedge.badge;

import io.baedge.badge.desired.DesiredOrders;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalOrders;
import io.baedge.badge.outbox.Outbox;
import io.baedge.badge.outbox.OutboxOrders;
import io.baedge.badge.relay.RelayOrder;
import io.baedge.badge.relay.RelayOrders;
import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.screen.RefreshKind;
import io.baedge.badge.screen.ScreenOrders;
import io.baedge.badge.uplink.LogLines;
import io.baedge.badge.uplink.UplinkOrders;
import io.baedge.badge.value.ValueOrders;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.work.WorkOrders;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the capabilities order while one event is handled. */
final class Effects
    implements DesiredOrders,
        LocalOrders,
        OutboxOrders,
        RelayOrders,
        ScreenOrders,
        UplinkOrders,
        ValueOrders,
        WorkOrders {
  private static final List<BadgeEffect> NONE = List.of();

  private final LogLines lines;
  private List<BadgeEffect> effects = NONE;
  private List<Reading.Event> happened = List.of();
  private boolean glassChanged;
  private long monoMs;

  Effects(LogLines lines) {
    this.lines = lines;
  }

  void begin(long nowMonoMs) {
    monoMs = nowMonoMs;
  }

  void add(BadgeEffect effect) {
    if (effects.isEmpty()) {
      effects = new ArrayList<>(4);
    }
    effects.add(effect);
  }

  /** Hands over what was collected. */
  List<BadgeEffect> drain() {
    List<BadgeEffect> collected = effects;
    effects = NONE;
    return collected;
  }

  void log(DeviceLog.Level level, String text) {
    lines.add(monoMs, level, text);
    add(new BadgeEffect.Log(level, text));
  }

  /** Logs a warning unless there is nothing to say. */
  void warn(String text) {
    if (!text.isEmpty()) {
      log(DeviceLog.Level.WARNING, text);
    }
  }

  /** Whether the glass has changed since the last call. */
  boolean takeGlassChanged() {
    boolean changed = glassChanged;
    glassChanged = false;
    return changed;
  }

  /** Makes records of what happened. */
  void recordInto(Outbox outbox) {
    if (happened.isEmpty()) {
      return;
    }
    List<Reading.Event> events = happened;
    happened = List.of();
    for (Reading.Event event : events) {
      outbox.take(event, monoMs);
    }
  }

  @Override
  public void happened(String kind, String detail) {
    if (happened.isEmpty()) {
      happened = new ArrayList<>(2);
    }
    happened.add(new Reading.Event(kind, detail));
  }

  @Override
  public void saveDesired(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.DESIRED, bytes));
  }

  @Override
  public void missingScreen(String name) {
    happened("screen-missing", name);
    warn(
        "the hub wants the screen '"
            + name
            + "', which this badge does not have; it is passed over until its file is in the folder");
  }

  @Override
  public void saveCommands(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.COMMANDS, bytes));
  }

  @Override
  public void saveLocal(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.LOCAL, bytes));
  }

  @Override
  public void saveGlass(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.GLASS, bytes));
  }

  @Override
  public void answer(long request, LocalAnswer answer) {
    add(new BadgeEffect.Answer(request, answer));
  }

  @Override
  public void keep(List<Sample> samples) {
    add(new BadgeEffect.Keep(samples, true));
  }

  @Override
  public void acknowledged(long generation, long epoch, long throughSequence) {
    add(new BadgeEffect.Acknowledged(generation, epoch, throughSequence));
  }

  @Override
  public void fetch(long epoch, long fromSequence, int most) {
    add(new BadgeEffect.Fetch(epoch, fromSequence, most));
  }

  @Override
  public void cardTrouble(String text) {
    log(DeviceLog.Level.WARNING, text);
  }

  @Override
  public void compose(long request, PictureRequest picture) {
    add(new BadgeEffect.Compose(request, picture));
  }

  @Override
  public void refresh(long request, Frame frame, RefreshKind kind) {
    add(new BadgeEffect.Refresh(request, frame, kind));
  }

  @Override
  public void newPicture(String screen) {
    glassChanged = true;
    happened("screen", screen);
  }

  @Override
  public void glassChanged() {
    glassChanged = true;
  }

  @Override
  public void trouble(String text) {
    log(DeviceLog.Level.ERROR, text);
  }

  @Override
  public void connect(int hub, Status will, long keepAliveMs, long timeoutMs) {
    add(new BadgeEffect.Connect(hub, will, keepAliveMs, timeoutMs));
  }

  @Override
  public void disconnect(String reason, Optional<Status> last) {
    add(new BadgeEffect.Disconnect(reason, last));
  }

  @Override
  public void publish(long ticket, UpMessage message) {
    add(new BadgeEffect.Publish(ticket, message));
  }

  @Override
  public void join(String network) {
    add(new BadgeEffect.Join(network));
  }

  @Override
  public void relay(RelayOrder order) {
    add(new BadgeEffect.Relay(order));
  }

  @Override
  public void askValue(ValueSource source, long ask, String mark) {
    add(new BadgeEffect.AskValue(source, ask, mark));
  }

  @Override
  public void saveValues(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.VALUES, bytes));
  }

  @Override
  public void valueTrouble(String text) {
    warn(text);
  }

  @Override
  public void startWork(String name, long run) {
    add(new BadgeEffect.StartWork(name, run));
  }

  @Override
  public void stopWork(String name, long run) {
    add(new BadgeEffect.StopWork(name, run));
  }

  @Override
  public void saveWork(byte[] bytes) {
    add(new BadgeEffect.Save(BadgeMemory.WORK, bytes));
  }

  @Override
  public void workNote(boolean trouble, String text) {
    log(trouble ? DeviceLog.Level.WARNING : DeviceLog.Level.INFO, text);
  }
}
