package io.baedge.cli;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Documents as people read them: rows below headings, or a name and a value per line. */
final class Table {
  private static final int WIDEST = 48;

  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these headings. */
  Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** The named values of each document under headings of the same names in capitals. */
  static String of(List<Doc.Fields> docs, String... paths) {
    List<String> headings = new ArrayList<>();
    for (String path : paths) {
      headings.add(heading(path));
    }
    var table = new Table(headings.toArray(String[]::new));
    for (Doc.Fields doc : docs) {
      Map<String, String> flat = flat(doc);
      List<String> cells = new ArrayList<>();
      for (String path : paths) {
        cells.add(flat.getOrDefault(path, ""));
      }
      table.rows.add(cells);
    }
    return table.text();
  }

  /** Every value of a document on a line of its own, after its path. */
  static String lines(Doc.Fields doc) {
    Map<String, String> flat = flat(doc);
    int width = flat.keySet().stream().mapToInt(String::length).max().orElse(0);
    return flat.entrySet().stream()
        .map(entry -> padded(entry.getKey(), width) + "  " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** One more row. */
  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The rows, each column as wide as its widest cell. */
  String text() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], length(row.get(i))));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(padded(row.get(i), widths[i])).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  private static String heading(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return last.replaceAll("Ms$", "")
        .replaceAll("([a-z])([A-Z])", "$1 $2")
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> flat(Doc.Fields doc) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", doc, flat);
    return flat;
  }

  private static void flatten(String path, Doc doc, Map<String, String> flat) {
    switch (doc) {
      case Doc.Fields(Map<String, Doc> values) ->
          values.forEach(
              (name, value) -> flatten(path.isEmpty() ? name : path + "." + name, value, flat));
      case Doc.Items(List<Doc> items) ->
          flat.put(path, items.stream().map(Table::plain).collect(Collectors.joining(", ")));
      case Doc.Int(long number) when path.endsWith("Ms") -> flat.put(path, Times.shown(number));
      case Doc.Text _, Doc.Int _, Doc.Real _, Doc.Bool _, Doc.Bytes _, Doc.Null _ ->
          flat.put(path, plain(doc));
    }
  }

  private static String plain(Doc doc) {
    return switch (doc) {
      case Doc.Text(String text) -> text.replaceAll("\\s+", " ");
      case Doc.Int(long number) -> Long.toString(number);
      case Doc.Real(double number) -> Double.toString(number);
      case Doc.Bool(boolean flag) -> flag ? "yes" : "no";
      case Doc.Null _ -> "-";
      case Doc.Bytes(byte[] bytes) -> bytes.length + " bytes";
      case Doc.Fields fields ->
          flat(fields).entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining(" "));
      case Doc.Items(List<Doc> items) ->
          items.stream().map(Table::plain).collect(Collectors.joining(" "));
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }
}
