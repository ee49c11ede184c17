package io.baedge.screen.layout;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.screen.glyph.Weight;
import io.baedge.screen.image.Dither;
import io.baedge.screen.image.Fit;
import io.baedge.screen.mark.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one element and what is in it. What is wrong is noted, and reading goes on with an empty
/// element.
final class NodeReader {
  private static final int MAX_CHILDREN = 32;
  private static final int MAX_DEPTH = 16;
  private static final int MAX_CONTENT = 256;
  private static final int MAX_WORD = 64;
  private static final int MAX_SPACE_PX = 400;
  private static final int MAX_LINES = 20;
  private static final int MAX_MODULE_PX = 16;
  private static final int MAX_GROW = 100;
  private static final List<String> KINDS =
      List.of(
          "column", "row", "stack", "box", "choice", "repeat", "text", "qr", "image", "icon",
          "rule", "spacer");
  private static final Node NOTHING = new Node.Spacer(0, Style.PLAIN);

  private final Problems problems;
  private int depth;

  NodeReader(Problems problems) {
    this.problems = problems;
  }

  /// Reads the element that is the value of a name.
  Node node(DocReader parent, String name) {
    if (!parent.has(name)) {
      parent.problem(name, "is missing; give an element such as {text: \"{wearer.name}\"}");
      return NOTHING;
    }
    return element(parent.object(name), parent.path(name));
  }

  private Node element(DocReader reader, String path) {
    List<String> kinds = KINDS.stream().filter(reader::has).toList();
    if (kinds.size() != 1) {
      if (kinds.size() > 1) {
        problems.add(
            path, "is several elements at once: " + String.join(", ", kinds) + "; keep one");
      } else if (reader.names().isEmpty()) {
        problems.add(path, "is empty; give one of " + String.join(", ", KINDS));
      } else {
        reader.rejectUnknown();
      }
      return NOTHING;
    }
    if (depth >= MAX_DEPTH) {
      problems.add(path, "is nested deeper than " + MAX_DEPTH + " elements");
      return NOTHING;
    }
    depth++;
    Node node = ofKind(kinds.getFirst(), reader);
    depth--;
    reader.rejectUnknown();
    return node;
  }

  private Node ofKind(String kind, DocReader reader) {
    Style style = style(reader);
    return switch (kind) {
      case "column" ->
          new Node.Column(
              children(reader, kind), gap(reader), spread(reader), direction(reader), style);
      case "row" ->
          new Node.Row(
              children(reader, kind), gap(reader), spread(reader), direction(reader), style);
      case "stack" -> new Node.Stack(children(reader, kind), style);
      case "choice" -> new Node.Choice(children(reader, kind), style);
      case "box" ->
          new Node.Column(List.of(node(reader, kind)), 0, Align.CENTER, Direction.AUTO, style);
      case "repeat" -> repeat(reader, style);
      case "text" -> new Node.Text(template(reader, kind), textStyle(reader), style);
      case "qr" -> qr(reader, style);
      case "image" ->
          new Node.Image(
              template(reader, kind),
              (int) reader.integer("scale", 1, MAX_MODULE_PX, 4),
              reader.word("fit", Fit.class, Fit.CONTAIN),
              reader.has("dither")
                  ? Optional.of(reader.word("dither", Dither.class, Dither.NONE))
                  : Optional.empty(),
              align(reader),
              valign(reader),
              style);
      case "icon" -> icon(reader, style);
      case "rule" -> new Node.Rule((int) reader.integer(kind, 1, MAX_SPACE_PX), style);
      default -> new Node.Spacer((int) reader.integer(kind, 0, MAX_SPACE_PX), style);
    };
  }

  private List<Node> children(DocReader reader, String kind) {
    List<DocReader> readers = reader.objects(kind, MAX_CHILDREN);
    List<Node> children = new ArrayList<>(readers.size());
    for (int i = 0; i < readers.size(); i++) {
      children.add(element(readers.get(i), reader.path(kind) + "[" + i + "]"));
    }
    if (children.isEmpty()) {
      reader.problem(kind, "is empty; give a list of elements");
    }
    return children;
  }

  private Node repeat(DocReader reader, Style style) {
    String list = reader.text("repeat", MAX_WORD);
    if (!Template.isKey(list)) {
      reader.problem(
          "repeat", "is '" + list + "'; it must name a list of values such as schedule.next");
    }
    int limit = (int) reader.integer("limit", 1, MAX_CHILDREN, 8);
    String alias = reader.text("as", MAX_WORD, "item");
    return new Node.Repeat(list, limit, alias, node(reader, "item"), style);
  }

  private Node qr(DocReader reader, Style style) {
    Optional<Template> fallback =
        reader.has("fallback") ? Optional.of(template(reader, "fallback")) : Optional.empty();
    int module = (int) reader.integer("module", 2, MAX_MODULE_PX, MAX_MODULE_PX);
    return new Node.Qr(
        template(reader, "qr"), fallback, module, align(reader), valign(reader), style);
  }

  private Node icon(DocReader reader, Style style) {
    Template name = template(reader, "icon");
    name.plain()
        .filter(word -> !Icons.names().contains(word))
        .ifPresent(
            word ->
                reader.problem(
                    "icon", "is '" + word + "'; " + Suggestion.oneOf(word, Icons.names())));
    int[] sizes =
        reader
            .parsed(
                "size",
                12,
                text -> range(text).filter(r -> !Icons.sides(r[0], r[1]).isEmpty()),
                "one of 16, 24, 32, 48, 64 and 96 pixels, or a range such as 24..48")
            .orElse(new int[] {24, 24});
    return new Node.Icon(
        name, sizes[0], sizes[1], new TextStyle.Placement(align(reader), valign(reader)), style);
  }

  private Template template(DocReader reader, String name) {
    String text = reader.text(name, MAX_CONTENT);
    return Template.parse(text, problem -> reader.problem(name, problem));
  }

  private TextStyle textStyle(DocReader reader) {
    int[] sizes =
        reader
            .parsed(
                "size",
                12,
                NodeReader::sizes,
                "a number of pixels from 12 to 72, or a range such as 14..24")
            .orElse(new int[] {14, 14});
    int comfort = (int) reader.integer("comfort", sizes[0], sizes[1], sizes[0]);
    return new TextStyle(
        new TextStyle.Sizes(sizes[0], comfort, sizes[1]),
        reader.word("weight", Weight.class, Weight.REGULAR),
        (int) reader.integer("lines", 1, MAX_LINES, 1),
        reader.flag("upper", false),
        reader.flag("hero", false),
        new TextStyle.Placement(align(reader), valign(reader)));
  }

  private static Align align(DocReader reader) {
    return reader.word("align", Align.class, Align.START);
  }

  private static Align valign(DocReader reader) {
    return reader.word("valign", Align.class, Align.CENTER);
  }

  private static Align spread(DocReader reader) {
    return reader.word("spread", Align.class, Align.START);
  }

  private static Direction direction(DocReader reader) {
    return reader.word("direction", Direction.class, Direction.AUTO);
  }

  private static int gap(DocReader reader) {
    return (int) reader.integer("gap", 0, MAX_SPACE_PX, 0);
  }

  private Style style(DocReader reader) {
    return new Style(
        conditions(reader),
        (int) reader.integer("grow", 0, MAX_GROW, 0),
        reader.flag("optional", false),
        padding(reader),
        new Style.Paint(
            reader.word("ground", Ground.class, Ground.NONE),
            reader.word("ink", Ink.class, Ink.AUTO)),
        new Style.Size(extent(reader, "width"), extent(reader, "height")));
  }

  private static List<Condition> conditions(DocReader reader) {
    List<String> texts =
        reader.raw("when").orElse(Doc.Null.NULL) instanceof Doc.Items
            ? reader.texts("when", MAX_CHILDREN, MAX_WORD)
            : reader.optionalText("when", MAX_WORD).stream().toList();
    List<Condition> conditions = new ArrayList<>();
    for (String text : texts) {
      Condition.parse(text)
          .ifPresentOrElse(
              conditions::add,
              () ->
                  reader.problem(
                      "when",
                      "is '"
                          + text
                          + "'; write a value's name, !name, name == word or name != word"));
    }
    return conditions;
  }

  private static Extent extent(DocReader reader, String name) {
    return reader
        .parsed(name, 8, Extent::parse, "a number of pixels such as 40, or a share such as 40%")
        .orElse(Extent.NONE);
  }

  /// One number for all sides, `[vertical, horizontal]`, or `[top, right, bottom, left]`.
  private static Insets padding(DocReader reader) {
    if (!(reader.raw("padding").orElse(Doc.Null.NULL) instanceof Doc.Items(List<Doc> sides))) {
      int all = (int) reader.integer("padding", 0, MAX_SPACE_PX, 0);
      return new Insets(all, all, all, all);
    }
    int[] px = new int[sides.size()];
    for (int i = 0; i < px.length; i++) {
      boolean whole =
          sides.get(i) instanceof Doc.Int(long value) && value >= 0 && value <= MAX_SPACE_PX;
      px[i] = whole && sides.get(i) instanceof Doc.Int(long value) ? (int) value : -1;
    }
    for (int side : px) {
      if (side < 0 || (px.length != 2 && px.length != 4)) {
        reader.problem(
            "padding", "must be one, two or four whole numbers from 0 to " + MAX_SPACE_PX);
        return Insets.NONE;
      }
    }
    return switch (px.length) {
      case 2 -> new Insets(px[0], px[1], px[0], px[1]);
      case 4 -> new Insets(px[0], px[1], px[2], px[3]);
      default -> Insets.NONE;
    };
  }

  private static Optional<int[]> sizes(String text) {
    return range(text).filter(r -> r[0] >= TextStyle.LEAST_PX && r[1] <= TextStyle.MOST_PX);
  }

  /// Reads `16` or `14..24`, ascending.
  static Optional<int[]> range(String text) {
    int dots = text.indexOf("..");
    String low = dots < 0 ? text : text.substring(0, dots);
    String high = dots < 0 ? text : text.substring(dots + 2);
    if (!isNumber(low) || !isNumber(high)) {
      return Optional.empty();
    }
    int[] range = {Integer.parseInt(low), Integer.parseInt(high)};
    return range[0] <= range[1] ? Optional.of(range) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
