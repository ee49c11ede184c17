package io.baedge.cli.demo;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the hub who comes, what they hear and who gets which board. */
final class HandOut {
  private static final String BADGES = "/api/v1/badges";
  private static final int AT_A_TIME = 2_000;

  private final HubApi api;
  private final DemoOptions options;
  private final OffsetDateTime firstStart;

  /**
   * Over the API of a hub.
   *
   * @param firstStart when the first session starts
   */
  HandOut(HubApi api, DemoOptions options, OffsetDateTime firstStart) {
    this.api = api;
    this.options = options;
    this.firstStart = firstStart;
  }

  /**
   * Hands these devices out, except for badges of an earlier run on the same data: what people did
   * with those in the console stays.
   *
   * @return the device of each badge
   */
  Map<String, DeviceId> to(List<DeviceId> devices) throws Demo.Failed {
    try {
      Doc.Fields schedule = DemoConference.schedule(firstStart);
      api.send("PUT", "/api/v1/schedule", Map.of(), HubApi.Body.json(schedule));
      byte[] people = DemoConference.attendees(options.badges());
      api.send("POST", "/api/v1/people/import", Map.of(), new HubApi.Body("text/csv", people));
      Map<String, Optional<DeviceId>> present = present();
      Set<DeviceId> ours = new LinkedHashSet<>(devices);
      if (!present.isEmpty()
          && present.values().stream().flatMap(Optional::stream).noneMatch(ours::contains)) {
        throw new Demo.Failed(
            "the data in "
                + options.data()
                + " is of a demo with another --seed; give that one, or another --data");
      }
      return handOut(devices, present);
    } catch (HubApi.Refused e) {
      throw new Demo.Failed("the hub does not take the demo's conference: " + e.getMessage());
    }
  }

  private Map<String, Optional<DeviceId>> present() throws HubApi.Refused {
    Map<String, Optional<DeviceId>> present = new LinkedHashMap<>();
    for (Doc.Fields row : api.all(BADGES, Map.of("limit", "1000"), "badges")) {
      present.put(HubApi.text(row, "badge"), DeviceId.parse(HubApi.text(row, "device")));
    }
    return present;
  }

  private Map<String, DeviceId> handOut(
      List<DeviceId> devices, Map<String, Optional<DeviceId>> present) throws HubApi.Refused {
    Map<String, DeviceId> byBadge = new LinkedHashMap<>();
    present.forEach((badge, device) -> device.ifPresent(its -> byBadge.put(badge, its)));
    List<Doc> fresh = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      String badge = String.format(Locale.ROOT, "badge-%03d", i + 1);
      if (!present.containsKey(badge)) {
        byBadge.put(badge, devices.get(i));
        fresh.add(
            Doc.fields()
                .put("badge", badge)
                .put("wearer", DemoConference.key(i + 1))
                .put("device", devices.get(i).text())
                .build());
      }
    }
    for (int from = 0; from < fresh.size(); from += AT_A_TIME) {
      List<Doc> some = fresh.subList(from, Math.min(fresh.size(), from + AT_A_TIME));
      api.send(
          "POST", BADGES, Map.of(), HubApi.Body.json(Doc.fields().put("badges", some).build()));
    }
    return byBadge;
  }
}
