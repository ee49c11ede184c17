package io.baedge.badge.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.Now;
import io.baedge.model.message.Decider;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Waveforms;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any sequence of pictures and people's actions, on every panel. */
class RefreshPropertyTest {
  private static final int SEEDS_PER_PANEL = 5;
  private static final int STEPS = 200;
  private static final long MINUTE_MS = 60_000;

  @Test
  void the_glass_ends_as_the_last_picture_and_no_budget_is_exceeded() {
    for (PanelModel panel : PanelModel.ALL) {
      for (long seed = 1; seed <= SEEDS_PER_PANEL; seed++) {
        try {
          new Run(panel, new SplittableRandom(seed)).play();
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("panel " + panel.name() + ", seed " + seed, e);
        }
      }
    }
  }

  /** One refresh as it began. */
  private record Begun(long atMs, RefreshKind kind, boolean byPerson) {}

  private static final class Run implements ScreenOrders {
    private final PanelModel panel;
    private final RandomGenerator random;
    private final ScreenSettings settings = ScreenSettings.DEFAULT;
    private final GlassKeeper keeper;
    private final List<Begun> begun = new ArrayList<>();
    private long nowMs = 1;
    private boolean asked;
    private Frame wanted;
    private @Nullable Frame onGlass;
    private @Nullable Frame onItsWay;
    private long request;
    private long readyMs = Long.MAX_VALUE;
    private int partialInARow;

    Run(PanelModel panel, RandomGenerator random) {
      this.panel = panel;
      this.random = random;
      this.keeper =
          new GlassKeeper(
              this,
              new RefreshBudget(settings, 0),
              new RefreshPlanner(Waveforms.of(panel)),
              settings.rotation());
      this.wanted = Frame.blank(panel.heightPx(), panel.widthPx(), Palette.of(panel));
    }

    private Now now() {
      return Now.synced(nowMs, nowMs);
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(20)) {
          case 0, 4, 5, 6, 7 -> pass(random.nextLong(20 * MINUTE_MS));
          case 1 -> pass(random.nextLong(MINUTE_MS));
          case 2 -> keeper.clean(nowMs + MINUTE_MS);
          case 3 -> keeper.board(random.nextInt(50, 500));
          default -> show(random.nextBoolean());
        }
      }
      pass(24 * 60 * MINUTE_MS);
      assertThat(onGlass).isNotNull();
      assertThat(onGlass.hash()).isEqualTo(wanted.hash());
      budgets();
    }

    private void show(boolean byPerson) {
      byte[] pixels = wanted.pixels();
      int share = random.nextInt(5) == 0 ? pixels.length : 1 + random.nextInt(pixels.length / 4);
      int from = random.nextInt(pixels.length - share + 1);
      int inks = random.nextInt(8) == 0 ? wanted.palette().inks() : 2;
      for (int i = from; i < from + share; i++) {
        pixels[i] = (byte) random.nextInt(inks);
      }
      wanted = new Frame(wanted.width(), wanted.height(), wanted.palette(), pixels);
      if (byPerson) {
        asked = true;
        keeper.asked(Asked.PERSON);
      }
      keeper.show(wanted, new Choice(Decider.DEFAULT, "wearer", 0), now());
    }

    /** Time goes on, with the ticks that the keeper wants. */
    private void pass(long ms) {
      long until = nowMs + ms;
      int ticks = 0;
      while (nowMs < until) {
        long due = Math.max(nowMs, keeper.deadlineMonoMs(nowMs));
        nowMs = Math.min(until, Math.min(due, readyMs));
        if (nowMs >= readyMs) {
          settle();
        } else {
          keeper.tick(now());
          assertThat(++ticks).as("ticks in %s ms", ms).isLessThan(20_000);
        }
      }
    }

    private void settle() {
      readyMs = Long.MAX_VALUE;
      Frame done = onItsWay;
      if (random.nextInt(30) == 0) {
        partialInARow = 0;
        keeper.failed(request, "the cable is loose", now());
      } else if (done != null) {
        onGlass = done;
        keeper.refreshed(request, done.hash(), now());
      }
    }

    @Override
    public void refresh(long number, Frame frame, RefreshKind kind) {
      assertThat(readyMs).as("one refresh at a time").isEqualTo(Long.MAX_VALUE);
      begun.add(new Begun(nowMs, kind, asked));
      asked = false;
      request = number;
      onItsWay = frame;
      readyMs = nowMs + 500 + random.nextInt(15_000);
      partialInARow = kind == RefreshKind.PARTIAL ? partialInARow + 1 : 0;
      assertThat(partialInARow).isLessThanOrEqualTo(RefreshPlanner.MOST_PARTIAL_IN_A_ROW);
      Waveforms has = Waveforms.of(panel);
      assertThat(kind != RefreshKind.PARTIAL || has.partial()).isTrue();
      assertThat(kind != RefreshKind.FAST || has.fast()).isTrue();
    }

    /**
     * In any hour: what the interval gives, what people may ask for, and attempts after failures.
     */
    private void budgets() {
      long hourMs = 60 * MINUTE_MS;
      for (Begun first : begun) {
        List<Begun> hour =
            begun.stream()
                .filter(b -> b.atMs() >= first.atMs() && b.atMs() < first.atMs() + hourMs)
                .toList();
        long interval = hourMs / settings.automaticEveryMs() + 1;
        long partial = hour.stream().filter(b -> b.kind() == RefreshKind.PARTIAL).count();
        long whole = hour.size() - partial;
        int failures = 20;
        // A bucket may be full at the begin of the hour and refills once during it.
        assertThat(whole).isLessThanOrEqualTo(interval + 2L * settings.actionsPerHour() + failures);
        assertThat(partial).isLessThanOrEqualTo(interval + 2L * settings.partialActionsPerHour());
      }
    }

    @Override
    public void compose(long number, PictureRequest picture) {}

    @Override
    public void saveGlass(byte[] bytes) {
      assertThat(GlassFile.read(bytes).glass()).isPresent();
    }

    @Override
    public void newPicture(String screen) {}

    @Override
    public void glassChanged() {}

    @Override
    public void trouble(String text) {}
  }
}
