package io.baedge.bench;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a benchmark found: figures beside their goals, and what one must know to read them.
///
/// @param table how people read the figures; empty for one line each
record Report(String title, List<Figure> figures, List<String> notes, Optional<String> table) {
  Report {
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }

  Report(String title, List<Figure> figures, List<String> notes) {
    this(title, figures, notes, Optional.empty());
  }

  /// Whether a goal was met.
  enum Verdict {
    MET,
    MISSED,
    /// No goal, or not everything that is needed was measured.
    NONE;

    static Verdict of(boolean met) {
      return met ? MET : MISSED;
    }

    private String word() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// One line.
  ///
  /// @param measured of Baedge, with its unit
  /// @param original the same of the Python program, or empty
  /// @param goal as a sentence, or empty
  record Figure(String what, String measured, String original, String goal, Verdict verdict) {
    /// Without a goal or a counterpart.
    static Figure of(String what, String measured) {
      return new Figure(what, measured, "", "", Verdict.NONE);
    }

    /// The same as a figure for which there is no goal.
    Figure withoutGoal() {
      return new Figure(what, measured, original, "", Verdict.NONE);
    }

    private List<String> cells() {
      return List.of(what, measured, original, goal, verdict.word());
    }
  }

  private static final List<String> HEAD = List.of("", "measured", "Python", "goal", "");

  /// A table of fixed columns, then the notes.
  String toText() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    figures.forEach(figure -> rows.add(figure.cells()));
    var text = new StringBuilder(title).append(table.orElseGet(() -> aligned(rows)));
    notes.forEach(note -> text.append("\n  * ").append(note));
    return text.toString();
  }

  /// Lines of cells, each column as wide as its widest; begins with an end of line.
  static String aligned(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder(" ");
      for (int i = 0; i < widths.length; i++) {
        line.append(' ').append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 1));
      }
      text.append('\n').append(line.toString().stripTrailing());
    }
    return text.toString();
  }

  /// The document for `--json`.
  Doc.Fields toDoc() {
    List<Doc> lines = new ArrayList<>();
    for (Figure figure : figures) {
      lines.add(
          Doc.fields()
              .put("what", figure.what())
              .put("measured", figure.measured())
              .putIfAny("python", figure.original())
              .putIfAny("goal", figure.goal())
              .putIfAny("verdict", figure.verdict().word())
              .build());
    }
    return Doc.fields()
        .put("title", title)
        .put("figures", lines)
        .put("notes", notes.stream().<Doc>map(Doc.Text::new).toList())
        .build();
  }
}
