package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.Suggestion;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column holds which field. */
final class AttendeeColumns {
  private final List<String> headers;
  private final Map<AttendeeField, Integer> byField = new EnumMap<>(AttendeeField.class);

  private AttendeeColumns(List<String> headers) {
    this.headers = headers;
  }

  static Decoded<AttendeeColumns> find(List<String> headers, Map<String, String> mapping) {
    var columns = new AttendeeColumns(headers);
    for (Map.Entry<String, String> mapped : mapping.entrySet()) {
      Optional<String> wrong = columns.map(mapped.getKey(), mapped.getValue());
      if (wrong.isPresent()) {
        return new Decoded.Malformed<>(wrong.get());
      }
    }
    for (AttendeeField field : AttendeeField.values()) {
      columns.detect(field);
    }
    if (!columns.byField.containsKey(AttendeeField.KEY)) {
      return new Decoded.Malformed<>(columns.missing("a key that stays the same", "key"));
    }
    if (!columns.byField.containsKey(AttendeeField.NAME)
        && !columns.byField.containsKey(AttendeeField.FIRST)
        && !columns.byField.containsKey(AttendeeField.LAST)) {
      return new Decoded.Malformed<>(columns.missing("the name", "name"));
    }
    return new Decoded.Ok<>(columns);
  }

  /** The column of a field, -1 for none. */
  int of(AttendeeField field) {
    return byField.getOrDefault(field, -1);
  }

  int count() {
    return headers.size();
  }

  Map<String, String> used() {
    Map<String, String> used = new LinkedHashMap<>();
    byField.forEach((field, column) -> used.put(field.word(), headers.get(column)));
    return used;
  }

  List<String> unused() {
    return headers.stream().filter(h -> !byField.containsValue(headers.indexOf(h))).toList();
  }

  private Optional<String> map(String word, String header) {
    Optional<AttendeeField> field = AttendeeField.ofWord(word);
    if (field.isEmpty()) {
      return Optional.of(
          "the mapping names the field '"
              + word
              + "'; "
              + Suggestion.oneOf(word, AttendeeField.words()));
    }
    int column = headers.indexOf(header.strip());
    if (column < 0) {
      return Optional.of(
          "the attendee list has no column '" + header + "' for " + word + "; it has: " + listed());
    }
    byField.put(field.get(), column);
    return Optional.empty();
  }

  private void detect(AttendeeField field) {
    if (byField.containsKey(field)) {
      return;
    }
    int best = -1;
    for (int column = 0; column < headers.size(); column++) {
      int rank = field.rank(headers.get(column));
      boolean better = best < 0 || rank < field.rank(headers.get(best));
      if (rank >= 0 && better && !byField.containsValue(column)) {
        best = column;
      }
    }
    if (best >= 0) {
      byField.put(field, best);
    }
  }

  private String missing(String what, String field) {
    return "the attendee list has no column for "
        + what
        + " of each attendee; map one as "
        + field
        + "=COLUMN, it has: "
        + listed();
  }

  private String listed() {
    String all = String.join(", ", headers);
    return all.length() <= 500 ? all : all.substring(0, 500) + "…";
  }
}
