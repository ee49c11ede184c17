package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge badges history}: what a badge measured, and how sure its times are. */
@Command(
    name = "history",
    description = "Shows what a badge measured and what happened, with how unsure each time is.")
final class BadgeHistory extends OperatorCommand {
  @Parameters(paramLabel = "BADGE", description = "For example badge-001.")
  private String badge = "";

  @Option(names = "--for", paramLabel = "SPAN", description = "How far back, such as 8h.")
  private String span = "8h";

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Into how many steps that span is cut, 1 to 2000.")
  private int points = 48;

  @Override
  int ask(HubApi api) throws HubApi.Refused {
    long toMs = System.currentTimeMillis();
    Map<String, String> query =
        Map.of(
            "from", Long.toString(toMs - millis("--for", span)),
            "to", Long.toString(toMs),
            "buckets", Integer.toString(points));
    Doc.Fields found = api.get(badge(badge) + "/history", query);
    output.print(found, text(found));
    return Main.OK;
  }

  private static String text(Doc.Fields found) {
    List<Doc.Fields> measured = HubApi.list(found, "points");
    List<Doc.Fields> happened = HubApi.list(found, "events");
    if (measured.isEmpty()) {
      return "nothing was measured in this span";
    }
    var curve = new Table("AT", "UNSURE BY", "SAMPLES", "BATTERY %", "RSSI DBM", "ACCESS POINT");
    for (Doc.Fields point : measured) {
      curve.row(
          Times.shown(HubApi.number(point, "atMs")),
          unsure(point),
          Long.toString(HubApi.number(point, "samples")),
          mean(point, "batteryPercent"),
          mean(point, "rssiDbm"),
          HubApi.text(point, "accessPoint"));
    }
    var events = new Table("AT", "UNSURE BY", "EVENT", "DETAIL");
    for (Doc.Fields event : happened) {
      events.row(
          Times.shown(HubApi.number(event, "atMs")),
          unsure(event),
          HubApi.text(event, "kind"),
          HubApi.text(event, "detail"));
    }
    return happened.isEmpty() ? curve.text() : curve.text() + "\n\n" + events.text();
  }

  /** Without an uncertainty only the latest possible moment is known. */
  static String unsure(Doc.Fields of) {
    return of.values().containsKey("uncertaintyMs")
        ? String.format(Locale.ROOT, "%.1f s", HubApi.number(of, "uncertaintyMs") / 1_000.0)
        : "or earlier";
  }

  private static String mean(Doc.Fields point, String name) {
    return point.values().containsKey(name)
        ? Long.toString(HubApi.number(HubApi.fields(point, name), "mean"))
        : "";
  }
}
