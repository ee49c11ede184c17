package io.baedge.badgelinux.value;

import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.JsonPointer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the value in what a source sent. */
final class Body {
  /** Most bytes that are taken of a source. */
  static final int MOST_BYTES = 64 * 1024;

  private Body() {}

  /** The answer of bytes that are within the bound. */
  static ValueAnswer answer(ValueSource source, byte[] bytes, String mark) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return failed(source, "is not UTF-8 text; save it as UTF-8");
    }
    if (source.pointer().isEmpty()) {
      return new ValueAnswer.Read(text, mark);
    }
    return switch (DocCodec.fromJson(text)) {
      case Decoded.Malformed<Doc>(String reason) -> failed(source, "cannot be read: " + reason);
      case Decoded.Ok<Doc>(Doc doc) ->
          at(source.pointer(), doc)
              .<ValueAnswer>map(found -> value(source, found, mark))
              .orElseGet(
                  () ->
                      failed(
                          source,
                          "has nothing at "
                              + source.pointer()
                              + "; correct 'path' in the settings"));
    };
  }

  private static Optional<Doc> at(String pointer, Doc doc) {
    return JsonPointer.parse(pointer).flatMap(p -> p.in(doc));
  }

  private static ValueAnswer value(ValueSource source, Doc found, String mark) {
    return switch (found) {
      case Doc.Text(String text) -> new ValueAnswer.Read(text, mark);
      case Doc.Int(long number) -> new ValueAnswer.Read(Long.toString(number), mark);
      case Doc.Real(double number) -> new ValueAnswer.Read(plain(number), mark);
      case Doc.Bool(boolean truth) -> new ValueAnswer.Read(Boolean.toString(truth), mark);
      case Doc.Null _ -> new ValueAnswer.Read("", mark);
      case Doc.Items _ -> failed(source, notOne(source, "a list"));
      case Doc.Fields _ -> failed(source, notOne(source, "an object"));
      case Doc.Bytes _ -> failed(source, notOne(source, "bytes"));
    };
  }

  /** As people write numbers: with an exponent only where there would be very many digits. */
  private static String plain(double number) {
    double size = Math.abs(number);
    return size == 0 || (size >= 1e-6 && size < 1e15)
        ? BigDecimal.valueOf(number).toPlainString()
        : Double.toString(number);
  }

  private static String notOne(ValueSource source, String what) {
    return "has " + what + " at " + source.pointer() + "; point at one text, number or truth value";
  }

  static ValueAnswer failed(ValueSource source, String what) {
    return new ValueAnswer.Failed(source.shownPlace() + " " + what);
  }

  static ValueAnswer tooLarge(ValueSource source) {
    return new ValueAnswer.TooLarge(
        source.shownPlace()
            + " has more than "
            + MOST_BYTES / 1024
            + " KiB; let it hold only what the screen shows");
  }
}
