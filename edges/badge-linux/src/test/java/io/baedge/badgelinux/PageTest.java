package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.emulated.EmulatedBus.Fault;
import io.baedge.testing.EnabledIfProgram;
import io.baedge.testing.browser.Chromium;
import io.baedge.testing.browser.Page;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local page in a real browser. */
@EnabledIfProgram("chromium")
final class PageTest {
  @TempDir static Path directory;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  private static Page open(RunningBadge badge, int width) {
    URI address = URI.create("http://127.0.0.1:" + badge.process.httpPort() + "/");
    Page page = browser.open(address, width, 844);
    page.waitFor("document.querySelectorAll('#screens button').length > 0");
    return page;
  }

  @Test
  void a_button_changes_the_glass_and_the_page_shows_the_new_picture() throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("a"))) {
      badge.settledOn("baedge");
      Page page = open(badge, 390);
      page.waitFor("document.getElementById('glass').naturalWidth === 296");
      String before = String.valueOf(page.evaluate("document.getElementById('glass').src"));
      page.click("#screens button:nth-child(3)");
      page.waitFor("document.getElementById('screen').textContent.includes('shows hardware')");
      page.waitFor("document.querySelector('#screens button:nth-child(3)').ariaPressed === 'true'");
      page.waitFor("document.getElementById('glass').src !== '" + before + "'");
      assertThat(badge.process.view().screen().wanted()).isEqualTo("hardware");
      assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
          .isEqualTo(false);
      assertThat(page.problems()).isEmpty();
    }
  }

  @Test
  void a_broken_panel_is_told_in_words_without_markup() throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("b"))) {
      badge.settledOn("baedge");
      Page page = open(badge, 1200);
      badge.panel.bus().set(Fault.BUS_ERROR);
      page.click("#screens button:nth-child(4)");
      page.waitFor(
          "document.getElementById('screen').textContent"
              + " === \"Panel is broken: the panel's bus answers with an I/O error\"");
      page.waitFor("document.getElementById('glass').hidden");
    }
  }

  @Test
  void a_badge_with_a_token_asks_for_it() throws Exception {
    try (RunningBadge badge =
        RunningBadge.start(directory.resolve("c"), "http.token", "open-sesame")) {
      badge.settledOn("baedge");
      Page page = open(badge, 390);
      page.click("#screens button:nth-child(4)");
      page.waitFor("!document.getElementById('owner').hidden");
      page.click("#token");
      page.type("open-sesame");
      page.click("#owner button");
      page.waitFor("document.getElementById('owner').hidden");
      page.click("#screens button:nth-child(4)");
      page.waitFor("document.getElementById('screen').textContent.includes('shows nomad')");
    }
  }
}
