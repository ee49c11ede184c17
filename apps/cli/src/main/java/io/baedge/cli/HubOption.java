package io.baedge.cli;

import io.baedge.cli.api.HubApi;
import java.net.URI;
import picocli.CommandLine.Option;

/** {@code --hub}: which hub a command asks. */
final class HubOption {
  @Option(
      names = "--hub",
      defaultValue = "${env:BAEDGE_HUB_URL:-http://127.0.0.1:2344}",
      paramLabel = "URL",
      description = "Address of the hub's console (${DEFAULT-VALUE}; or BAEDGE_HUB_URL).")
  private String address = "";

  /** The API of that hub. */
  HubApi open() throws WrongUsage {
    return new HubApi(uri(address));
  }

  private static URI uri(String address) throws WrongUsage {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme());
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below like any other wrong address.
    }
    throw new WrongUsage(
        "--hub is '" + address + "'; give an address such as http://127.0.0.1:2344");
  }
}
