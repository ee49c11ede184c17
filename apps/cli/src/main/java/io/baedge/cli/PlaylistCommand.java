package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge screens playlist}. */
@Command(
    name = "playlist",
    description = {
      "Sets which screens are shown by time where nothing more urgent decides.",
      "The first entry whose time it is wins; without one the default screen is shown."
    })
final class PlaylistCommand extends OperatorCommand {
  private static final Pattern ENTRY =
      Pattern.compile(
          "([a-z0-9-]{1,64})"
              + "(?:@([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d))?"
              + "(?:/(\\d{1,4})(?:\\+(\\d{1,4}))?)?");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which = new Which();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what = new What();

  /** Whose playlist. */
  private static final class Which {
    @Option(names = "--all", required = true, description = "Of the whole site.")
    private boolean all;

    @Option(names = "--group", required = true, paramLabel = "LABEL", description = "Of a group.")
    private @Nullable String group;

    @Option(names = "--badge", required = true, paramLabel = "BADGE", description = "Of a badge.")
    private @Nullable String badge;
  }

  /** What to play. */
  private static final class What {
    @Parameters(
        paramLabel = "ENTRY",
        description = {
          "SCREEN[@HH:MM-HH:MM][/EVERY[+FOR]]: when by the venue's clock, and again after how many",
          "minutes for how many (5 unless given). For example schedule@09:00-12:30/30+5 wearer."
        })
    private List<String> entries = new ArrayList<>();

    @Option(names = "--clear", required = true, description = "Plays nothing.")
    private boolean clear;
  }

  @Override
  int ask(HubApi api) throws HubApi.Refused, CommandFailure {
    List<Doc> playlist = new ArrayList<>();
    for (String entry : what.entries) {
      playlist.add(entry(entry));
    }
    Doc.Builder patch =
        Doc.fields().put("playlist", what.clear ? Doc.Null.NULL : new Doc.Items(playlist));
    Doc.Fields done = send(api, "PATCH", path(), patch);
    String note = HubApi.text(done, "note").isEmpty() ? "" : "\n" + HubApi.text(done, "note");
    output.print(
        done,
        what.clear
            ? "nothing is played"
            : playlist.size() + (playlist.size() == 1 ? " entry plays" : " entries play") + note);
    return Main.OK;
  }

  private String path() {
    if (which.all) {
      return "/api/v1/desired/site";
    }
    if (which.badge != null) {
      return "/api/v1/desired/badges/" + HubApi.segment(which.badge);
    }
    return "/api/v1/desired/groups/" + HubApi.segment(String.valueOf(which.group));
  }

  static Doc.Fields entry(String text) throws WrongUsage {
    Matcher entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      throw new WrongUsage(
          "'" + text + "' is no playlist entry; write it like schedule@09:00-12:30/30+5");
    }
    Doc.Builder doc = Doc.fields().put("screen", entry.group(1));
    if (entry.group(2) != null) {
      doc.put("fromMinute", minute(text, entry.group(2), entry.group(3)))
          .put("toMinute", minute(text, entry.group(4), entry.group(5)));
    }
    if (entry.group(6) != null) {
      doc.put("everyMinutes", Long.parseLong(entry.group(6)));
    }
    if (entry.group(7) != null) {
      doc.put("forMinutes", Long.parseLong(entry.group(7)));
    }
    return doc.build();
  }

  private static int minute(String text, String hours, String minutes) throws WrongUsage {
    int minute = 60 * Integer.parseInt(hours) + Integer.parseInt(minutes);
    if (minute > PlaylistEntry.DAY_MINUTES) {
      throw new WrongUsage("'" + text + "' names a time after 24:00; use 00:00 to 24:00");
    }
    return minute;
  }
}
