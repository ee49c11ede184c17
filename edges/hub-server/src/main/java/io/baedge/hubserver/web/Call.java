package io.baedge.hubserver.web;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.WearerId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One call as its handler sees it: parameters are known to the route, the body is within its limit.
 */
record Call(
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String who) {

  /** Reads a JSON body; throws what is wrong with all of its fields at once. */
  <T> T read(Function<DocReader, T> reading) {
    var problems = new Problems();
    DocReader reader = DocReader.of(document(), problems);
    T value = reading.apply(reader);
    reader.rejectUnknown();
    if (!problems.isEmpty()) {
      throw Refused.fields(problems.all());
    }
    return value;
  }

  /** The JSON body; an empty body counts as a document without values. */
  Doc document() {
    if (body.length == 0) {
      return Doc.Fields.EMPTY;
    }
    return switch (DocCodec.fromJson(new String(body, StandardCharsets.UTF_8))) {
      case Decoded.Ok<Doc>(Doc doc) -> doc;
      case Decoded.Malformed<Doc>(String reason) ->
          throw Refused.of(400, "malformed-body", "The body cannot be read: " + reason + ".");
    };
  }

  BadgeId badge() {
    return parsed("badge", BadgeId::parse, "1 to 32 characters of a-z, 0-9 and '-'");
  }

  DeviceId device() {
    return parsed("device", DeviceId::parse, "16 characters of a-z and 2-7");
  }

  WearerId wearer() {
    return parsed("wearer", WearerId::parse, "1 to 64 printable characters");
  }

  String part(String name) {
    return path.getOrDefault(name, "");
  }

  private <T> T parsed(String name, Function<String, Optional<T>> parser, String form) {
    String text = part(name);
    return parser
        .apply(text)
        .orElseThrow(() -> Refused.field(name, "is '" + Shown.of(text) + "'; it must be " + form));
  }

  String text(String name) {
    return query.getOrDefault(name, "");
  }

  boolean flag(String name) {
    String text = text(name);
    return switch (text) {
      case "", "false" -> false;
      case "true" -> true;
      default -> throw Refused.field(name, "is '" + Shown.of(text) + "'; it must be true or false");
    };
  }

  int limit(int otherwise, int most) {
    return (int) number("limit", 1, most).orElse(otherwise);
  }

  OptionalLong number(String name, long least, long most) {
    String text = text(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Said below together with numbers out of range.
    }
    throw Refused.field(
        name,
        "is '" + Shown.of(text) + "'; it must be a whole number from " + least + " to " + most);
  }

  <E extends Enum<E>> java.util.EnumSet<E> words(String name, Class<E> type) {
    var chosen = java.util.EnumSet.noneOf(type);
    if (text(name).isEmpty()) {
      return chosen;
    }
    for (String word : text(name).split(",", -1)) {
      chosen.add(word(name, word, type));
    }
    return chosen;
  }

  private static <E extends Enum<E>> E word(String name, String word, Class<E> type) {
    var known = new java.util.ArrayList<String>();
    for (E constant : type.getEnumConstants()) {
      String candidate = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (candidate.equals(word)) {
        return constant;
      }
      known.add(candidate);
    }
    throw Refused.field(
        name, "is '" + Shown.of(word) + "'; " + io.baedge.model.doc.Suggestion.oneOf(word, known));
  }

  /** The last key of the page before; empty for the first page. */
  String cursor() {
    return Cursor.read(text("cursor"));
  }
}
