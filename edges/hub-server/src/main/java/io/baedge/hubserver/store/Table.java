package io.baedge.hubserver.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table, and the way between its rows and the hub's.
 *
 * @param keys the columns of the key, which come first
 * @param others all other columns
 * @param key what tells two rows apart in memory
 */
record Table<R>(
    String name,
    List<String> keys,
    List<String> others,
    Function<R, Object> key,
    Binder<R> binder,
    Columns.Mapper<R> mapper) {

  /** Sets the parameters of one row, in the order keys, others. */
  @FunctionalInterface
  interface Binder<R> {
    void bind(R row, Params to) throws SQLException;
  }

  /** Inserts the row, or replaces the one with its key. */
  String upsert() {
    String changes =
        others.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));
    return insert() + " ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET " + changes;
  }

  /** Inserts the row; one with its key that is there is left alone. */
  String insertIfAbsent() {
    return insert() + " ON CONFLICT (" + String.join(", ", keys) + ") DO NOTHING";
  }

  /** Inserts the row; one with its key that is there is an error. */
  String insert() {
    List<String> columns = columns();
    return "INSERT INTO "
        + name
        + " ("
        + String.join(", ", columns)
        + ") VALUES ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  /** All rows; conditions can be added. */
  String select() {
    return "SELECT " + String.join(", ", columns()) + " FROM " + name;
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(others);
    return columns;
  }
}
