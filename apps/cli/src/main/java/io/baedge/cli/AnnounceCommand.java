package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge announce}. */
@Command(
    name = "announce",
    description = "Puts urgent words on glasses; they pass before everything else.",
    subcommands = {AnnounceCommand.ListCommand.class, AnnounceCommand.WithdrawCommand.class})
final class AnnounceCommand extends OperatorCommand {
  private static final String PATH = "/api/v1/announcements";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "The words, large: \"Lunch is ready\".")
  private @Nullable String text;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "MORE",
      description = "More words below, smaller.")
  private String more = "";

  @Option(
      names = "--for",
      defaultValue = "10m",
      paramLabel = "D",
      description = "How long they stay (${DEFAULT-VALUE}).")
  private String span = "";

  @Option(names = "--group", paramLabel = "LABEL", description = "Only badges with this label.")
  private @Nullable String group;

  @Option(names = "--badge", paramLabel = "BADGE", description = "Only this badge.")
  private @Nullable String badge;

  @Override
  int ask(HubApi api) throws HubApi.Refused {
    if (text == null) {
      throw new WrongUsage("give the words: baedge announce \"Lunch is ready\"");
    }
    Doc.Builder body =
        Doc.fields().put("title", text).put("text", more).put("forMs", millis("--for", span));
    if (group != null) {
      body.put("group", group);
    }
    if (badge != null) {
      body.put("badge", badge);
    }
    Doc.Fields done = send(api, "POST", PATH, body);
    output.print(
        done,
        "announcement "
            + HubApi.text(done, "id")
            + ": "
            + reach(done)
            + "; end it with: baedge announce withdraw "
            + HubApi.text(done, "id"));
    return Main.OK;
  }

  @Command(name = "list", description = "Lists announcements that are not over.")
  static final class ListCommand extends OperatorCommand {
    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields found = api.get(PATH, Map.of());
      List<Doc.Fields> announcements = HubApi.list(found, "announcements");
      output.print(
          found,
          announcements.isEmpty()
              ? "no announcements"
              : Table.of(
                  announcements,
                  "id",
                  "title",
                  "scope",
                  "key",
                  "untilMs",
                  "onGlass",
                  "onTheWay",
                  "unreachable"));
      return Main.OK;
    }
  }

  @Command(name = "withdraw", description = "Ends an announcement.")
  static final class WithdrawCommand extends OperatorCommand {
    @Parameters(paramLabel = "ID", description = "As 'baedge announce list' says it.")
    private String id = "";

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields done = api.send("DELETE", PATH + "/" + HubApi.segment(id));
      output.print(done, "announcement " + id + " is withdrawn");
      return Main.OK;
    }
  }
}
