package io.baedge.hub.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final long SEED = 20_260_101;

  private final Random chance = new Random(SEED);
  private final Differences differences = new Differences();

  @Test
  void the_count_is_the_number_of_rows_whatever_is_desired_and_reported() {
    int different = 0;
    for (int i = 0; i < 4_000; i++) {
      DesiredState desired = state();
      Doc.Fields reported = damaged(DesiredDoc.write(chance.nextInt(3) == 0 ? desired : state()));
      List<Differences.Row> rows = new Differences().rows(desired, reported);
      assertThat(differences.count(desired, reported))
          .as("seed %d, round %d: %s and %s", SEED, i, desired, reported)
          .isEqualTo(rows.size());
      different += rows.isEmpty() ? 0 : 1;
    }
    assertThat(different).isBetween(2_000, 3_999);
  }

  @Test
  void a_report_shares_the_sessions_that_are_desired_and_keeps_others() {
    DesiredState desired = state(List.of(new Session("A", "Talk", "", 1, 2)));
    Doc.Fields same = DesiredDoc.write(desired);
    Doc.Fields other = DesiredDoc.write(state(List.of(new Session("B", "Talk", "", 1, 2))));
    differences.count(desired, same);
    Doc.Fields later = differences.shared(DesiredDoc.write(desired));
    assertThat(later).isEqualTo(same);
    assertThat(later.values().get("sessions"))
        .isSameAs(differences.shared(DesiredDoc.write(desired)).values().get("sessions"));
    assertThat(differences.shared(other)).isEqualTo(other);
  }

  private DesiredState state() {
    List<Session> sessions = new ArrayList<>();
    for (int i = chance.nextInt(3); i > 0; i--) {
      sessions.add(new Session("Room " + chance.nextInt(2), "Talk", "", i, i + 1));
    }
    return state(sessions);
  }

  private DesiredState state(List<Session> sessions) {
    return new DesiredState(
        chance.nextInt(4) == 0 ? Ownership.UNCLAIMED : Ownership.OWNED,
        maybe(new WearerCard(new WearerId("p" + few()), "Name " + few(), "", word(), "", "", "")),
        new Conference(word(), "", "UTC"),
        new DesiredState.Shown(
            "wearer", maybe(new Push("scale", few())), maybe(new Announcement("a", "", "Hi", 9))),
        sessions,
        new Cadence(1_000, 15_000 + few(), 10_000, 5_000));
  }

  /** With values missing, changed, added, of another kind, or sessions only counted. */
  private Doc.Fields damaged(Doc.Fields doc) {
    Map<String, Doc> values = new LinkedHashMap<>(doc.values());
    for (String field : List.copyOf(values.keySet())) {
      switch (chance.nextInt(24)) {
        case 0 -> values.remove(field);
        case 1 -> values.put(field, new Doc.Text("other"));
        case 2 -> values.put(field, Doc.Null.NULL);
        case 3 -> values.put(field, Doc.fields().put("name", "x").put("deep", doc).build());
        default -> {}
      }
    }
    if (chance.nextInt(4) == 0) {
      values.remove("sessions");
      values.put("sessionsLeftOut", new Doc.Int(few()));
    }
    if (chance.nextBoolean()) {
      values.put("local", Doc.fields().put("screen", "mine").build());
    }
    return new Doc.Fields(values);
  }

  private <T> Optional<T> maybe(T value) {
    return chance.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private int few() {
    return chance.nextInt(3);
  }

  private String word() {
    return chance.nextBoolean() ? "" : "Baedge";
  }
}
