package io.baedge.screen.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Text with placeholders: `{wearer.name}`, or `{wearer.title|no title}` with what stands there
/// when the value is unknown or empty. Two opening braces mean one plain brace.
public record Template(List<Part> parts) {
  /// Copies the parts.
  public Template {
    parts = List.copyOf(parts);
  }

  /// A piece of the text.
  public sealed interface Part {
    /// Text as it is.
    record Plain(String text) implements Part {}

    /// A value, or what stands there without it; without a fall-back a missing value is reported.
    record Value(String key, Optional<String> fallback) implements Part {}
  }

  /// Reads a template; problems are told one by one, and what can be read is kept.
  public static Template parse(String text, Consumer<String> problems) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '{') {
        plain.append(c);
        at++;
      } else if (text.startsWith("{{", at)) {
        plain.append('{');
        at += 2;
      } else {
        int end = text.indexOf('}', at);
        if (end < 0) {
          problems.accept("has an opening brace without a closing one; write {{ for a plain brace");
          plain.append(text, at, text.length());
          break;
        }
        addPlain(parts, plain);
        parts.add(value(text.substring(at + 1, end), problems));
        at = end + 1;
      }
    }
    addPlain(parts, plain);
    return new Template(parts);
  }

  /// The text itself, if it names no value.
  public Optional<String> plain() {
    return switch (parts) {
      case List<Part> one
          when one.size() == 1 && one.getFirst() instanceof Part.Plain(String text) ->
          Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static void addPlain(List<Part> parts, StringBuilder plain) {
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private static Part value(String inside, Consumer<String> problems) {
    int bar = inside.indexOf('|');
    String key = (bar < 0 ? inside : inside.substring(0, bar)).strip();
    if (!isKey(key)) {
      problems.accept("names the value '" + key + "'; a value is dotted words such as wearer.name");
    }
    return new Part.Value(key, bar < 0 ? Optional.empty() : Optional.of(inside.substring(bar + 1)));
  }

  /// Whether a text can name a value: words of letters, digits, `_` and `-` with dots between, list
  /// places in brackets.
  public static boolean isKey(String text) {
    if (text.isEmpty() || text.length() > 96) {
      return false;
    }
    return text.chars().allMatch(Template::isKeyCharacter);
  }

  private static boolean isKeyCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-[]".indexOf(c) >= 0;
  }

  /// The text with values filled in; keys that are missing without a fall-back are told.
  public String fill(Function<String, Optional<String>> values, Consumer<String> missing) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Plain(String text) -> out.append(text);
        case Part.Value(String key, Optional<String> fallback) -> {
          Optional<String> value = values.apply(key).filter(v -> !v.isBlank());
          if (value.isEmpty() && fallback.isEmpty()) {
            missing.accept(key);
          }
          out.append(value.or(() -> fallback).orElse(""));
        }
      }
    }
    return out.toString();
  }
}
