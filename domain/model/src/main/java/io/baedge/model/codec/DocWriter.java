package io.baedge.model.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes a document as tokens. */
final class DocWriter {
  /** Names sorted as their encoded bytes are: shorter first, then bytewise (RFC 8949 4.2.1). */
  private static final Comparator<Map.Entry<String, Doc>> BY_ENCODED_NAME =
      (a, b) -> {
        byte[] first = a.getKey().getBytes(StandardCharsets.UTF_8);
        byte[] second = b.getKey().getBytes(StandardCharsets.UTF_8);
        return first.length != second.length
            ? Integer.compare(first.length, second.length)
            : Arrays.compareUnsigned(first, second);
      };

  private final JsonGenerator generator;
  private final boolean deterministic;

  private DocWriter(JsonGenerator generator, boolean deterministic) {
    this.generator = generator;
    this.deterministic = deterministic;
  }

  static DocWriter deterministic(JsonGenerator generator) {
    return new DocWriter(generator, true);
  }

  static DocWriter asWritten(JsonGenerator generator) {
    return new DocWriter(generator, false);
  }

  void write(Doc doc) throws IOException {
    switch (doc) {
      case Doc.Null _ -> generator.writeNull();
      case Doc.Bool(boolean value) -> generator.writeBoolean(value);
      case Doc.Int(long value) -> generator.writeNumber(value);
      case Doc.Real(double value) -> generator.writeNumber(value);
      case Doc.Text(String value) -> text(value);
      case Doc.Bytes(byte[] value) -> bytes(value);
      case Doc.Items(List<Doc> values) -> {
        generator.writeStartArray(values, values.size());
        for (Doc value : values) {
          write(value);
        }
        generator.writeEndArray();
      }
      case Doc.Fields(Map<String, Doc> values) -> fields(values);
    }
  }

  private void fields(Map<String, Doc> values) throws IOException {
    List<Map.Entry<String, Doc>> entries = new ArrayList<>(values.entrySet());
    if (deterministic) {
      entries.sort(BY_ENCODED_NAME);
    }
    generator.writeStartObject(values, entries.size());
    for (Map.Entry<String, Doc> entry : entries) {
      generator.writeFieldName(entry.getKey());
      write(entry.getValue());
    }
    generator.writeEndObject();
  }

  private void text(String value) throws IOException {
    if (deterministic) {
      // The generator splits long Java strings into chunks; bytes it writes with a definite length.
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      generator.writeUTF8String(utf8, 0, utf8.length);
    } else {
      generator.writeString(value);
    }
  }

  private void bytes(byte[] value) throws IOException {
    if (deterministic) {
      generator.writeBinary(value);
    } else {
      generator.writeString(Base64.getUrlEncoder().withoutPadding().encodeToString(value));
    }
  }
}
