package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge devices}. */
@Command(
    name = "devices",
    description = "Devices: boards that speak for a badge, or for none yet.",
    subcommands = {
      DevicesCommand.ListCommand.class,
      DevicesCommand.ShowCommand.class,
      DevicesCommand.FreeCommand.class
    })
final class DevicesCommand {
  private static final String PATH = "/api/v1/devices";

  private static String one(String device) {
    return PATH + "/" + HubApi.segment(device);
  }

  @Command(name = "list", description = "Lists devices with claim code, badge and panel.")
  static final class ListCommand extends OperatorCommand {
    @Option(names = "--unclaimed", description = "Only devices that speak for no badge.")
    private boolean unclaimed;

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Map<String, String> query = unclaimed ? Map.of("unclaimed", "true") : Map.of();
      List<Doc.Fields> devices = api.all(PATH, query, "devices");
      output.print(
          Doc.fields().put("devices", devices).build(),
          Table.of(
                  devices,
                  "device",
                  "claimCode",
                  "badge",
                  "ownership",
                  "presence",
                  "panel",
                  "version",
                  "heardMs")
              + "\n"
              + devices.size()
              + (devices.size() == 1 ? " device" : " devices"));
      return Main.OK;
    }
  }

  @Command(name = "show", description = "Shows what is known of a device.")
  static final class ShowCommand extends OperatorCommand {
    @Parameters(paramLabel = "DEVICE", description = "16 characters of a-z and 2-7.")
    private String device = "";

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields found = api.get(one(device), Map.of());
      output.print(found, Table.lines(found));
      return Main.OK;
    }
  }

  @Command(name = "free", description = "Makes a replaced device unclaimed, to be used again.")
  static final class FreeCommand extends OperatorCommand {
    @Parameters(paramLabel = "DEVICE", description = "16 characters of a-z and 2-7.")
    private String device = "";

    @Override
    int ask(HubApi api) throws HubApi.Refused {
      Doc.Fields done = api.send("POST", one(device) + "/free");
      output.print(done, "device " + device + " is unclaimed");
      return Main.OK;
    }
  }
}
