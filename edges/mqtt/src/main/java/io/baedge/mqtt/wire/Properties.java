package io.baedge.mqtt.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The properties of one packet in the order of the wire. Immutable.
public final class Properties {
  /// No properties at all; shared, because nearly every packet has none.
  public static final Properties NONE = new Properties(List.of());

  private final List<Entry> entries;

  private Properties(List<Entry> entries) {
    this.entries = entries;
  }

  /// One property with its value.
  sealed interface Entry {
    Property property();
  }

  /// A number of one, two or four bytes or of variable length.
  record Whole(Property property, long value) implements Entry {}

  /// A UTF-8 text.
  record Text(Property property, String value) implements Entry {}

  /// Opaque bytes; not copied, not to be changed.
  @SuppressWarnings("ArrayRecordComponent")
  record Binary(Property property, byte[] value) implements Entry {}

  /// One user property.
  record Pair(Property property, String key, String value) implements Entry {}

  List<Entry> entries() {
    return entries;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// The number of a numeric property, empty when it is absent.
  public OptionalLong whole(Property property) {
    for (Entry entry : entries) {
      if (entry instanceof Whole(Property found, long value) && found == property) {
        return OptionalLong.of(value);
      }
    }
    return OptionalLong.empty();
  }

  /// The text of a text property, empty when it is absent.
  public Optional<String> text(Property property) {
    for (Entry entry : entries) {
      if (entry instanceof Text(Property found, String value) && found == property) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /// The first user property with this key, empty when there is none.
  public Optional<String> user(String key) {
    for (Entry entry : entries) {
      if (entry instanceof Pair(Property _, String found, String value) && found.equals(key)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  boolean has(Property property) {
    for (Entry entry : entries) {
      if (entry.property() == property) {
        return true;
      }
    }
    return false;
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /// Collects properties; a value that does not fit its property is a programmer's error.
  public static final class Builder {
    private final List<Entry> entries = new ArrayList<>(4);

    public Builder whole(Property property, long value) {
      long most =
          switch (property.form()) {
            case BYTE -> 0xFF;
            case TWO_BYTES -> 0xFFFF;
            case FOUR_BYTES -> 0xFFFF_FFFFL;
            case VARIABLE -> WireBuffer.MAX_VARIABLE;
            case TEXT, BINARY, PAIR -> -1;
          };
      if (value < 0 || value > most) {
        throw new IllegalArgumentException(property + " cannot carry the number " + value);
      }
      entries.add(new Whole(property, value));
      return this;
    }

    public Builder text(Property property, String value) {
      if (property.form() != Property.Form.TEXT) {
        throw new IllegalArgumentException(property + " carries no text");
      }
      entries.add(new Text(property, value));
      return this;
    }

    public Builder user(String key, String value) {
      entries.add(new Pair(Property.USER, key, value));
      return this;
    }

    Builder add(Entry entry) {
      entries.add(entry);
      return this;
    }

    public Properties build() {
      return entries.isEmpty() ? NONE : new Properties(List.copyOf(entries));
    }
  }
}
