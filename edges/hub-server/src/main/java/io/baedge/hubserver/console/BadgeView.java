package io.baedge.hubserver.console;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One badge as its page shows it: the hub's document, read. */
public final class BadgeView {
  private final Fields doc;
  private final Fields row;

  /**
   * A view of what the hub knows.
   *
   * @param doc the answer to the question for a badge, with its console row under {@code row}
   */
  public BadgeView(Doc.Fields doc) {
    this.doc = Fields.of(doc);
    this.row = this.doc.at("row");
  }

  /** One value on both sides. */
  public record Twin(
      String field, String desired, String reported, String origin, boolean differs) {}

  /** A device that spoke or speaks for the badge. */
  public record HandOver(String token, String device, long fromMs, long toMs, String ending) {}

  /** One fact. */
  public record Fact(String name, String value) {}

  /** The badge's id. */
  public String id() {
    return doc.text("badge");
  }

  /** Name of the wearer; empty for nobody. */
  public String name() {
    return doc.at("wearer").text("name");
  }

  /** Key of the wearer; empty for nobody. */
  public String wearer() {
    return doc.at("wearer").text("key");
  }

  /** Name and id, for the title. */
  public String title() {
    return name().isEmpty() ? id() : name() + " · " + id();
  }

  /** Title and company of the wearer. */
  public String about() {
    var wearer = doc.at("wearer");
    List<String> parts = new ArrayList<>();
    for (String part : List.of("title", "company", "role")) {
      if (!wearer.text(part).isEmpty()) {
        parts.add(wearer.text(part));
      }
    }
    return String.join(" · ", parts);
  }

  /** Presence, a word; empty without a device. */
  public String presence() {
    return row.text("presence");
  }

  /** When its device was last heard; 0 = never. */
  public long heardMs() {
    return row.number("heardMs");
  }

  /** State of the link, a word. */
  public String link() {
    return row.text("link");
  }

  /** Battery in words. */
  public String battery() {
    if (!row.has("batteryPercent")) {
      return "battery unknown";
    }
    return "battery "
        + row.number("batteryPercent")
        + " %"
        + (row.has("charging") ? ", charging" : "");
  }

  /** The device that speaks for it; empty for none. */
  public String device() {
    return row.text("device");
  }

  /** The hand-over that is in force. */
  public String token() {
    return doc.text("token");
  }

  /** Labels in order. */
  public List<String> labels() {
    return doc.list("labels").stream().map(Fields::show).toList();
  }

  /** The picture on the glass; empty before the first. */
  public String hash() {
    return row.at("glass").text("hash");
  }

  /** What is on the glass. */
  public String screen() {
    return row.at("glass").text("screen");
  }

  /** When the decision ends; 0 = open. */
  public long untilMs() {
    return doc.at("glass").number("untilMs");
  }

  /** Who decided what is shown, in words. */
  public String decidedBy() {
    return switch (row.at("glass").text("decider")) {
      case "last-gasp" -> "the battery is nearly empty";
      case "announcement" -> "an urgent announcement";
      case "identify" -> "somebody asked which badge this is";
      case "local" -> "the wearer chose it on the badge";
      case "push" -> "an operator pushed it";
      case "playlist" -> "the playlist says so at this time";
      case "default" -> "it is the default screen";
      default -> "";
    };
  }

  /** The newest desired revision. */
  public String desired() {
    return row.text("desired");
  }

  /** The revision that the badge applied. */
  public String applied() {
    return row.text("applied");
  }

  /** The number of the desired revision in the store's generation. */
  public String shortDesired() {
    return desired().substring(desired().indexOf('.') + 1);
  }

  /** The number of the applied revision in the store's generation. */
  public String shortApplied() {
    return applied().substring(applied().indexOf('.') + 1);
  }

  /** When it last reported; 0 = never. */
  public long reportedMs() {
    return doc.at("reported").number("receivedMs");
  }

  /** Screens that the badge shall show and does not have; empty when there are none. */
  public String missingScreens() {
    return String.join(", ", row.list("missingScreens").stream().map(Fields::show).toList());
  }

  /** Why the badge refused a revision; empty = it did not. */
  public String refusal() {
    return row.text("refusal");
  }

  /** Values on both sides, differences first. */
  public List<Twin> twins() {
    List<Twin> twins = new ArrayList<>();
    Set<String> different = new LinkedHashSet<>();
    for (Doc one : doc.list("differences")) {
      var row = Fields.of(one);
      different.add(row.text("field"));
      twins.add(
          new Twin(
              row.text("field"),
              Fields.show(row.value("desired")),
              Fields.show(row.value("reported")),
              row.text("layer"),
              true));
    }
    Map<String, Doc> origins = doc.at("desired").at("origins").doc().values();
    leaves("", doc.at("desired").at("values").doc())
        .forEach(
            (field, value) -> {
              if (!different.contains(field)) {
                String origin = Fields.show(origins.getOrDefault(field, Doc.Null.NULL));
                twins.add(new Twin(field, Fields.show(value), "", origin, false));
              }
            });
    return twins;
  }

  private static Map<String, Doc> leaves(String path, Doc.Fields fields) {
    Map<String, Doc> leaves = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              String below = path.isEmpty() ? name : path + "." + name;
              switch (value) {
                case Doc.Fields inner -> leaves.putAll(leaves(below, inner));
                case Doc.Items(List<Doc> items) -> leaves.put(below, counted(items));
                case Doc.Null _, Doc.Bool _, Doc.Int _, Doc.Real _, Doc.Text _, Doc.Bytes _ ->
                    leaves.put(below, value);
              }
            });
    return leaves;
  }

  private static Doc counted(List<Doc> items) {
    String word = items.size() == 1 ? " entry" : " entries";
    return new Doc.Text(items.isEmpty() ? "none" : items.size() + word);
  }

  /** How many values differ. */
  public int differences() {
    return (int) twins().stream().filter(Twin::differs).count();
  }

  /** Devices that spoke for it, newest first. */
  public List<HandOver> handOvers() {
    List<HandOver> list = new ArrayList<>();
    for (Doc one : doc.list("handOvers")) {
      var binding = Fields.of(one);
      list.add(
          new HandOver(
              binding.text("token"),
              binding.text("device"),
              binding.number("fromMs"),
              binding.number("toMs"),
              binding.text("ending")));
    }
    return list.reversed();
  }

  /** What the device says of itself. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    fact(facts, "device", device());
    fact(facts, "panel", row.text("panel"));
    fact(facts, "access point", row.text("accessPoint"));
    fact(facts, "power tier", row.text("powerTier"));
    fact(facts, "uplink tier", row.text("uplinkTier"));
    fact(facts, "signal", row.has("rssiDbm") ? row.number("rssiDbm") + " dBm" : "");
    var said = doc.at("facts");
    fact(facts, "software", said.text("version"));
    fact(facts, "system", (said.text("os") + " " + said.text("arch")).strip());
    fact(facts, "memory", said.number("memoryMb") > 0 ? said.number("memoryMb") + " MiB" : "");
    return facts;
  }

  private static void fact(List<Fact> facts, String name, String value) {
    facts.add(new Fact(name, value.isEmpty() ? "unknown" : value));
  }
}
