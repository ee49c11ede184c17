package io.baedge.bench.torture;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts of one step, and what was not as it must be.
final class Tally {
  private static final int MOST_SENTENCES = 20;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private long wrongs;
  private long expectations;

  /// Adds to a count; a count that was named with 0 is shown too.
  void add(String count, long more) {
    counts.merge(count, more, Long::sum);
  }

  /// Sets a count.
  void set(String count, long value) {
    counts.put(count, value);
  }

  long get(String count) {
    return counts.getOrDefault(count, 0L);
  }

  /// Says what is wrong unless it holds.
  void expect(boolean holds, String otherwise) {
    expectations++;
    if (!holds) {
      wrongs++;
      if (wrong.size() < MOST_SENTENCES) {
        wrong.add(otherwise);
      }
    }
  }

  /// Something was looked at, and nothing was wrong.
  boolean passed() {
    return expectations > 0 && wrongs == 0;
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  String words() {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  Doc.Fields counts() {
    Doc.Builder doc = Doc.fields();
    counts.forEach(doc::put);
    return doc.put("expectations", expectations).build();
  }
}
