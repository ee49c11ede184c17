package io.baedge.model.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Positions;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds a document from a stream of tokens, whatever notation they come from. */
final class DocBuilder {
  private final JsonParser parser;
  private final boolean keepPositions;
  private final Map<String, Positions.Position> positions = new TreeMap<>();
  private int valuesLeft;

  DocBuilder(JsonParser parser, boolean keepPositions) {
    this.parser = parser;
    this.keepPositions = keepPositions;
    // Files that people give (a schedule) are larger than messages, but not without bound.
    this.valuesLeft = keepPositions ? 100 * Limits.DOCUMENT_VALUES : Limits.DOCUMENT_VALUES;
  }

  Positions positions() {
    return new Positions(positions);
  }

  Doc readWhole() throws IOException {
    if (parser.nextToken() == null) {
      return Doc.Null.NULL;
    }
    Doc doc = value("");
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "there is more after the end of the document");
    }
    return doc;
  }

  private Doc value(String path) throws IOException {
    if (--valuesLeft < 0) {
      throw new JsonParseException(parser, "the document has too many values");
    }
    note(path);
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(path);
      case START_ARRAY -> items(path);
      case VALUE_STRING -> new Doc.Text(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> new Doc.Real(parser.getDoubleValue());
      case VALUE_TRUE -> new Doc.Bool(true);
      case VALUE_FALSE -> new Doc.Bool(false);
      case VALUE_NULL -> Doc.Null.NULL;
      case VALUE_EMBEDDED_OBJECT -> new Doc.Bytes(parser.getBinaryValue());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
          throw new JsonParseException(parser, "a value is missing");
    };
  }

  private Doc integer() throws IOException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      BigInteger value = parser.getBigIntegerValue();
      throw new JsonParseException(parser, "the number " + value + " is too large");
    }
    return new Doc.Int(parser.getLongValue());
  }

  private Doc fields(String path) throws IOException {
    Map<String, Doc> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, value(keepPositions ? (path.isEmpty() ? name : path + "." + name) : ""));
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new JsonParseException(parser, "names must be texts");
    }
    return new Doc.Fields(values);
  }

  private Doc items(String path) throws IOException {
    List<Doc> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw new JsonParseException(parser, "the list does not end");
      }
      values.add(value(keepPositions ? path + "[" + values.size() + "]" : ""));
    }
    return new Doc.Items(values);
  }

  private void note(String path) {
    if (keepPositions) {
      JsonLocation at = parser.currentTokenLocation();
      positions.put(path, new Positions.Position(at.getLineNr(), at.getColumnNr()));
    }
  }
}
