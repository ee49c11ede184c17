package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Pace;
import io.baedge.badge.value.ValueSource.Reach;
import io.baedge.badge.value.ValuesView;
import io.baedge.model.tier.PowerTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final long MINUTE_MS = 60_000;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  private final Bench bench = new Bench(77);
  private String menu = "Soup";
  private String problem = "";

  static ValueSource file(String name) {
    return new ValueSource(
        name, Reach.FILE, "menu.json", "/today", new Pace(30_000, 10_000, HOUR_MS));
  }

  private static ValueSource url(String name) {
    return new ValueSource(
        name,
        Reach.URL,
        "https://example.org/menu?key=secret",
        "",
        new Pace(5 * MINUTE_MS, 10_000, HOUR_MS));
  }

  private Bench with(ValueSource... sources) {
    bench.settings =
        bench.settings.withBounds(BadgeSettings.Bounds.DEFAULT.withValues(List.of(sources)));
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.sourceOfValues =
        asked ->
            !problem.isEmpty()
                ? new ValueAnswer.Failed(problem)
                : asked.mark().equals(menu)
                    ? new ValueAnswer.Unchanged()
                    : new ValueAnswer.Read(menu, menu);
    return bench.start();
  }

  private List<BadgeEffect.AskValue> asked() {
    return bench.effects(BadgeEffect.AskValue.class);
  }

  private int askedWithin(long ms) {
    int before = asked().size();
    bench.run(ms);
    return asked().size() - before;
  }

  private String shown(String key) {
    return bench
        .effects(BadgeEffect.Compose.class)
        .getLast()
        .picture()
        .values()
        .get("value." + key)
        .orElse("");
  }

  private ValuesView.Item item() {
    return bench.view().values().items().getFirst();
  }

  @Test
  void a_value_is_asked_for_soon_after_the_start_and_then_in_its_pace() {
    with(file("lunch")).run(5_100);
    assertThat(shown("lunch")).isEqualTo("Soup");
    assertThat(shown("lunch.age")).isEqualTo("0 min");
    assertThat(askedWithin(HOUR_MS)).isBetween(3_600 / 33 - 2, 3_600 / 30);
    assertThat(item().counters().unchanged()).isEqualTo(item().counters().asked() - 1);
  }

  @Test
  void another_value_is_drawn_as_a_change_that_no_person_asked_for() {
    with(file("lunch")).run(20 * MINUTE_MS);
    int before = bench.refreshedAtMs.size();
    for (int n = 0; n < 20; n++) {
      menu = "Dish " + n;
      bench.run(33_000);
    }
    assertThat(shown("lunch")).startsWith("Dish 1");
    assertThat(bench.refreshedAtMs.size() - before).as("refreshes in 11 min").isBetween(3, 4);
  }

  @Test
  void a_source_that_fails_keeps_its_last_good_value_is_told_once_and_asked_later_and_later() {
    with(file("lunch")).run(MINUTE_MS);
    problem = "menu.json is not there; make the file or name another";
    int logs = bench.effects(BadgeEffect.Log.class).size();
    bench.run(12 * HOUR_MS);
    assertThat(shown("lunch")).isEqualTo("Soup");
    assertThat(shown("lunch.stale")).isEqualTo("stale");
    assertThat(shown("lunch.age")).isEqualTo("12 h");
    assertThat(item().problem()).isEqualTo(problem);
    assertThat(item().counters().failed()).isBetween(24L, 120L);
    assertThat(
            bench.effects(BadgeEffect.Log.class).stream()
                .skip(logs)
                .filter(log -> log.text().equals("value lunch: " + problem)))
        .hasSize(1);
    problem = "";
    bench.run(35 * MINUTE_MS);
    assertThat(shown("lunch.stale")).isEmpty();
    assertThat(item().problem()).isEmpty();
  }

  @Test
  void an_age_goes_in_steps_that_grow_and_stale_comes_at_its_time() {
    with(file("lunch")).run(5_100);
    problem = "gone";
    List<String> ages = new ArrayList<>(List.of(shown("lunch.age")));
    for (int i = 0; i < 59; i++) {
      bench.run(MINUTE_MS);
      ages.add(shown("lunch.age"));
      assertThat(shown("lunch.stale")).as("after %d min", i + 1).isEmpty();
    }
    assertThat(ages.get(12)).isEqualTo("12 min");
    assertThat(ages.get(58)).isEqualTo("55 min");
    assertThat(ages.stream().distinct()).hasSize(20 + 8);
    bench.run(MINUTE_MS);
    assertThat(shown("lunch.stale")).isEqualTo("stale");
    assertThat(shown("lunch.age")).isEqualTo("1 h");
  }

  @Test
  void a_saver_asks_less_often_and_below_it_nobody_is_asked() {
    bench.battery = 30;
    with(file("lunch")).run(15 * MINUTE_MS);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.SAVER);
    assertThat(askedWithin(HOUR_MS)).isBetween(3_600 / 123 - 1, 3_600 / 120);
    bench.battery = 15;
    bench.run(15 * MINUTE_MS);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.ESSENTIAL);
    assertThat(askedWithin(2 * HOUR_MS)).isZero();
    assertThat(item().waits())
        .isEqualTo("not in power tier essential, which stops what is not needed");
    assertThat(item().text()).contains("Soup");
  }

  @Test
  void without_a_network_only_what_is_on_the_board_is_asked() {
    with(url("queue"), file("lunch")).run(20 * MINUTE_MS);
    bench.link(false);
    int before = asked().size();
    bench.run(HOUR_MS);
    assertThat(asked().stream().skip(before).map(a -> a.source().name()).distinct())
        .containsExactly("lunch");
    assertThat(item().waits()).isEqualTo("there is no network");
    bench.link(true);
    int back = asked().size();
    bench.run(5_100);
    assertThat(asked().stream().skip(back).map(a -> a.source().name())).contains("queue");
    assertThat(item().waits()).isEmpty();
  }

  @Test
  void a_source_that_never_answers_is_overdue_and_its_late_answer_does_not_count() {
    with(file("lunch")).run(MINUTE_MS);
    bench.sourceOfValues = _ -> null;
    bench.run(2 * MINUTE_MS);
    assertThat(item().problem())
        .isEqualTo("menu.json gave no answer within its time; see whether it hangs");
    BadgeEffect.AskValue late = asked().getLast();
    bench.run(20_000);
    bench.sourceOfValues = _ -> new ValueAnswer.Read("Salad", "");
    bench.run(5 * MINUTE_MS);
    bench.tell(
        new BadgeEvent.ValueAnswered("lunch", late.ask(), new ValueAnswer.Read("Old soup", "")));
    assertThat(item().text()).contains("Salad");
  }

  @Test
  void a_restart_keeps_the_value_and_knows_its_age_by_the_wall_clock() {
    with(file("lunch")).run(10 * MINUTE_MS);
    bench.tell(new BadgeEvent.Stopping());
    bench.powerCut();
    bench.run(3 * HOUR_MS);
    problem = "gone";
    bench.start().run(10_000);
    assertThat(shown("lunch")).isEqualTo("Soup");
    assertThat(shown("lunch.age")).isEqualTo("3 h");
    assertThat(shown("lunch.stale")).isEqualTo("stale");
  }

  @Test
  void an_old_value_that_was_right_lately_is_young_after_a_restart() {
    with(file("lunch")).run(5 * HOUR_MS);
    bench.tell(new BadgeEvent.Stopping());
    bench.powerCut();
    bench.run(10 * MINUTE_MS);
    problem = "gone";
    bench.start().run(10_000);
    assertThat(shown("lunch.age")).isEqualTo("10 min");
    assertThat(shown("lunch.stale")).isEmpty();
  }

  @Test
  void a_value_that_was_put_before_it_had_a_source_does_not_stand_for_it() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(MINUTE_MS);
    bench.ask(new LocalCommand.PutValue("lunch.stale", "yes"));
    bench.run(20 * MINUTE_MS);
    assertThat(shown("lunch.stale")).isEqualTo("yes");
    bench.powerCut();
    with(file("lunch")).run(MINUTE_MS);
    assertThat(shown("lunch")).isEqualTo("Soup");
    assertThat(shown("lunch.stale")).isEmpty();
  }

  @Test
  void a_restart_without_a_right_clock_does_not_guess_the_age() {
    bench.wallSynced = false;
    with(file("lunch")).run(10 * MINUTE_MS);
    bench.powerCut();
    problem = "gone";
    bench.start().run(10_000);
    assertThat(shown("lunch")).isEqualTo("Soup");
    assertThat(shown("lunch.age")).isEmpty();
    assertThat(item().ageMs()).isEqualTo(-1);
    assertThat(shown("lunch.stale")).isEmpty();
    bench.run(HOUR_MS);
    assertThat(shown("lunch.stale")).isEqualTo("stale");
  }

  @Test
  void a_value_of_a_source_that_is_another_now_is_left_behind() {
    with(file("lunch")).run(10 * MINUTE_MS);
    bench.powerCut();
    problem = "gone";
    with(url("lunch")).run(10_000);
    assertThat(item().text()).isEmpty();
    assertThat(item().source().shownPlace()).isEqualTo("https://example.org/menu?…");
  }

  @Test
  void a_value_is_one_line_of_at_most_300_characters() {
    menu = "Soup\n" + "a".repeat(400);
    with(file("lunch")).run(MINUTE_MS);
    assertThat(shown("lunch")).hasSize(300).startsWith("Soup aaa").endsWith("a…");
  }

  @Test
  void what_is_refused_for_its_size_is_counted_apart() {
    with(file("lunch")).run(MINUTE_MS);
    bench.sourceOfValues = _ -> new ValueAnswer.TooLarge("menu.json has more than 64 KiB");
    bench.run(2 * MINUTE_MS);
    assertThat(item().counters().tooLarge()).isPositive();
    assertThat(item().counters().failed()).isZero();
    assertThat(shown("lunch")).isEqualTo("Soup");
  }

  @Test
  void a_value_that_has_a_source_cannot_be_put() {
    with(file("lunch")).run(MINUTE_MS);
    for (String key : List.of("lunch", "lunch.age")) {
      long request = bench.ask(new LocalCommand.PutValue(key, "Pizza"));
      bench.run(100);
      assertThat(bench.answers.get(request))
          .isEqualTo(
              new LocalAnswer.Rejected(
                  "the value lunch comes from a source in the settings; take it out of 'values'"
                      + " there or use another key"));
    }
    assertThat(shown("lunch")).isEqualTo("Soup");
  }
}
