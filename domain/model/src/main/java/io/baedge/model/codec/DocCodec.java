package io.baedge.model.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Documents to and from JSON and deterministic CBOR (RFC 8949 section 4.2.1, without fractions).
 */
public final class DocCodec {
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.DOCUMENT_DEPTH)
          .maxStringLength(4 * 1024 * 1024)
          .maxNumberLength(40)
          .build();

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final CBORFactory CBOR =
      CBORFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private DocCodec() {}

  /** Deterministic CBOR. */
  public static byte[] toCbor(Doc doc) {
    var bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = CBOR.createGenerator(bytes)) {
      DocWriter.deterministic(generator).write(doc);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /** JSON in one line, names in the order of the document. */
  public static String toJson(Doc doc) {
    return json(doc, false);
  }

  /** JSON for people, indented by two. */
  public static String toPrettyJson(Doc doc) {
    return json(doc, true);
  }

  private static String json(Doc doc, boolean pretty) {
    var text = new StringWriter(512);
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      if (pretty) {
        generator.setPrettyPrinter(new PlainIndent());
      }
      DocWriter.asWritten(generator).write(doc);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return text.toString();
  }

  /** Reads bytes from a wire: JSON when they begin with an opening brace, else CBOR. */
  public static Decoded<Doc> fromWire(byte[] bytes) {
    if (bytes.length == 0) {
      return new Decoded.Malformed<>("the message is empty");
    }
    if (bytes.length > Limits.MESSAGE_BYTES) {
      return new Decoded.Malformed<>(
          "the message has "
              + bytes.length
              + " bytes; at most "
              + Limits.MESSAGE_BYTES
              + " are allowed");
    }
    return bytes[0] == '{' ? whole(JSON, bytes, "JSON") : whole(CBOR, bytes, "CBOR");
  }

  /** Reads JSON text of any kind of value. */
  public static Decoded<Doc> fromJson(String text) {
    return whole(JSON, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "JSON");
  }

  /** Reads JSON with the places of its values, for files that people write. */
  public static Decoded<Located> locatedJson(String text) {
    return located(JSON, text, "JSON");
  }

  /** Reads with any factory of the same streaming interface, for notations that live elsewhere. */
  static Decoded<Located> located(JsonFactory factory, String text, String notation) {
    try (JsonParser parser = factory.createParser(text)) {
      var builder = new DocBuilder(parser, true);
      Doc doc = builder.readWhole();
      return new Decoded.Ok<>(new Located(doc, builder.positions()));
    } catch (JsonProcessingException e) {
      return malformedAt(e, notation);
    } catch (IOException e) {
      return new Decoded.Malformed<>("this is not " + notation + ": " + e.getMessage());
    }
  }

  private static Decoded<Doc> whole(JsonFactory factory, byte[] bytes, String notation) {
    try (JsonParser parser = factory.createParser(bytes)) {
      return new Decoded.Ok<>(new DocBuilder(parser, false).readWhole());
    } catch (JsonProcessingException e) {
      return new Decoded.Malformed<>("this is not " + notation + ": " + firstLine(e));
    } catch (IOException e) {
      return new Decoded.Malformed<>("this is not " + notation + ": " + e.getMessage());
    }
  }

  private static Decoded<Located> malformedAt(JsonProcessingException e, String notation) {
    JsonLocation at = e.getLocation();
    int line = at == null ? 0 : Math.max(0, at.getLineNr());
    int column = at == null ? 0 : Math.max(0, at.getColumnNr());
    String why = "this is not " + notation + ": " + firstLine(e);
    return new Decoded.Malformed<>(new Problem("", why, line, column).sentence());
  }

  private static String firstLine(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }
}
