package io.baedge.hubserver.store;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns of a row one after the other: the one row mapper helper. */
final class Columns {
  private final ResultSet row;
  private int last;

  Columns(ResultSet row) {
    this.row = row;
  }

  String text() throws SQLException {
    String value = row.getString(++last);
    return value == null ? "" : value;
  }

  long number() throws SQLException {
    return row.getLong(++last);
  }

  boolean flag() throws SQLException {
    return number() != 0;
  }

  byte[] bytes() throws SQLException {
    byte[] value = row.getBytes(++last);
    return value == null ? new byte[0] : value;
  }

  Revision revision() throws SQLException {
    return new Revision(number(), number());
  }

  Doc doc() throws SQLException {
    return switch (DocCodec.fromJson(text())) {
      case Decoded.Ok<Doc>(Doc doc) -> doc;
      case Decoded.Malformed<Doc>(String reason) -> throw new SQLException(reason);
    };
  }

  List<String> words() throws SQLException {
    List<String> words = new ArrayList<>();
    if (doc() instanceof Doc.Items(List<Doc> items)) {
      for (Doc item : items) {
        if (item instanceof Doc.Text(String word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** Makes one value of one row. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(Columns row) throws SQLException;
  }

  /** All rows of a result. */
  static <T> List<T> all(ResultSet rows, Mapper<T> mapper) throws SQLException {
    List<T> found = new ArrayList<>();
    var columns = new Columns(rows);
    while (rows.next()) {
      columns.last = 0;
      found.add(mapper.map(columns));
    }
    return found;
  }
}
