package io.baedge.badge.screen;

import io.baedge.model.Now;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Glass;
import io.baedge.model.panel.Rotation;
import io.baedge.model.tier.TierRules;
import io.baedge.screen.Frame;
import io.baedge.screen.FrameCodec;
import org.jspecify.annotations.Nullable;

/**
 * Brings pictures to the glass: one refresh at a time, the newest wins, within the panel's budget,
 * and never one that is there already.
 */
final class GlassKeeper {
  private static final long REFRESH_WITHIN_MS = 120_000;
  private static final byte[] NO_FRAME = new byte[0];

  private final ScreenOrders orders;
  private final RefreshBudget budget;
  private final RefreshPlanner planner;
  private final Rotation rotation;
  private final Wear wear = new Wear();

  /** The newest picture that is not on the glass and not on its way there. */
  private @Nullable Picture pending;

  private @Nullable Picture refreshing;
  private RefreshKind refreshingAs = RefreshKind.FULL;
  private boolean newerComes;
  private Asked asked = Asked.NOBODY;
  private boolean cleaning;
  private long cleaningUntilMonoMs;
  private long requests;
  private long lateMonoMs = Long.MAX_VALUE;

  private @Nullable Frame frame;
  private Glass glass = Glass.BLANK;
  private String problem = "";
  private long unchanged;
  private long refreshes;
  private long fast;
  private long partial;
  private long failures;

  /** A finished picture and why it is wanted. */
  private record Picture(Frame frame, Choice choice) {}

  GlassKeeper(
      ScreenOrders orders, RefreshBudget budget, RefreshPlanner planner, Rotation rotation) {
    this.orders = orders;
    this.budget = budget;
    this.planner = planner;
    this.rotation = rotation;
  }

  /**
   * The glass as the card remembers it. If the power went while the panel took the picture, nobody
   * knows what it shows, and whose picture that was is not certain either. A picture that was
   * turned another way is not the one that is wanted, even where its pixels are.
   */
  void restore(GlassFile file, Now now) {
    wear.restore(file.wear());
    if (file.settled() && file.rotation() == rotation) {
      settled(new Picture(file.frame(), new Choice(file.decider(), file.screen(), 0)), now);
    }
  }

  /** Somebody waits for the change that comes. */
  void asked(Asked by) {
    if (by.compareTo(asked) > 0) {
      asked = by;
    }
  }

  /** Draw what is there again, if it comes to that before the time. */
  void clean(long untilMonoMs) {
    cleaning = true;
    cleaningUntilMonoMs = untilMonoMs;
    asked(Asked.PERSON);
  }

  /** What waits was made of older inputs and must not reach the glass any more. */
  void outdated() {
    pending = null;
    newerComes = true;
  }

  /** A new picture. */
  void show(Frame picture, Choice choice, Now now) {
    pending = new Picture(picture, choice);
    newerComes = false;
    budget.newPicture();
    plan(now);
  }

  /** The picture stays, though perhaps somebody else wants it now. */
  void sameAgain(Choice choice, Now now) {
    Picture waiting = pending;
    Picture onItsWay = refreshing;
    if (waiting != null) {
      pending = new Picture(waiting.frame(), choice);
      budget.newPicture();
      plan(now);
    } else if (onItsWay != null) {
      refreshing = new Picture(onItsWay.frame(), choice);
    } else {
      asked = cleaning ? Asked.PERSON : Asked.NOBODY;
      relabel(choice);
    }
  }

  void tick(Now now) {
    if (now.monoMs() >= lateMonoMs) {
      failed(requests, "the panel did not answer", now);
    }
    if (cleaning && now.monoMs() >= cleaningUntilMonoMs) {
      cleaning = false;
    }
    plan(now);
  }

  private void plan(Now now) {
    Picture next = nextPicture();
    if (refreshing != null || next == null) {
      return;
    }
    if (!cleaning && next.frame().hash().equals(glass.hash())) {
      pending = null;
      asked = Asked.NOBODY;
      unchanged++;
      relabel(next.choice());
      return;
    }
    RefreshKind kind = kindOf(next, now.monoMs());
    if (last(next) ? budget.ready(now.monoMs()) : budget.take(kind, asked, now.monoMs())) {
      begin(next, kind, now);
    }
  }

  private RefreshKind kindOf(Picture next, long monoMs) {
    if (cleaning) {
      return RefreshKind.CLEANING;
    }
    // The last picture stays for days, so it gets the best waveform.
    return last(next)
        ? RefreshKind.FULL
        : planner.choose(
            glass.hash().isEmpty() ? null : frame, next.frame(), asked != Asked.NOBODY, monoMs);
  }

  /** How cold it is on the board. */
  void board(int temperatureDeciC) {
    planner.board(temperatureDeciC);
  }

  /** Whether it is the picture that stays when the battery is empty: no budget holds it back. */
  private boolean last(Picture picture) {
    return picture.choice().decider() == Decider.LAST_GASP && glass.decider() != Decider.LAST_GASP;
  }

  /** How often the glass may change. */
  void limit(TierRules.Refreshes refreshes, long monoMs) {
    budget.limit(refreshes, monoMs);
  }

  private @Nullable Picture nextPicture() {
    Frame shown = frame;
    if (pending != null || !cleaning || newerComes || shown == null) {
      return pending;
    }
    return new Picture(shown, new Choice(glass.decider(), glass.screen(), glass.untilMonoMs()));
  }

  private void begin(Picture picture, RefreshKind kind, Now now) {
    pending = null;
    refreshing = picture;
    refreshingAs = kind;
    asked = Asked.NOBODY;
    cleaning = false;
    lateMonoMs = now.monoMs() + REFRESH_WITHIN_MS;
    save(picture, false);
    requests++;
    orders.refresh(requests, picture.frame(), kind);
  }

  private void save(Picture picture, boolean settled) {
    Choice choice = picture.choice();
    orders.saveGlass(
        new GlassFile(
                choice.screen(),
                choice.decider(),
                settled,
                picture.frame(),
                wear.weighted(),
                rotation)
            .bytes());
  }

  void refreshed(long request, String hash, Now now) {
    Picture done = refreshing;
    if (done == null || request != requests) {
      return;
    }
    if (!done.frame().hash().equals(hash)) {
      failed(request, "the panel shows another picture than it was given", now);
      return;
    }
    refreshing = null;
    lateMonoMs = Long.MAX_VALUE;
    refreshes++;
    fast += refreshingAs == RefreshKind.FAST ? 1 : 0;
    partial += refreshingAs == RefreshKind.PARTIAL ? 1 : 0;
    problem = "";
    wear.refreshed(refreshingAs, now.monoMs());
    planner.done(refreshingAs, now.monoMs());
    budget.succeeded(now.monoMs());
    settled(done, now);
    save(done, true);
    orders.newPicture(done.choice().screen());
    plan(now);
  }

  private void settled(Picture picture, Now now) {
    Choice choice = picture.choice();
    frame = picture.frame();
    glass =
        new Glass(
            picture.frame().hash(),
            choice.screen(),
            choice.decider(),
            now.monoMs(),
            choice.untilMonoMs(),
            NO_FRAME);
  }

  /** The panel did not take the picture; it is tried again unless there is a newer one. */
  void failed(long request, String reason, Now now) {
    Picture failed = refreshing;
    if (failed == null || request != requests) {
      return;
    }
    refreshing = null;
    lateMonoMs = Long.MAX_VALUE;
    failures++;
    planner.failed();
    budget.failed(now.monoMs());
    problem = reason;
    orders.trouble("the panel did not take the picture: " + reason);
    // Nobody knows what is on the glass now.
    glass = new Glass("", "", Decider.DEFAULT, now.monoMs(), 0, NO_FRAME);
    orders.glassChanged();
    if (pending == null && !newerComes) {
      pending = failed;
    }
  }

  private void relabel(Choice choice) {
    boolean same =
        glass.decider() == choice.decider()
            && glass.screen().equals(choice.screen())
            && glass.untilMonoMs() == choice.untilMonoMs();
    if (!same && !glass.hash().isEmpty()) {
      glass =
          new Glass(
              glass.hash(),
              choice.screen(),
              choice.decider(),
              glass.sinceMonoMs(),
              choice.untilMonoMs(),
              NO_FRAME);
      orders.glassChanged();
    }
  }

  long deadlineMonoMs(long monoMs) {
    if (refreshing != null) {
      return lateMonoMs;
    }
    long due = cleaning ? cleaningUntilMonoMs : Long.MAX_VALUE;
    Picture next = nextPicture();
    return next == null
        ? due
        : Math.min(due, budget.nextMonoMs(kindOf(next, monoMs), asked, monoMs));
  }

  Glass glass(boolean withPicture) {
    Frame shown = frame;
    return withPicture && shown != null && !glass.hash().isEmpty()
        ? new Glass(
            glass.hash(),
            glass.screen(),
            glass.decider(),
            glass.sinceMonoMs(),
            glass.untilMonoMs(),
            FrameCodec.encode(shown))
        : glass;
  }

  /** The picture last known to be on the glass. */
  @Nullable Frame frame() {
    return frame;
  }

  String problem() {
    return problem;
  }

  /** Whether no refresh is under way and none is due that will go well. */
  boolean idle() {
    return refreshing == null && (pending == null || budget.failing());
  }

  ScreenView.Work work() {
    if (refreshing != null) {
      return ScreenView.Work.REFRESHING;
    }
    if (budget.failing()) {
      return budget.givenUp() ? ScreenView.Work.BROKEN : ScreenView.Work.RETRYING;
    }
    return pending == null ? ScreenView.Work.SETTLED : ScreenView.Work.WAITING;
  }

  ScreenView.Counters counters(long pictures) {
    return new ScreenView.Counters(
        pictures, unchanged, refreshes, fast, partial, failures, wear.weighted());
  }
}
