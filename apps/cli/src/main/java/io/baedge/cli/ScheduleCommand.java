package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge schedule}. */
@Command(
    name = "schedule",
    description = "The sessions that badges show.",
    subcommands = {ScheduleCommand.ShowCommand.class, ScheduleCommand.ImportCommand.class})
final class ScheduleCommand {
  private static final String PATH = "/api/v1/schedule";

  @Command(name = "show", description = "Lists the sessions in the order of their begin.")
  static final class ShowCommand extends OperatorCommand {
    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields schedule = api.get(PATH, Map.of());
      List<Doc.Fields> sessions = HubApi.list(schedule, "sessions");
      output.print(
          schedule,
          HubApi.text(schedule, "name")
              + "\n"
              + Table.of(sessions, "startMs", "endMs", "room", "title", "speakers"));
      return Main.OK;
    }
  }

  @Command(
      name = "import",
      description = "Replaces the schedule by an export of frab or pretalx (JSON or XML).")
  static final class ImportCommand extends OperatorCommand {
    @Parameters(paramLabel = "FILE|URL", description = "The export, or its http address.")
    private String place = "";

    @Option(names = "--dry-run", description = "Say what is in it, change nothing.")
    private boolean dryRun;

    @Option(names = "--speakers", description = "Import the speakers as people, too.")
    private boolean speakers;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      byte[] bytes = Source.read(place);
      Doc.Fields done =
          api.send(
              "PUT",
              PATH,
              Map.of("dryRun", Boolean.toString(dryRun), "speakers", Boolean.toString(speakers)),
              new HubApi.Body(looksLikeXml(bytes) ? "application/xml" : "application/json", bytes));
      output.print(done, (dryRun ? "nothing was changed\n" : "") + Table.lines(done));
      return Main.OK;
    }

    private static boolean looksLikeXml(byte[] bytes) {
      for (byte each : bytes) {
        if (each == '<') {
          return true;
        }
        if (each == '{' || each == '[') {
          return false;
        }
      }
      return false;
    }
  }
}
