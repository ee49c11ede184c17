package io.baedge.badge.screen;

import io.baedge.model.Now;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Glass;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Waveforms;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import io.baedge.screen.compose.FrameReport;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is to be shown, has the picture made when its inputs changed, and brings it to the
 * glass.
 */
public final class Screen {
  private static final long CLOCK_STEP_MS = 1_000;

  private final ScreenSettings settings;
  private final PanelModel panel;
  private final PictureValues values;
  private final boolean alone;
  private final PictureMaker maker;
  private final GlassKeeper keeper;

  private final ScreenOrders orders;
  private Scene scene;
  private List<String> known;
  private List<String> wrongFiles = List.of();
  private long edition;
  private boolean stale = true;
  private long recheckMonoMs;
  private long clockOffsetMs;
  private boolean clockSynced;
  private Choice wanted = new Choice(Decider.DEFAULT, Choice.CLEAR, 0);

  /**
   * Nothing is known of the glass yet.
   *
   * @param alone whether no hub is configured
   */
  public Screen(
      ScreenSettings settings,
      ScreenOrders orders,
      PanelModel panel,
      PictureSource source,
      boolean alone,
      Scene scene) {
    this.settings = settings;
    this.known = settings.known();
    this.orders = orders;
    this.panel = panel;
    this.values = new PictureValues(source.device(), source.facts(), source.own());
    this.alone = alone;
    this.scene = scene;
    this.maker = new PictureMaker(orders);
    this.keeper =
        new GlassKeeper(
            orders,
            new RefreshBudget(settings, 0),
            new RefreshPlanner(Waveforms.of(panel)),
            settings.rotation());
  }

  /** Takes up what the glass showed when the badge was switched off; returns what went wrong. */
  public String restore(byte[] saved, Now now) {
    GlassFile.Read read = GlassFile.read(saved);
    read.glass().ifPresent(file -> keeper.restore(file, now));
    return read.problem();
  }

  /** Something that has a say has changed. */
  public void scene(Scene changed, Asked asked) {
    scene =
        changed.withIdentifyUntil(
            Math.max(changed.identifyUntilMonoMs(), scene.identifyUntilMonoMs()));
    stale = true;
    keeper.asked(asked);
  }

  /** Show which badge this is. */
  public void identify(long untilMonoMs) {
    scene = scene.withIdentifyUntil(untilMonoMs);
    stale = true;
    keeper.asked(Asked.PERSON);
  }

  /** Draw the current picture again, unless it does not come to that before the time. */
  public void redraw(long untilMonoMs) {
    keeper.clean(untilMonoMs);
  }

  /**
   * Somebody at the badge changed own screens or their pictures. What is shown is drawn anew; the
   * glass is only refreshed if it looks otherwise.
   *
   * @param names of all screens that can be drawn now
   * @param problems what is wrong with files; each is told once
   */
  public void redrawn(List<String> names, List<String> problems) {
    known = names;
    problems.stream().filter(problem -> !wrongFiles.contains(problem)).forEach(orders::trouble);
    wrongFiles = problems;
    edition++;
    stale = true;
    keeper.asked(Asked.PERSON);
  }

  /** The board measured its temperature. */
  public void board(int temperatureDeciC) {
    keeper.board(temperatureDeciC);
  }

  /** Everything that follows from what changed and from the time. */
  public void tick(Now now) {
    watchClock(now);
    stale |= maker.tick(now.monoMs());
    if (stale || now.monoMs() >= recheckMonoMs) {
      decide(now);
    }
    keeper.tick(now);
  }

  private void watchClock(Now now) {
    long offsetMs = now.wallMs() - now.monoMs();
    boolean jumped = Math.abs(offsetMs - clockOffsetMs) > CLOCK_STEP_MS;
    if (jumped || now.wallSynced() != clockSynced) {
      clockOffsetMs = offsetMs;
      clockSynced = now.wallSynced();
      stale = true;
    }
  }

  private void decide(Now now) {
    stale = false;
    keeper.limit(scene.saving().rules().refreshes(), now.monoMs());
    Choice before = wanted;
    String first = Choice.first(values.ownWearer(), settings.firstScreen());
    wanted = Choice.of(scene, alone, first, known::contains, now);
    if (before.brief() && !wanted.equals(before)) {
      keeper.asked(Asked.PERSON);
    }
    DesiredState state = scene.desired().state();
    recheckMonoMs =
        Math.min(PictureValues.nextChangeMonoMs(state, now), Playlist.nextChangeMonoMs(state, now));
    if (wanted.untilMonoMs() > 0) {
      recheckMonoMs = Math.min(recheckMonoMs, wanted.untilMonoMs());
    }
    String tier = scene.saving().tier();
    var request = new PictureRequest(wanted.screen(), values.of(scene, now), tier, edition);
    if (maker.knows(request)) {
      if (!maker.busy()) {
        keeper.sameAgain(wanted, now);
      }
      return;
    }
    keeper.outdated();
    if (wanted.screen().equals(Choice.CLEAR)) {
      maker.skip(request);
      keeper.show(blank(), wanted, now);
    } else {
      maker.ask(request, now.monoMs());
    }
  }

  private Frame blank() {
    Frame like = keeper.frame();
    if (like != null) {
      return Frame.blank(like.width(), like.height(), like.palette());
    }
    return settings.rotation().portrait()
        ? Frame.blank(panel.widthPx(), panel.heightPx(), Palette.of(panel))
        : Frame.blank(panel.heightPx(), panel.widthPx(), Palette.of(panel));
  }

  /** A picture is ready. */
  public void composed(long request, Frame made, FrameReport about, Now now) {
    if (maker.ready(request, about)) {
      keeper.show(made, wanted, now);
    }
  }

  /** A picture cannot be made. */
  public void composeFailed(long request, String reason, Now now) {
    maker.failed(request, reason, now.monoMs());
  }

  /** The panel has settled. */
  public void refreshed(long request, String hash, Now now) {
    keeper.refreshed(request, hash, now);
  }

  /** The panel did not take the picture. */
  public void refreshFailed(long request, String reason, Now now) {
    keeper.failed(request, reason, now);
  }

  /** Whether the picture for the newest wish is still being made. */
  public boolean composing() {
    return stale || maker.busy();
  }

  /** Why the newest picture could not be made or brought to the glass; empty when all is well. */
  public String problem() {
    return keeper.problem().isEmpty() ? maker.problem() : keeper.problem();
  }

  /** Whether the glass shows what it should, or cannot for now. */
  public boolean settled() {
    return !composing() && keeper.idle();
  }

  /** What is on the glass, with the encoded picture if asked for. */
  public Glass glass(boolean withPicture) {
    return keeper.glass(withPicture);
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs(long monoMs) {
    long due = Math.min(recheckMonoMs, maker.deadlineMonoMs());
    return stale ? monoMs : Math.min(due, keeper.deadlineMonoMs(monoMs));
  }

  /** The screen now. */
  public ScreenView view() {
    Glass glass = keeper.glass(false);
    return new ScreenView(
        glass,
        Optional.ofNullable(glass.hash().isEmpty() ? null : keeper.frame()),
        Optional.ofNullable(maker.report()),
        wanted.screen(),
        composing() ? ScreenView.Work.COMPOSING : keeper.work(),
        problem(),
        keeper.counters(maker.pictures()));
  }
}
