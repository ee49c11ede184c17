package io.baedge.hubserver.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.testing.EnabledIfProgram;
import io.baedge.testing.browser.Chromium;
import io.baedge.testing.browser.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, in front of 600 badges. */
@EnabledIfProgram("chromium")
final class ConsoleBrowserTest {
  private static final int BADGES = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TestConference conference;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    conference = TestConference.start(folder, BADGES, 2);
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    conference.close();
  }

  private final List<Page> pages = new ArrayList<>();

  private Page open(String path) {
    return open(conference, path, 1440);
  }

  private Page open(TestConference at, String path, int width) {
    Page page = browser.open(at.at(path), width, 900);
    pages.add(page);
    return page;
  }

  /** Pages that nobody looks at any more must not cost the others their frames. */
  @AfterEach
  void leave() {
    pages.forEach(page -> page.go(conference.at("/health/live")));
  }

  private static void waitFor(Page page, String condition) {
    page.waitFor(condition, PATIENCE);
  }

  private Page wall(String query) {
    Page page = open("/" + query);
    waitFor(page, "document.querySelectorAll('.tile').length === 602");
    return page;
  }

  @Test
  void the_wall_shows_every_badge_with_its_glass_at_once() {
    Page page = wall("");
    waitFor(page, "document.querySelectorAll('.tile.lit').length >= 600");
    assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
        .isEqualTo(true);
    assertThat(page.text("#fleet")).matches("(?s)60[01] of 60[01] connected.*");
    assertThat(page.evaluate("document.querySelector('.tile').getAttribute('aria-label')"))
        .isEqualTo(TestConference.name(1) + ", badge b-0001, connected");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void a_changed_glass_changes_its_tile_and_no_other() {
    Page page = wall("?density=l&q=b-01");
    waitFor(page, "document.querySelector('[data-badge=\"b-0101\"].lit')");
    String picture = "document.querySelector('[data-badge=\"%s\"] img').src";
    Object before = page.evaluate(picture.formatted("b-0101"));
    Object other = page.evaluate(picture.formatted("b-0102"));
    conference.crowd.press(TestConference.device(101), "hardware");
    waitFor(page, picture.formatted("b-0101") + " !== '" + before + "'");
    assertThat(page.evaluate(picture.formatted("b-0102"))).isEqualTo(other);
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void search_and_filters_narrow_the_wall_and_stand_in_the_address() {
    Page page = wall("");
    page.press("/");
    page.type("zoe mul");
    waitFor(page, "location.search.includes('q=zoe')");
    String shown = "[...document.querySelectorAll('.tile')].filter(t => !t.hidden)";
    assertThat(page.evaluate(shown + ".every(t => t.textContent.includes('Zoë Müller'))"))
        .isEqualTo(true);
    assertThat(number(page, shown + ".length")).isBetween(1L, 100L);
    Page again = wall("?presence=lost");
    waitFor(again, "!document.getElementById('none').hidden");
    again.click("#none button");
    waitFor(again, shown + ".length === 602");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void keys_move_select_and_open() {
    Page page = wall("");
    page.press("j");
    page.press("j");
    page.press("x");
    waitFor(page, "!document.getElementById('actions').hidden");
    assertThat(page.text("#actions .summary")).contains("1 badge selected");
    page.press("Escape");
    waitFor(page, "document.getElementById('actions').hidden");
    page.press("Enter");
    waitFor(page, "location.pathname === '/badges/b-0002'");
  }

  @Test
  void a_selection_gets_a_screen_pushed() {
    Page page = wall("?q=b-0201");
    page.click("[data-badge='b-0201'] .glass");
    page.click("[data-act=push]");
    waitFor(page, "document.getElementById('push').open");
    page.evaluate("document.querySelector('#push select').value = 'hardware'");
    page.click("#push button[value=push]");
    waitFor(page, "document.querySelector('.summary').textContent.includes('Push hardware: sent')");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void the_page_says_that_the_hub_is_away_and_recovers_by_itself() throws Exception {
    try (var own = TestConference.start(folder.resolve("own"), 12, 0)) {
      Page page = open(own, "/", 1440);
      waitFor(page, "document.querySelectorAll('.tile.lit').length === 12");
      own.web.close();
      waitFor(
          page, "document.getElementById('calm').innerText.startsWith('hub unreachable since')");
      assertThat(page.evaluate("document.querySelectorAll('.tile.lit').length")).isEqualTo(12);
      own.crowd.press(TestConference.device(2), "hardware");
      own.restartWeb();
      waitFor(page, "document.getElementById('calm').innerText.startsWith('hub is back')");
      waitFor(page, "document.getElementById('calm').hidden");
      page.click("[data-density-choice=l]");
      String label = "document.querySelector('[data-badge=\"b-0003\"]').getAttribute('aria-label')";
      own.done(
          new io.baedge.hub.request.Request.AssignWearer(
              TestConference.badge(3), java.util.Optional.empty()));
      waitFor(page, label + ".startsWith('nobody')");
    }
  }

  @Test
  void a_badge_page_shows_glass_twin_and_history_and_follows_changes() {
    Page page = open("/badges/b-0301");
    waitFor(page, "document.getElementById('glass').width > 100");
    assertThat(page.text("h1")).isEqualTo(TestConference.name(301));
    assertThat(page.text(".twin")).contains("wearer.name").contains(TestConference.name(301));
    conference.crowd.press(TestConference.device(301), "baedge");
    waitFor(page, "document.getElementById('parts').innerText.includes('Shows baedge because')");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void people_are_imported_by_keyboard_and_get_their_badge_in_a_few_keystrokes() {
    Page page = open("/people/import");
    waitFor(page, "document.getElementById('csv') && document.body.dataset.module === 'import'");
    page.waitFor(
        "performance.getEntriesByName(new URL('import.js', "
            + "document.querySelector('script[type=module]').src).href).length > 0",
        PATIENCE);
    // A file dialog belongs to the system; everything after it is done by keys.
    page.evaluate(
        """
        (() => {
          const csv = 'code,name,role\\nK-77,Katherine Johnson,speaker\\n';
          const files = new DataTransfer();
          files.items.add(new File([csv], 'list.csv', {type: 'text/csv'}));
          const input = document.getElementById('csv');
          input.focus();
          input.files = files.files;
          input.dispatchEvent(new Event('change', {bubbles: true}));
        })()""");
    waitFor(page, "document.activeElement.id === 'apply'");
    assertThat(page.text("#preview .verdict")).contains("1 person is new");
    page.press("Enter");
    waitFor(page, "document.activeElement.getAttribute('href') === '/people'");
    page.press("Enter");
    waitFor(page, "location.pathname === '/people' && document.activeElement.type === 'search'");
    page.type("kather");
    waitFor(page, "document.querySelectorAll('tr[data-key]').length === 1");
    page.press("Enter");
    waitFor(page, "document.activeElement.name === 'badge'");
    String code = TestConference.device(BADGES + 1).claimCode();
    page.type(code);
    page.press("Enter");
    waitFor(page, "document.querySelector('.hand a')?.textContent === 'b-" + code + "'");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void a_phone_gets_the_wall_in_two_columns_without_scrolling_sideways() {
    Page page = open(conference, "/", 390);
    waitFor(page, "document.querySelectorAll('.tile.lit').length > 3");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(
            page.evaluate(
                "new Set([...document.querySelectorAll('.tile')].slice(0, 8)"
                    + ".map(t => t.getBoundingClientRect().left)).size"))
        .isEqualTo(2);
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void changes_are_combined_into_one_paint_per_animation_frame() throws Exception {
    Page page = wall("");
    waitFor(page, "document.querySelectorAll('.tile.lit').length >= 600");
    page.evaluate(
        """
        (() => {
          const start = performance.now();
          const flushes = globalThis.baedgeWall.flushes;
          let frames = 0;
          const count = () => {
            frames++;
            if (!globalThis.changesDone) requestAnimationFrame(count);
            else {
              globalThis.counted = {
                frames,
                flushes: globalThis.baedgeWall.flushes - flushes,
                seconds: (performance.now() - start) / 1000
              };
            }
          };
          requestAnimationFrame(count);
        })()""");
    long before = number(page, "globalThis.baedgeWall.paints");
    for (int i = 0; i < 80; i++) {
      conference.crowd.press(TestConference.device(401 + i), "hardware");
      TimeUnit.MILLISECONDS.sleep(50);
    }
    waitFor(page, "globalThis.baedgeWall.paints >= " + (before + 80));
    page.evaluate("globalThis.changesDone = true");
    waitFor(page, "globalThis.counted !== undefined");
    long frames = number(page, "globalThis.counted.frames");
    long seconds = number(page, "Math.ceil(globalThis.counted.seconds)");
    // How many frames a second depends on what else the machine does; this line is for people.
    System.out.println("wall: " + frames + " frames in " + seconds + " s at 20 changes a second");
    assertThat(number(page, "globalThis.counted.flushes")).isBetween(1L, frames + 1);
    assertThat(page.problems()).isEmpty();
  }

  private static long number(Page page, String expression) {
    return page.evaluate(expression) instanceof Number number ? number.longValue() : -1;
  }
}
