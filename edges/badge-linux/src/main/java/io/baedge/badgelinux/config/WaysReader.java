package io.baedge.badgelinux.config;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.HubAddress.Carrier;
import io.baedge.badge.uplink.Way;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a badge finds its hubs: {@code uplinks} in order, or only {@code hubs}. */
final class WaysReader {
  private static final int MOST_HUBS = 8;
  private static final int MOST_WAYS = 8;
  private static final int TEXT_CHARS = 512;
  private static final int NAME_CHARS = 64;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int MQTTS_PORT = 8883;
  private static final String HOST = "([^:/\\s]+|\\[[0-9a-fA-F:.]+])";
  private static final Pattern PLAIN = Pattern.compile(HOST + ":(\\d{1,5})");
  private static final Pattern WEB_SOCKET =
      Pattern.compile("ws(s?)://" + HOST + "(?::(\\d{1,5}))?(/[!-~]*)?");
  private static final Pattern SECURE = Pattern.compile("mqtts://" + HOST + "(?::(\\d{1,5}))?");
  private static final String LIKE =
      "hub.example:1883, ws://hub.example:80/mqtt or wss://hub.example/mqtt";

  private WaysReader() {}

  static List<Way> read(DocReader root) {
    List<HubAddress> hubs = hubs(root);
    if (!root.has("uplinks")) {
      return hubs.isEmpty() ? List.of() : List.of(Way.anywhere(hubs));
    }
    List<Way> ways = new ArrayList<>();
    for (DocReader each : root.objects("uplinks", MOST_WAYS)) {
      way(each, ways.size() + 1).ifPresent(ways::add);
    }
    if (!hubs.isEmpty()) {
      root.problem("hubs", "and uplinks are both given; put the hubs into an uplink");
    }
    return ways;
  }

  private static Optional<Way> way(DocReader doc, int number) {
    Way.Over over = doc.word("over", Way.Over.class, Way.Over.ANY);
    String network = doc.text("network", NAME_CHARS, "");
    String name = doc.text("name", NAME_CHARS, "uplink " + number);
    List<HubAddress> hubs = hubs(doc);
    doc.rejectUnknown();
    if (over == Way.Over.HOTSPOT && network.isEmpty()) {
      doc.problem("network", "is missing; a hotspot is known by the name of its network");
    }
    if (over == Way.Over.NEIGHBOUR) {
      doc.problem("over", "is 'neighbour', for which no board has a radio yet; take it out");
    }
    if (hubs.isEmpty()) {
      doc.problem("hubs", "names no hub; give at least one like " + LIKE);
      return Optional.empty();
    }
    return Optional.of(new Way(name, over, network, hubs));
  }

  private static List<HubAddress> hubs(DocReader doc) {
    List<String> given = new ArrayList<>();
    if (doc.raw("hubs").orElse(null) instanceof Doc.Items) {
      given.addAll(doc.texts("hubs", MOST_HUBS, TEXT_CHARS));
    } else {
      for (String part : doc.text("hubs", TEXT_CHARS, BadgeKeys.HUBS.otherwise()).split(",")) {
        if (!part.isBlank()) {
          given.add(part.strip());
        }
      }
    }
    List<HubAddress> hubs = new ArrayList<>();
    for (String text : given) {
      hub(text)
          .ifPresentOrElse(
              hubs::add, () -> doc.problem("hubs", "has '" + text + "'; it must be like " + LIKE));
    }
    if (hubs.size() > MOST_HUBS) {
      doc.problem("hubs", "names " + hubs.size() + " hubs; give at most " + MOST_HUBS);
    }
    return hubs;
  }

  private static Optional<HubAddress> hub(String text) {
    Matcher plain = PLAIN.matcher(text);
    Matcher web = WEB_SOCKET.matcher(text);
    Matcher secure = SECURE.matcher(text);
    try {
      if (plain.matches()) {
        return Optional.of(new HubAddress(plain.group(1), Integer.parseInt(plain.group(2))));
      }
      if (web.matches()) {
        boolean tls = !web.group(1).isEmpty();
        int port = port(web.group(3), tls ? HTTPS_PORT : HTTP_PORT);
        String path = web.group(4) == null ? "/mqtt" : web.group(4);
        Carrier carrier = tls ? Carrier.WEB_SOCKET_TLS : Carrier.WEB_SOCKET;
        return Optional.of(new HubAddress(carrier, web.group(2), port, path));
      }
      if (secure.matches()) {
        int port = port(secure.group(2), MQTTS_PORT);
        return Optional.of(new HubAddress(Carrier.MQTT_TLS, secure.group(1), port, ""));
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(@Nullable String given, int otherwise) {
    return given == null ? otherwise : Integer.parseInt(given);
  }
}
