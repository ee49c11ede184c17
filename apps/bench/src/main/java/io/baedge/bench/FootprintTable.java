package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// Values of programs, one column each, in rows that say what they are.
final class FootprintTable {
  /// What is wanted of the values of a row.
  enum Goal {
    NONE,
    /// A share of the counterpart's.
    START,
    /// The limit of the stage, KiB.
    MEMORY
  }

  private static final String NOT_MEASURED = "-";
  private static final double MOST_OF_ORIGINAL = 0.8;

  private final List<FootprintStage> columns;
  private final List<Row> rows = new ArrayList<>();

  FootprintTable(List<FootprintStage> columns) {
    this.columns = List.copyOf(columns);
  }

  private record Row(
      String what, DoubleFunction<String> text, Goal goal, Map<String, Double> values) {}

  /// Adds a row of what was measured, by the names of the columns; missing ones were not.
  <T> void row(
      String what,
      Map<String, T> measured,
      ToDoubleFunction<T> value,
      DoubleFunction<String> text,
      Goal goal) {
    Map<String, Double> values = new LinkedHashMap<>();
    measured.forEach((column, m) -> values.put(column, value.applyAsDouble(m)));
    if (!values.isEmpty()) {
      rows.add(new Row(what, text, goal, values));
    }
  }

  /// Rows under each other, columns side by side.
  String toText() {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    columns.forEach(column -> head.add(column.name()));
    lines.add(head);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.what));
      for (FootprintStage column : columns) {
        Double value = row.values.get(column.name());
        line.add(value == null ? NOT_MEASURED : row.text.apply(value));
      }
      lines.add(line);
    }
    return Report.aligned(lines);
  }

  /// The same as one figure for each value of ours, with the counterpart's beside it.
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Row row : rows) {
      for (FootprintStage column : columns) {
        Double value = row.values.get(column.name());
        if (value != null && !column.python()) {
          figures.add(figure(row, column, value));
        }
      }
    }
    return figures;
  }

  private Figure figure(Row row, FootprintStage column, double value) {
    Double theirs = row.values.get(column.counterpart());
    String goal = "";
    Verdict verdict = Verdict.NONE;
    if (row.goal == Goal.START && theirs != null) {
      goal = "<= " + MOST_OF_ORIGINAL + " x";
      verdict = Verdict.of(value <= MOST_OF_ORIGINAL * theirs);
    } else if (row.goal == Goal.MEMORY) {
      goal = "<= " + column.limitKb() / 1024 + " MB";
      verdict = Verdict.of(value <= column.limitKb());
    }
    return new Figure(
        row.what + ": " + column.name(),
        row.text.apply(value),
        theirs == null ? "" : row.text.apply(theirs),
        goal,
        verdict);
  }
}
