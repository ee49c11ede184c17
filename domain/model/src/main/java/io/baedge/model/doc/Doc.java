package io.baedge.model.doc;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document: a tree of plain values, independent of how it is written down. */
public sealed interface Doc {
  /** No value. */
  enum Null implements Doc {
    /** The only one. */
    NULL
  }

  /** True or false. */
  record Bool(boolean value) implements Doc {}

  /** A whole number. */
  record Int(long value) implements Doc {}

  /** A number with a fraction; messages have none, configuration may. */
  record Real(double value) implements Doc {}

  /** Characters. */
  record Text(String value) implements Doc {}

  /** Bytes; base64url text where the notation has no bytes. */
  record Bytes(byte[] value) implements Doc {
    public Bytes {
      value = value.clone();
    }

    @Override
    public byte[] value() {
      return value.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes(byte[] theirs) && Arrays.equals(value, theirs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** A list. */
  record Items(List<Doc> values) implements Doc {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Named values in the order in which they were written. */
  record Fields(Map<String, Doc> values) implements Doc {
    /** Nothing. */
    public static final Fields EMPTY = new Fields(new LinkedHashMap<>());

    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same with one value set or replaced. */
    public Fields with(String name, Doc value) {
      var changed = new LinkedHashMap<>(values);
      changed.put(name, value);
      return new Fields(changed);
    }
  }

  /** Builds named values in order. */
  final class Builder {
    private final Map<String, Doc> values = new LinkedHashMap<>();

    /** Adds a text. */
    public Builder put(String name, String value) {
      return put(name, new Text(value));
    }

    /** Adds a text unless it is empty. */
    public Builder putIfAny(String name, String value) {
      return value.isEmpty() ? this : put(name, new Text(value));
    }

    /** Adds a whole number. */
    public Builder put(String name, long value) {
      return put(name, new Int(value));
    }

    /** Adds a truth value. */
    public Builder put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    /** Adds bytes. */
    public Builder put(String name, byte[] value) {
      return put(name, new Bytes(value));
    }

    /** Adds a list. */
    public Builder put(String name, List<? extends Doc> value) {
      return put(name, new Items(List.copyOf(value)));
    }

    /** Adds any value. */
    public Builder put(String name, Doc value) {
      values.put(name, value);
      return this;
    }

    /** The document. */
    public Fields build() {
      return new Fields(values);
    }
  }

  /** Starts a document with named values. */
  static Builder fields() {
    return new Builder();
  }
}
