package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge screens}. */
@Command(
    name = "screens",
    description = "Screens on glasses.",
    subcommands = {
      ScreensCommand.ListCommand.class,
      ScreensCommand.PushCommand.class,
      ScreensCommand.ReleaseCommand.class,
      PlaylistCommand.class
    })
final class ScreensCommand {

  /** Which badges are meant. */
  private static final class Which {
    @Option(names = "--all", required = true, description = "All badges.")
    private boolean all;

    @Option(names = "--badge", required = true, paramLabel = "BADGE", description = "This badge.")
    private List<String> badges = new ArrayList<>();
  }

  private abstract static class Push extends OperatorCommand {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    final int push(HubApi api, String screen, long forMs) throws HubApi.Refused {
      Doc.Fields done =
          send(
              api,
              "POST",
              "/api/v1/screens/push",
              Doc.fields()
                  .put("badges", texts(which.all ? List.of() : which.badges))
                  .put("screen", screen)
                  .put("forMs", forMs));
      String note = HubApi.text(done, "note");
      output.print(done, reach(done) + (note.isEmpty() ? "" : "\n" + note));
      return Main.OK;
    }
  }

  @Command(name = "list", description = "Lists the built-in screens and those that badges have.")
  static final class ListCommand extends OperatorCommand {
    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields names = api.get("/api/v1/screens", Map.of());
      List<String> lines = new ArrayList<>();
      for (Doc name : items(names, "screens")) {
        lines.add(name instanceof Doc.Text(String text) ? text : "");
      }
      for (Doc own : items(names, "own")) {
        if (own instanceof Doc.Fields fields) {
          long badges = HubApi.number(fields, "badges");
          lines.add(
              HubApi.text(fields, "screen")
                  + "    own, on "
                  + badges
                  + (badges == 1 ? " badge" : " badges"));
        }
      }
      output.print(names, String.join("\n", lines));
      return Main.OK;
    }

    private static List<Doc> items(Doc.Fields document, String name) {
      return document.values().get(name) instanceof Doc.Items(List<Doc> items) ? items : List.of();
    }
  }

  @Command(name = "push", description = "Puts a screen on glasses, for a while or until released.")
  static final class PushCommand extends Push {
    @Parameters(paramLabel = "SCREEN", description = "A name of 'baedge screens list'.")
    private String screen = "";

    @Option(names = "--for", paramLabel = "D", description = "How long: 30s, 10m, 2h.")
    private @Nullable String span;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      return push(api, screen, millis("--for", span));
    }
  }

  @Command(name = "release", description = "Ends what was pushed.")
  static final class ReleaseCommand extends Push {
    @Override
    int ask(HubApi api) throws HubApi.Refused {
      return push(api, "", 0);
    }
  }
}
