package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done at the desk: hand out, take back, swap, retire, find. */
final class BadgeDesk {
  private BadgeDesk() {}

  /** A command about one badge whose answer is who speaks for it and who wears it now. */
  private abstract static class OneBadge extends OperatorCommand {
    @Parameters(index = "0", paramLabel = "BADGE", description = "For example badge-001.")
    String badge = "";

    abstract Doc.Fields change(HubApi api) throws HubApi.Refused;

    @Override
    final int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields now = change(api);
      output.print(
          now,
          badge
              + ": "
              + said("device ", HubApi.text(now, "device"), "no device")
              + ", "
              + said("worn by ", HubApi.text(now, "wearer"), "worn by nobody"));
      return Main.OK;
    }

    final Doc.Fields device(HubApi api, String verb, String rest, String device)
        throws HubApi.Refused {
      return send(api, verb, badge(badge) + rest, Doc.fields().put("device", device));
    }

    private static String said(String before, String value, String otherwise) {
      return value.isEmpty() ? otherwise : before + value;
    }
  }

  @Command(
      name = "assign",
      description = "Hands a badge out: lets a device speak for it, gives it to a wearer.")
  static final class AssignCommand extends OneBadge {
    @Option(
        names = "--device",
        paramLabel = "DEVICE|CODE",
        description = "A device's id, or the claim code on its glass.")
    private @Nullable String device;

    @Option(names = "--wearer", paramLabel = "KEY", description = "Key of the attendee list.")
    private @Nullable String wearer;

    @Override
    Doc.Fields change(HubApi api) throws HubApi.Refused {
      if (device == null && wearer == null) {
        throw new WrongUsage("nothing to assign; give --device, --wearer or both");
      }
      Doc.Fields now = Doc.Fields.EMPTY;
      // The wearer first: then the glass is drawn once, with the name.
      if (wearer != null) {
        now = send(api, "PUT", badge(badge) + "/wearer", Doc.fields().put("wearer", wearer));
      }
      if (device != null) {
        now = device(api, "PUT", "/device", device);
      }
      return now;
    }
  }

  @Command(name = "return", description = "Takes a badge back: its device is unclaimed again.")
  static final class ReturnCommand extends OneBadge {
    @Option(names = "--wearer", description = "Take it from its wearer, too.")
    private boolean wearer;

    @Override
    Doc.Fields change(HubApi api) throws HubApi.Refused {
      Doc.Fields now = send(api, "POST", badge(badge) + "/return", Doc.fields());
      return wearer ? api.send("DELETE", badge(badge) + "/wearer") : now;
    }
  }

  @Command(
      name = "replace",
      description = {
        "Swaps the device of a badge: the new one inherits everything,",
        "the old one shows that it was replaced and may only hand in what it holds."
      })
  static final class ReplaceCommand extends OneBadge {
    @Parameters(
        index = "1",
        paramLabel = "DEVICE|CODE",
        description = "The new device's id, or the claim code on its glass.")
    private String device = "";

    @Override
    Doc.Fields change(HubApi api) throws HubApi.Refused {
      return device(api, "POST", "/replace", device);
    }
  }

  @Command(name = "retire", description = "Takes a badge out of use for good.")
  static final class RetireCommand extends OneBadge {
    @Override
    Doc.Fields change(HubApi api) throws HubApi.Refused {
      return api.send("POST", badge(badge) + "/retire");
    }
  }

  @Command(name = "identify", description = "Lets badges show for a while which ones they are.")
  static final class IdentifyCommand extends OperatorCommand {
    @Parameters(arity = "1..*", paramLabel = "BADGE", description = "For example badge-001.")
    private List<String> badges = new ArrayList<>();

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields done =
          send(
              api,
              "POST",
              "/api/v1/commands",
              Doc.fields().put("badges", texts(badges)).put("kind", "identify"));
      List<Doc.Fields> refused = HubApi.list(done, "refused");
      var text = new StringBuilder("asked ").append(HubApi.number(done, "sent"));
      refused.forEach(
          each ->
              text.append("\nnot ")
                  .append(HubApi.text(each, "badge"))
                  .append(": ")
                  .append(HubApi.text(each, "reason")));
      output.print(done, text.toString());
      return refused.isEmpty() ? Main.OK : Main.FAILED;
    }
  }
}
