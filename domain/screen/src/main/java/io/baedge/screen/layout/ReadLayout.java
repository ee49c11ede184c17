package io.baedge.screen.layout;

import io.baedge.model.doc.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// The outcome of reading a layout that someone wrote.
public sealed interface ReadLayout {
  /// It is well formed.
  record Ok(Layout layout) implements ReadLayout {}

  /// It is not; everything that is wrong with it.
  record Refused(List<Problem> problems) implements ReadLayout {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }

    /// All problems, one sentence a line.
    public String sentences() {
      return problems.stream().map(Problem::sentence).collect(Collectors.joining("\n"));
    }
  }
}
