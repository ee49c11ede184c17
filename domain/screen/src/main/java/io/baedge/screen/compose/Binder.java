package io.baedge.screen.compose;

import io.baedge.screen.Picture;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.glyph.Shaper;
import io.baedge.screen.glyph.Weight;
import io.baedge.screen.layout.Align;
import io.baedge.screen.layout.Direction;
import io.baedge.screen.layout.Extent;
import io.baedge.screen.layout.Node;
import io.baedge.screen.layout.Style;
import io.baedge.screen.layout.Template;
import io.baedge.screen.layout.TextStyle;
import io.baedge.screen.mark.Icons;
import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.theme.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Fills a layout's elements with values.
final class Binder {
  /// What stands where a theme has no logo.
  private static final String OWN_LOGO = "baedge-32";

  private static final TextStyle QR_FALLBACK =
      new TextStyle(
          new TextStyle.Sizes(TextStyle.LEAST_PX, TextStyle.LEAST_PX, 16),
          Weight.REGULAR,
          8,
          false,
          false,
          new TextStyle.Placement(Align.START, Align.END));

  private final Shaper shaper;
  private final ImageSource images;
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> fallbacks = new LinkedHashSet<>();

  Binder(Shaper shaper, ImageSource images) {
    this.shaper = shaper;
    this.images = images;
  }

  /// Keys without a value and images without a picture.
  List<String> missing() {
    return List.copyOf(missing);
  }

  /// What stands in for characters without a glyph.
  List<String> fallbacks() {
    return List.copyOf(fallbacks);
  }

  /// The element with its values; empty if it is not to be shown.
  Optional<Bound> bind(Node node, Scope scope) {
    if (!node.style().when().stream().allMatch(c -> c.holds(scope::get))) {
      return Optional.empty();
    }
    return switch (node) {
      case Node.Column column ->
          group(
              Bound.Axis.VERTICAL,
              children(column.children(), scope),
              column.gap(),
              column.spread(),
              column.direction(),
              column.style());
      case Node.Row row ->
          group(
              Bound.Axis.HORIZONTAL,
              children(row.children(), scope),
              row.gap(),
              row.spread(),
              row.direction(),
              row.style());
      case Node.Repeat repeat ->
          group(
              Bound.Axis.VERTICAL,
              repeat(repeat, scope),
              0,
              Align.START,
              Direction.AUTO,
              repeat.style());
      case Node.Stack stack ->
          nonEmpty(children(stack.children(), scope), stack.style())
              .map(c -> new Bound.Stack(c, stack.style()));
      case Node.Choice choice ->
          nonEmpty(children(choice.alternatives(), scope), Style.PLAIN)
              .map(c -> new Bound.Choice(c, choice.style()));
      case Node.Text text -> text(text.content(), text.text(), text.style(), scope);
      case Node.Qr qr -> qr(qr, scope);
      case Node.Image image -> image(image, scope);
      case Node.Icon icon -> icon(icon, scope);
      case Node.Rule rule -> Optional.of(new Bound.Rule(rule.thickness(), rule.style()));
      case Node.Spacer spacer -> Optional.of(new Bound.Spacer(spacer.size(), spacer.style()));
    };
  }

  private static Optional<Bound> group(
      Bound.Axis axis,
      List<Bound> children,
      int gap,
      Align spread,
      Direction direction,
      Style style) {
    return nonEmpty(children, style)
        .map(c -> new Bound.Group(axis, c, gap, spread, direction, style));
  }

  /// A group that has nothing to show is gone, unless its ground or its size is wanted for itself.
  private static Optional<List<Bound>> nonEmpty(List<Bound> children, Style style) {
    boolean wanted = style.grow() > 0 || style.size().height().unit() != Extent.Unit.NONE;
    return children.isEmpty() && !wanted ? Optional.empty() : Optional.of(children);
  }

  private List<Bound> children(List<Node> nodes, Scope scope) {
    List<Bound> children = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (node instanceof Node.Repeat repeat) {
        children.addAll(repeat(repeat, scope));
      } else {
        bind(node, scope).ifPresent(children::add);
      }
    }
    return children;
  }

  private List<Bound> repeat(Node.Repeat repeat, Scope scope) {
    List<Bound> items = new ArrayList<>();
    if (!repeat.style().when().stream().allMatch(c -> c.holds(scope::get))) {
      return items;
    }
    String list = scope.resolve(repeat.list());
    int size = Math.min(repeat.limit(), scope.values().listSize(list));
    for (int i = 0; i < size; i++) {
      Scope inner = scope.entry(repeat.alias(), list + "[" + i + "]");
      bind(repeat.item(), inner).ifPresent(items::add);
    }
    return items;
  }

  private Optional<Bound> text(Template content, TextStyle style, Style common, Scope scope) {
    return shaped(content, style.upper(), scope).map(s -> new Bound.Text(s, style, common));
  }

  private Optional<Shaped> shaped(Template content, boolean upper, Scope scope) {
    String filled = content.fill(scope::get, missing::add).strip();
    Shaped shaped = shaper.shape(upper ? filled.toUpperCase(Locale.ROOT) : filled);
    fallbacks.addAll(shaped.fallbacks());
    return shaped.isEmpty() ? Optional.empty() : Optional.of(shaped);
  }

  private Optional<Bound> qr(Node.Qr qr, Scope scope) {
    String content = qr.content().fill(scope::get, missing::add).strip();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Set<String> unused = new LinkedHashSet<>();
    Function<Template, Shaped> shape = t -> shaper.shape(t.fill(scope::get, unused::add).strip());
    Shaped shaped = qr.fallback().map(shape).orElseGet(() -> shaper.shape(content));

    Optional<Bound.Text> fallback =
        shaped.isEmpty()
            ? Optional.empty()
            : Optional.of(new Bound.Text(shaped, QR_FALLBACK, Style.PLAIN));
    return Optional.of(
        new Bound.Qr(content, fallback, qr.maxModulePx(), qr.align(), qr.valign(), qr.style()));
  }

  private Optional<Bound> image(Node.Image image, Scope scope) {
    String name = image.name().fill(scope::get, missing::add).strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Picture> picture = images.image(name);
    if (picture.isEmpty() && name.equals(Theme.LOGO)) {
      picture = image.style().optional() ? Optional.empty() : images.image(OWN_LOGO);
    } else if (picture.isEmpty()) {
      missing.add("image " + name);
    }
    return picture.map(p -> new Bound.Image(p, image));
  }

  private Optional<Bound> icon(Node.Icon icon, Scope scope) {
    String name = icon.name().fill(scope::get, missing::add).strip();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var cuts = Icons.find(name, icon.leastPx(), icon.mostPx());
    if (cuts.isEmpty()) {
      missing.add("icon " + name);
    }
    String other = Icons.mirrored(name);
    return cuts.map(
        sizes ->
            new Bound.Icon(
                sizes, Icons.find(other, icon.leastPx(), icon.mostPx()).orElse(sizes), icon));
  }
}
