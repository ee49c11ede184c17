package io.baedge.screen.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutReaderTest {
  private static List<String> problems(String yaml) {
    return switch (LayoutReader.read(yaml)) {
      case ReadLayout.Ok _ -> List.of();
      case ReadLayout.Refused(List<Problem> found) ->
          found.stream().map(Problem::sentence).toList();
    };
  }

  private static Layout layout(String yaml) {
    return ((ReadLayout.Ok) LayoutReader.read(yaml)).layout();
  }

  @Test
  void every_element_with_every_attribute_is_read() {
    Layout layout =
        layout(
            """
            screen: all
            about: Everything.
            layout:
              column:
                - row:
                    - {text: "Hello {wearer.name|you}", size: 14..30, comfort: 20, weight: bold, lines: 2, upper: true, hero: true, align: end, valign: start}
                    - {qr: "{wearer.link}", fallback: none, module: 3, width: 40%, height: 90}
                  gap: 4
                  spread: end
                  ground: black
                - stack:
                    - {image: baedge-24, scale: 2, align: center}
                    - box: {rule: 2}
                      padding: [1, 2]
                - choice: [{spacer: 3}, {spacer: 4}]
                - {repeat: schedule.next, limit: 3, as: session, item: {text: "{session.title}"}}
              padding: [1, 2, 3, 4]
              when: [wearer.name, "wearer.role == speaker"]
              optional: true
              grow: 2
              ink: accent
            variants:
              - for: {orientation: portrait, width: 0..128, height: 296, tier: saver, panel: 2in9_V2}
                layout: {text: tall}
            """);
    assertThat(layout.name()).isEqualTo("all");
    Node.Column column = (Node.Column) layout.root();
    assertThat(column.children()).hasSize(4);
    assertThat(column.style().padding()).isEqualTo(new Insets(1, 2, 3, 4));
    assertThat(column.style().when()).hasSize(2);
    Node.Row row = (Node.Row) column.children().getFirst();
    Node.Text text = (Node.Text) row.children().getFirst();
    assertThat(text.text().sizes()).isEqualTo(new TextStyle.Sizes(14, 20, 30));
    assertThat(text.text().upper()).isTrue();
    assertThat(layout.rootFor(128, 296, "saver", "2in9_V2")).isInstanceOf(Node.Text.class);
    assertThat(layout.rootFor(128, 296, "", "2in9_V2")).isSameAs(column);
    assertThat(layout.rootFor(296, 128, "saver", "2in9_V2")).isSameAs(column);
  }

  @Test
  void all_problems_are_told_at_once_with_line_and_advice() {
    List<String> problems =
        problems(
            """
            screen: My Screen
            layout:
              column:
                - {text: "{wearer name}", size: 8..20}
                - {qr: "{wearer.link", modul: 3}
                - {tetx: hello}
                - {text: a, rule: 2}
                - {text: b, weight: heavy, padding: [1, 2, 3], when: "a b"}
                - {image: x, width: 120%}
            """);
    assertThat(problems)
        .anyMatch(p -> p.startsWith("line 1, column 9: screen is 'My Screen'"))
        .anyMatch(p -> p.startsWith("line 4") && p.contains("names the value 'wearer name'"))
        .anyMatch(
            p -> p.startsWith("line 4") && p.contains("size is '8..20'") && p.contains("12 to 72"))
        .anyMatch(p -> p.startsWith("line 5") && p.contains("without a closing one"))
        .anyMatch(p -> p.startsWith("line 5") && p.contains("did you mean 'module'"))
        .anyMatch(
            p -> p.startsWith("line 6") && p.contains("tetx") && p.contains("did you mean 'text'"))
        .anyMatch(p -> p.startsWith("line 7") && p.contains("several elements at once: text, rule"))
        .anyMatch(p -> p.startsWith("line 8") && p.contains("weight is 'heavy'"))
        .anyMatch(p -> p.startsWith("line 8") && p.contains("padding must be one, two or four"))
        .anyMatch(p -> p.startsWith("line 8") && p.contains("when is 'a b'"))
        .anyMatch(p -> p.startsWith("line 9") && p.contains("width is '120%'"));
  }

  @Test
  void what_is_no_yaml_or_no_layout_is_refused_in_one_sentence() {
    assertThat(problems("layout: [")).singleElement().asString().contains("YAML");
    assertThat(problems("screen: empty")).singleElement().asString().contains("layout is missing");
    assertThat(problems("- a\n- b")).anyMatch(p -> p.contains("named values"));
    assertThat(problems("layout: {column: []}"))
        .singleElement()
        .asString()
        .contains("column is empty");
    assertThat(problems("x".repeat(LayoutReader.MAX_CHARS + 1)))
        .singleElement()
        .asString()
        .contains("at most");
  }

  @Test
  void elements_nested_too_deeply_are_refused() {
    String deep = "layout: " + "{box: ".repeat(20) + "{text: a}" + "}".repeat(20);
    assertThat(problems(deep)).anyMatch(p -> p.contains("deeper than 16"));
  }
}
