package io.baedge.badgelinux.http;

import io.baedge.badge.local.ButtonPlan;
import io.baedge.badgelinux.button.ButtonStatus;
import io.baedge.badgelinux.dbus.WifiStatus;
import io.baedge.badgelinux.gauge.GaugeStatus;
import io.baedge.badgelinux.sensor.BoardFacts;
import io.baedge.model.doc.Doc;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;

/** What is plugged to a badge's board, as JSON. */
final class BoardPages {
  private BoardPages() {}

  /** Model, throttling, temperature, memory, storage; unknown is null. */
  static Doc board(BadgeAccess badge) {
    BoardFacts facts = badge.board();
    Reading.Board reading = facts.reading();
    return Doc.fields()
        .putIfAny("model", facts.model())
        .put(
            "throttled",
            facts.throttlingKnown()
                ? new Doc.Items(facts.throttled().stream().<Doc>map(Doc.Text::new).toList())
                : Doc.Null.NULL)
        .put("temperatureDeciC", number(reading.temperatureDeciC()))
        .put("freeMemoryMb", number(reading.freeMemoryMb()))
        .put("freeStorageMb", number(reading.freeStorageMb()))
        .build();
  }

  static Doc wifi(BadgeAccess badge) {
    WifiStatus wifi = badge.wifi();
    Doc.Builder doc =
        Doc.fields()
            .put("networkManager", wifi.manager())
            .put("joins", wifi.joins())
            .put("failures", wifi.failures())
            .putIfAny("problem", wifi.problem());
    wifi.accessPoint()
        .ifPresent(
            point ->
                doc.put("network", point.network())
                    .put("accessPoint", point.bssid())
                    .put("frequencyMhz", point.frequencyMhz())
                    .put("channel", point.channel()));
    return doc.build();
  }

  /** What the buttons do, and how the keys of the board are. */
  static Doc buttons(BadgeAccess badge) {
    ButtonPlan plan = badge.buttons();
    ButtonStatus keys = badge.keys();
    List<Doc> buttons = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      buttons.add(
          Doc.fields()
              .put("number", i + 1)
              .put("press", i < plan.press().size() ? plan.press().get(i) : "none")
              .put("hold", i < plan.hold().size() ? plan.hold().get(i) : "none")
              .build());
    }
    return Doc.fields()
        .put("buttons", buttons)
        .put("keys", keys.keys())
        .putIfAny("problem", keys.problem())
        .put("presses", keys.presses())
        .put("failures", keys.failures())
        .build();
  }

  /** How the gauge does. */
  static Doc gauge(BadgeAccess badge) {
    GaugeStatus gauge = badge.gauge();
    return Doc.fields()
        .put("name", gauge.gauge())
        .putIfAny("problem", gauge.problem())
        .put("readings", gauge.readings())
        .put("failures", gauge.failures())
        .put("skipped", gauge.skipped())
        .build();
  }

  private static Doc number(int value) {
    return value == Reading.UNKNOWN ? Doc.Null.NULL : new Doc.Int(value);
  }
}
