package io.baedge.screen.theme;

import io.baedge.model.doc.Problem;
import java.util.List;

/// The outcome of reading a theme that someone wrote.
public sealed interface ReadTheme {
  /// It is well formed.
  record Ok(Theme theme) implements ReadTheme {}

  /// It is not; everything that is wrong with it.
  record Refused(List<Problem> problems) implements ReadTheme {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }

    /// The first problem, and how many more there are.
    public String sentence() {
      int more = problems.size() - 1;
      return problems.getFirst().sentence() + (more == 0 ? "" : "; and " + more + " more");
    }
  }
}
