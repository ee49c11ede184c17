package io.baedge.screen.layout;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.tier.PowerTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the YAML of a screen: `screen`, `about`, `layout`, and `variants` with `for` and `layout`.
public final class LayoutReader {
  /// Longest layout that is read, in characters.
  public static final int MAX_CHARS = 64 * 1024;

  private static final int MAX_VARIANTS = 16;
  private static final int MAX_NAME = 32;
  private static final int MAX_ABOUT = 200;

  private LayoutReader() {}

  /// Reads a layout; every problem is found in one go.
  public static ReadLayout read(String yaml) {
    return read(yaml, "screen");
  }

  /// Reads a layout; every problem is found in one go.
  ///
  /// @param otherwise the name of a screen that has none
  public static ReadLayout read(String yaml, String otherwise) {
    if (yaml.length() > MAX_CHARS) {
      return refused(
          "the layout has " + yaml.length() + " characters; at most " + MAX_CHARS + " are read");
    }
    return switch (YamlText.read(yaml)) {
      case Decoded.Malformed<Located>(String reason) -> refused(reason);
      case Decoded.Ok<Located>(Located located) -> read(located, otherwise);
    };
  }

  private static ReadLayout refused(String reason) {
    return new ReadLayout.Refused(List.of(new Problem("", reason)));
  }

  private static ReadLayout read(Located located, String otherwise) {
    Problems problems = new Problems(located.positions());
    DocReader reader = DocReader.of(located.doc(), problems);
    NodeReader nodes = new NodeReader(problems);
    String name =
        reader
            .parsed(
                "screen", MAX_NAME, LayoutReader::name, "1 to 32 small letters, digits and hyphens")
            .orElse(otherwise);
    if (!reader.has("screen") && name(otherwise).isEmpty()) {
      problems.add(
          "screen",
          "is missing and the file's name is none; give 1 to 32 small letters, digits and hyphens");
    }
    String about = reader.text("about", MAX_ABOUT, "");
    Node root = nodes.node(reader, "layout");
    List<Layout.Variant> variants = new ArrayList<>();
    for (DocReader variant : reader.objects("variants", MAX_VARIANTS)) {
      Selector selector = selector(variant.object("for"));
      variants.add(new Layout.Variant(selector, nodes.node(variant, "layout")));
      variant.rejectUnknown();
    }
    reader.rejectUnknown();
    return problems.isEmpty()
        ? new ReadLayout.Ok(new Layout(name, about, root, variants))
        : new ReadLayout.Refused(problems.all());
  }

  private static Optional<String> name(String text) {
    boolean plain =
        text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    return plain && !text.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private static Selector selector(DocReader reader) {
    Optional<Orientation> orientation =
        reader.has("orientation")
            ? Optional.of(reader.word("orientation", Orientation.class, Orientation.LANDSCAPE))
            : Optional.empty();
    Selector selector =
        new Selector(
            range(reader, "width"),
            range(reader, "height"),
            orientation,
            tier(reader),
            reader.optionalText("panel", MAX_NAME));
    reader.rejectUnknown();
    return selector;
  }

  private static Optional<String> tier(DocReader reader) {
    Optional<String> word = reader.optionalText("tier", MAX_NAME);
    List<String> words = Stream.of(PowerTier.values()).map(PowerTier::word).toList();
    if (word.isPresent() && !words.contains(word.get())) {
      reader.problem("tier", "is '" + word.get() + "'; " + Suggestion.oneOf(word.get(), words));
    }
    return word;
  }

  private static Selector.Range range(DocReader reader, String name) {
    return reader
        .parsed(
            name,
            12,
            NodeReader::range,
            "a number of pixels such as 296, or a range such as 0..249")
        .map(r -> new Selector.Range(r[0], r[1]))
        .orElse(Selector.Range.ANY);
  }
}
