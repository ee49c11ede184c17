package io.baedge.hubserver.store;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.Revision;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Sets the parameters of a statement one after the other. */
final class Params {
  private final PreparedStatement statement;
  private int last;

  Params(PreparedStatement statement) {
    this.statement = statement;
  }

  Params text(String value) throws SQLException {
    // PostgreSQL cannot store the character 0, which has no place in a text anyway.
    String storable = value.indexOf('\0') < 0 ? value : value.replace('\0', '\ufffd');
    statement.setString(++last, storable);
    return this;
  }

  Params number(long value) throws SQLException {
    statement.setLong(++last, value);
    return this;
  }

  Params flag(boolean value) throws SQLException {
    return number(value ? 1 : 0);
  }

  Params bytes(byte[] value) throws SQLException {
    statement.setBytes(++last, value);
    return this;
  }

  Params revision(Revision value) throws SQLException {
    return number(value.generation()).number(value.n());
  }

  Params doc(Doc value) throws SQLException {
    return text(DocCodec.toJson(value));
  }

  Params words(List<String> value) throws SQLException {
    return doc(new Doc.Items(List.copyOf(value.stream().map(Doc.Text::new).toList())));
  }

  /** The next row of the batch begins. */
  void add() throws SQLException {
    statement.addBatch();
    last = 0;
  }
}
