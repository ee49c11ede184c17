package io.baedge.cli;

import io.baedge.kit.settings.Setting;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Settings for people and machines. */
final class SettingsTable {
  private SettingsTable() {}

  static Doc document(List<Setting> settings) {
    List<Doc> rows =
        settings.stream()
            .<Doc>map(
                s ->
                    Doc.fields()
                        .put("key", s.key())
                        .put("value", s.value())
                        .put("source", s.source())
                        .put("about", s.about())
                        .build())
            .toList();
    return Doc.fields().put("settings", rows).build();
  }

  static String text(List<Setting> settings) {
    return settings.stream()
        .map(
            s ->
                String.format(
                    Locale.ROOT, "%-30s %-24s %-12s %s", s.key(), s.value(), s.source(), s.about()))
        .collect(Collectors.joining("\n"));
  }
}
