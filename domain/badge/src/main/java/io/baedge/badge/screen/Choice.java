package io.baedge.badge.screen;

import io.baedge.model.Now;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.Push;
import io.baedge.model.message.Decider;
import io.baedge.model.tier.TierRules;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who decided what to show, and until when.
 *
 * @param screen name of the screen; empty for a cleared glass
 * @param untilMonoMs 0 = open
 */
record Choice(Decider decider, String screen, long untilMonoMs) {
  static final String CLEAR = "";

  private static final String ANNOUNCEMENT = "announcement";
  private static final String IDENTIFY = "identify";
  private static final String CLAIM = "claim";
  private static final String REPLACED = "replaced";
  private static final String WEARER = "wearer";
  private static final String LAST_GASP = "last-gasp";

  /**
   * The highest one with a say.
   *
   * @param alone whether no hub is configured
   * @param firstScreen of a badge that lives alone and does not know its wearer
   * @param known whether a screen can be drawn; another one is passed over
   */
  static Choice of(
      Scene scene, boolean alone, String firstScreen, Predicate<String> known, Now now) {
    DesiredState state = scene.desired().state();
    boolean named = named(state, alone, firstScreen);
    if (scene.saving().lastGasp() && named) {
      return new Choice(Decider.LAST_GASP, LAST_GASP, 0);
    }
    TierRules rules = scene.saving().rules();
    Predicate<String> may = known.and(rules::allows);
    if (scene.identifyUntilMonoMs() > now.monoMs() && state.ownership() != Ownership.OWNED) {
      return new Choice(Decider.IDENTIFY, IDENTIFY, scene.identifyUntilMonoMs());
    }
    if (state.ownership() == Ownership.REPLACED) {
      return new Choice(Decider.DEFAULT, REPLACED, 0);
    }
    Optional<Announcement> announcement = state.shown().announcement();
    if (announcement.isPresent() && lasts(announcement.get().untilMs(), now)) {
      return new Choice(
          Decider.ANNOUNCEMENT, ANNOUNCEMENT, monoMs(announcement.get().untilMs(), now));
    }
    if (scene.identifyUntilMonoMs() > now.monoMs()) {
      return new Choice(Decider.IDENTIFY, IDENTIFY, scene.identifyUntilMonoMs());
    }
    if (scene
            .localScreen()
            .filter(s -> rules.allows(s) && (s.equals(CLEAR) || known.test(s)))
            .isPresent()
        && scene.localUntilMonoMs() > now.monoMs()) {
      return new Choice(Decider.LOCAL, scene.localScreen().get(), scene.localUntilMonoMs());
    }
    Optional<Push> push = state.shown().push().filter(p -> may.test(p.screen()));
    if (push.isPresent() && (push.get().untilMs() == 0 || lasts(push.get().untilMs(), now))) {
      return new Choice(Decider.PUSH, push.get().screen(), monoMs(push.get().untilMs(), now));
    }
    Optional<String> playing =
        state.ownership() == Ownership.OWNED ? Playlist.screen(state, may, now) : Optional.empty();
    if (playing.isPresent()) {
      return new Choice(Decider.PLAYLIST, playing.get(), 0);
    }
    String standing = standing(state, alone, firstScreen);
    return new Choice(
        Decider.DEFAULT,
        (named && !rules.allows(standing)) || !known.test(standing) ? WEARER : standing,
        0);
  }

  /** Whether there is a name to show. */
  private static boolean named(DesiredState state, boolean alone, String firstScreen) {
    return switch (state.ownership()) {
      case OWNED -> state.wearer().isPresent();
      case UNCLAIMED -> alone && firstScreen.equals(WEARER);
      case REPLACED -> false;
    };
  }

  private static String standing(DesiredState state, boolean alone, String firstScreen) {
    return switch (state.ownership()) {
      case OWNED -> state.shown().screen();
      case REPLACED -> REPLACED;
      case UNCLAIMED -> alone ? firstScreen : CLAIM;
    };
  }

  /** With a clock that may be wrong the hub's word stands until the hub takes it back. */
  private static boolean lasts(long untilMs, Now now) {
    return !now.wallSynced() || now.wallMs() < untilMs;
  }

  private static long monoMs(long untilMs, Now now) {
    return untilMs == 0 || !now.wallSynced() ? 0 : now.monoMs() + (untilMs - now.wallMs());
  }

  /** Whether its end should be seen at once, as its beginning was. */
  boolean brief() {
    return decider == Decider.IDENTIFY
        || decider == Decider.ANNOUNCEMENT
        || decider == Decider.LAST_GASP;
  }

  /** The screen of a badge that lives alone and knows its wearer. */
  static String first(boolean wearerKnown, String otherwise) {
    return wearerKnown ? WEARER : otherwise;
  }
}
