package io.baedge.hubserver.console;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.util.List;

/** Reads documents for showing: what is missing reads as empty. */
record Fields(Doc.Fields doc) {
  static Fields of(Doc doc) {
    return new Fields(doc instanceof Doc.Fields fields ? fields : Doc.Fields.EMPTY);
  }

  Fields at(String name) {
    return of(value(name));
  }

  Doc value(String name) {
    return doc.values().getOrDefault(name, Doc.Null.NULL);
  }

  boolean has(String name) {
    return !(value(name) instanceof Doc.Null);
  }

  String text(String name) {
    return show(value(name));
  }

  long number(String name) {
    return value(name) instanceof Doc.Int(long number) ? number : 0;
  }

  List<Doc> list(String name) {
    return value(name) instanceof Doc.Items(List<Doc> items) ? items : List.of();
  }

  /** A value as a person reads it. */
  static String show(Doc value) {
    return switch (value) {
      case Doc.Null _ -> "";
      case Doc.Text(String text) -> text;
      case Doc.Int(long number) -> Long.toString(number);
      case Doc.Real(double number) -> Double.toString(number);
      case Doc.Bool(boolean truth) -> truth ? "yes" : "no";
      case Doc.Bytes(byte[] bytes) -> bytes.length + " bytes";
      case Doc.Items(List<Doc> items) -> DocCodec.toJson(new Doc.Items(items));
      case Doc.Fields fields -> DocCodec.toJson(fields);
    };
  }
}
