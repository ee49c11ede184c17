package io.baedge.sim.report;

import io.baedge.model.presence.Presence;
import io.baedge.sim.scenario.Durations;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Runs as one page that needs nothing else: charts of one of them, counts of all, and what broke.
 * Readable in light and dark.
 */
public final class ReportPage {
  private static final int ROW_PX = 16;
  private static final int MOST_SEEDS = 1_000;

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#5b6570;--grid:#e3e7eb;
      --s0:#1f8a5b;--s1:#d99a06;--s2:#8a94a0;--s3:#c8372d;--s4:#3d74c9;--s5:#8f5fc0}
      @media(prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e8ebee;--soft:#9aa5b1;
      --grid:#2a3139;--s0:#3fbf85;--s1:#e8b53a;--s2:#76818d;--s3:#ef6a5f;--s4:#6d9dea;--s5:#b48ae0}}
      body{background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif;
      max-width:1040px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
      p{margin:.3rem 0;color:var(--soft)}.bad{color:var(--s3);font-weight:600}
      .ok{color:var(--s0);font-weight:600}figure{margin:1.2rem 0}figcaption{font-size:.9rem}
      svg{width:100%;height:auto;display:block}.g{stroke:var(--grid)}.t{fill:var(--soft);font-size:11px}
      .l{fill:none;stroke-width:1.6}.k{display:inline-block;width:.8em;height:.8em;margin:0 .3em 0 .8em}
      .m{stroke-width:1.4;opacity:.8}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}
      td,th{padding:.15rem .8rem .15rem 0;text-align:left;border-bottom:1px solid var(--grid)}
      td.n{text-align:right}pre{overflow:auto;font-size:.8rem;border-left:3px solid var(--s3);
      padding-left:.8rem}.wide{overflow-x:auto}
      """;

  private ReportPage() {}

  /** The page. Its charts are those of the first run that failed, else of the first. */
  public static String of(List<SimulationReport> reports) {
    SimulationReport shown =
        reports.stream().filter(r -> !r.passed()).findFirst().orElse(reports.getFirst());
    long failed = reports.stream().filter(r -> !r.passed()).count();
    var page = new StringBuilder("<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>");
    page.append("<meta name='viewport' content='width=device-width'><title>");
    page.append(escaped(shown.scenario())).append("</title><style>").append(STYLE);
    for (int i = 0; i < Presence.values().length; i++) {
      page.append(".f.s").append(i).append(",.k.s").append(i);
      page.append("{fill:var(--s").append(i).append(");background:var(--s").append(i).append(")}");
      page.append(".l.s").append(i).append(",.m.s").append(i);
      page.append("{stroke:var(--s").append(i).append(")}");
    }
    page.append("</style></head><body><h1>").append(escaped(shown.scenario())).append("</h1>\n");
    head(page, reports, failed);
    if (!shown.passed()) {
      failure(page, shown);
    }
    charts(page, shown);
    counts(page, reports);
    seeds(page, reports);
    return page.append("</body></html>\n").toString();
  }

  private static void head(StringBuilder page, List<SimulationReport> reports, long failed) {
    SimulationReport first = reports.getFirst();
    page.append("<p>");
    page.append(first.extent().devices()).append(" devices for ");
    page.append(Durations.clock(first.extent().virtualMs())).append(" of virtual time; seed ");
    page.append(first.seed());
    if (reports.size() > 1) {
      page.append(" to ").append(reports.getLast().seed());
    }
    page.append(". ");
    page.append(
        failed == 0
            ? "<span class='ok'>Every invariant held.</span>"
            : "<span class='bad'>" + failed + " of " + reports.size() + " seeds broke.</span>");
    page.append("</p>\n");
  }

  private static void failure(StringBuilder page, SimulationReport shown) {
    SimulationReport.Failure broken = shown.failure().orElseThrow();
    page.append("<h2 class='bad'>").append(escaped(broken.invariant())).append("</h2><p>Seed ");
    page.append(shown.seed()).append(", step ").append(broken.step()).append(", ");
    page.append(Durations.clock(broken.virtualMs())).append("</p><pre>");
    page.append(escaped(broken.detail()));
    broken.trace().forEach(line -> page.append('\n').append(escaped(line)));
    page.append("</pre>\n");
  }

  private static void charts(StringBuilder page, SimulationReport shown) {
    List<Timeline.Minute> minutes = shown.course().timeline().minutes();
    if (minutes.isEmpty()) {
      return;
    }
    page.append("<h2>Seed ").append(shown.seed()).append("</h2>\n");
    var presence = new Chart("Badges by presence", "", 220);
    for (Presence state : Presence.values()) {
      presence.with(state.word(), state.ordinal(), m -> m.presence().get(state.ordinal()));
    }
    page.append(presence.bands(minutes));
    marks(page, shown.course().timeline().marks(), minutes.size());
    page.append(
        new Chart("Records", "", 180)
            .with("stored", 0, Timeline.Minute::stored)
            .with("held by badges", 1, Timeline.Minute::held)
            .with("gone", 3, Timeline.Minute::gone)
            .lines(minutes));
    page.append(
        new Chart("Records held by badges", "", 140)
            .with("held by badges", 1, Timeline.Minute::held)
            .lines(minutes));
    page.append(
        new Chart("Attempts to connect, worst second of each minute", "/s", 140)
            .with("attempts", 4, Timeline.Minute::triesPerSecond)
            .lines(minutes));
    page.append(
        new Chart("Refreshes of all glasses", "/min", 140)
            .with("refreshes", 5, Timeline.Minute::refreshes)
            .lines(minutes));
  }

  /** A row for each kind of mishap, a stroke for each time it happened. */
  private static void marks(StringBuilder page, List<Timeline.Mark> marks, int minutes) {
    List<String> kinds = marks.stream().map(Timeline.Mark::kind).distinct().sorted().toList();
    if (kinds.isEmpty()) {
      return;
    }
    int height = kinds.size() * ROW_PX + 28;
    page.append("<figure><figcaption><b>Mishaps</b></figcaption><svg viewBox='0 0 ");
    page.append(Chart.width()).append(' ').append(height).append("' role='img'>");
    for (int row = 0; row < kinds.size(); row++) {
      int y = row * ROW_PX + 4;
      page.append("<line class='g' x1='124' x2='952' y1='").append(y + ROW_PX - 2);
      page.append("' y2='").append(y + ROW_PX - 2).append("'/>");
      var strokes = new StringBuilder();
      for (Timeline.Mark mark : marks) {
        if (mark.kind().equals(kinds.get(row))) {
          double x = Chart.x(mark.atMs() / 60_000.0, minutes);
          strokes.append(String.format(Locale.ROOT, "M%.1f %dv%d", x, y, ROW_PX - 4));
        }
      }
      page.append("<path class='m s3' d='").append(strokes).append("'/>");
      page.append("<text class='t' text-anchor='end' x='118' y='")
          .append(y + ROW_PX - 5)
          .append("'>");
      page.append(kinds.get(row)).append("</text>");
    }
    Chart.timeAxis(page, minutes, height - 6);
    page.append("</svg></figure>\n");
  }

  private static void counts(StringBuilder page, List<SimulationReport> reports) {
    SortedMap<String, Long> sums = SimulationReport.countsOf(reports);
    page.append("<h2>Counts of all seeds</h2><table>");
    sums.forEach(
        (kind, count) ->
            page.append("<tr><td>")
                .append(kind)
                .append("</td><td class='n'>")
                .append(String.format(Locale.ROOT, "%,d", count))
                .append("</td></tr>"));
    page.append("</table>\n");
  }

  private static void seeds(StringBuilder page, List<SimulationReport> reports) {
    page.append("<h2>Seeds</h2><div class='wide'><table>");
    page.append("<tr><th>seed</th><th>result</th><th>digest</th><th>steps</th></tr>");
    for (SimulationReport report : reports.subList(0, Math.min(MOST_SEEDS, reports.size()))) {
      String result =
          report
              .failure()
              .map(broken -> "<span class='bad'>" + escaped(broken.invariant()) + "</span>")
              .orElse("ok");
      page.append("<tr><td class='n'>").append(report.seed()).append("</td><td>").append(result);
      page.append("</td><td><code>").append(report.digest()).append("</code></td><td class='n'>");
      page.append(String.format(Locale.ROOT, "%,d", report.extent().steps())).append("</td></tr>");
    }
    page.append("</table></div>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
