package io.baedge.hub.desired;

import io.baedge.model.Limits;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.codec.PlaylistDoc;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is wrong with a change of a layer: which fields, and what to do. */
public final class PatchCheck {
  private static final Map<String, List<String>> BELOW = below();

  private static final Subject SOMEBODY =
      new Subject(
          new BadgeId("any"),
          List.of(),
          Optional.of(new WearerCard(new WearerId("any"), "Any", "", "", "", "", "")));

  private PatchCheck() {}

  /** Everything wrong with the patch, or with the layer that it makes. */
  public static List<Problem> check(Doc.Fields patch, Doc.Fields layer) {
    var problems = new Problems();
    DocReader reader = DocReader.of(patch, problems);
    refuse(reader, "ownership", "follows from the hand-over; assign or return the device");
    refuse(reader, "push", "is no layer; push a screen");
    refuse(reader, "announcement", "is no layer; announce");
    refuse(reader, "sessions", "come from the schedule; import one");
    reader.has("screen");
    if (reader.has("playlist")) {
      for (DocReader entry : reader.objects("playlist", Limits.PLAYLIST_ENTRIES)) {
        PlaylistDoc.FIELDS.forEach(entry::has);
        entry.rejectUnknown();
      }
    }
    for (Map.Entry<String, List<String>> group : BELOW.entrySet()) {
      if (reader.has(group.getKey())) {
        DocReader below = reader.object(group.getKey());
        refuse(below, "key", "follows from who wears the badge; assign the wearer");
        group.getValue().forEach(below::has);
        below.rejectUnknown();
      }
    }
    reader.rejectUnknown();
    if (problems.isEmpty()) {
      Doc.Fields base =
          DesiredDoc.write(
              new Composer(new Layers()).compose(SOMEBODY, Composer.BARE, Long.MAX_VALUE));
      DesiredState _ = DesiredDoc.read(MergePatch.apply(base, layer), problems);
    }
    return problems.all();
  }

  private static Map<String, List<String>> below() {
    Map<String, List<String>> below = new LinkedHashMap<>();
    below.put("wearer", List.of("name", "title", "company", "social", "link", "role"));
    below.put("conference", List.of("name", "link", "zone"));
    below.put(
        "cadence", List.of("sampleEveryMs", "contactEveryMs", "backoffCapMs", "reconnectWindowMs"));
    return below;
  }

  private static void refuse(DocReader reader, String name, String why) {
    if (reader.has(name) || reader.names().contains(name)) {
      reader.problem(name, why);
    }
  }
}
