package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge badges}: what is known of badges; {@link BadgeDesk} has what is done with them. */
@Command(
    name = "badges",
    description = "Badges: look at them, hand them out, swap them, take them back.",
    subcommands = {
      BadgesCommand.ListCommand.class,
      BadgesCommand.ShowCommand.class,
      BadgeHistory.class,
      BadgesCommand.CreateCommand.class,
      BadgeDesk.AssignCommand.class,
      BadgeDesk.ReturnCommand.class,
      BadgeDesk.ReplaceCommand.class,
      BadgeDesk.RetireCommand.class,
      BadgeDesk.IdentifyCommand.class
    })
final class BadgesCommand {
  private static final String PATH = "/api/v1/badges";

  @Command(name = "list", description = "Lists badges with wearer, presence and glass.")
  static final class ListCommand extends OperatorCommand {
    @Parameters(
        arity = "0..*",
        paramLabel = "WORD",
        description = "Words in name, badge, device, company or access point.")
    private List<String> words = new ArrayList<>();

    @Option(
        names = "--presence",
        paramLabel = "P",
        description = "connected, unreachable, disconnected, lost, asleep, unconfirmed.")
    private List<String> presence = new ArrayList<>();

    @Option(names = "--link", paramLabel = "L", description = "good, okay, flapping, dark.")
    private List<String> link = new ArrayList<>();

    @Option(names = "--label", paramLabel = "LABEL", description = "Only badges with this label.")
    private String label = "";

    @Option(names = "--unclaimed", description = "Also devices that speak for no badge.")
    private boolean devices;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Map<String, String> query = new LinkedHashMap<>();
      put(query, "q", String.join(" ", words));
      put(query, "presence", String.join(",", presence));
      put(query, "link", String.join(",", link));
      put(query, "label", label);
      put(query, "devices", devices ? "true" : "");
      List<Doc.Fields> badges = api.all(PATH, query, "badges");
      output.print(
          Doc.fields().put("badges", badges).build(),
          Table.of(
                  badges,
                  "key",
                  "name",
                  "device",
                  "presence",
                  "link",
                  "batteryPercent",
                  "glass.screen",
                  "accessPoint",
                  "differences")
              + "\n"
              + badges.size()
              + (badges.size() == 1 ? " badge" : " badges"));
      return Main.OK;
    }

    private static void put(Map<String, String> query, String name, String value) {
      if (!value.isEmpty()) {
        query.put(name, value);
      }
    }
  }

  @Command(
      name = "show",
      description = "Shows one badge: what is desired, what it reports, and what differs.")
  static final class ShowCommand extends OperatorCommand {
    private static final List<String> LONG =
        List.of("desired", "reported", "differences", "handOvers", "wearers", "row");

    @Parameters(paramLabel = "BADGE", description = "For example badge-001.")
    private String badge = "";

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields found = api.get(badge(badge), Map.of());
      output.print(found, text(found));
      return Main.OK;
    }

    private static String text(Doc.Fields found) {
      Map<String, Doc> values = new LinkedHashMap<>(found.values());
      LONG.forEach(values::remove);
      values.put(
          "desiredRevision",
          new Doc.Text(HubApi.text(HubApi.fields(found, "desired"), "revision")));
      values.put(
          "appliedRevision",
          new Doc.Text(HubApi.text(HubApi.fields(found, "reported"), "applied")));
      List<Doc.Fields> differences = HubApi.list(found, "differences");
      return Table.lines(new Doc.Fields(values))
          + "\n\n"
          + (differences.isEmpty()
              ? "nothing differs between desired and reported"
              : Table.of(differences, "field", "desired", "reported", "ageMs", "layer"));
    }
  }

  @Command(
      name = "create",
      description = "Makes badges; all or none. The same again changes nothing.")
  static final class CreateCommand extends OperatorCommand {
    @Parameters(
        arity = "1..*",
        paramLabel = "BADGE",
        description = "1 to 32 characters of a-z, 0-9 and '-'.")
    private List<String> badges = new ArrayList<>();

    @Option(names = "--label", paramLabel = "LABEL", description = "A group they are in.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--wearer", paramLabel = "KEY", description = "Who wears it (one badge only).")
    private @Nullable String wearer;

    @Option(
        names = "--device",
        paramLabel = "DEVICE|CODE",
        description = "What speaks for it: an id or the claim code on its glass (one badge only).")
    private @Nullable String device;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      if (badges.size() > 1 && (wearer != null || device != null)) {
        throw new WrongUsage("--wearer and --device belong to one badge; create them one by one");
      }
      List<Doc> wanted = badges.stream().<Doc>map(this::wanted).toList();
      Doc.Fields done = send(api, "POST", PATH, Doc.fields().put("badges", wanted));
      output.print(
          done,
          HubApi.number(done, "created")
              + " created, "
              + HubApi.number(done, "changed")
              + " changed, "
              + HubApi.number(done, "unchanged")
              + " unchanged");
      return Main.OK;
    }

    private Doc wanted(String badge) {
      Doc.Builder doc = Doc.fields().put("badge", badge).put("labels", texts(labels));
      if (wearer != null) {
        doc.put("wearer", wearer);
      }
      if (device != null) {
        doc.put("device", device);
      }
      return doc.build();
    }
  }
}
