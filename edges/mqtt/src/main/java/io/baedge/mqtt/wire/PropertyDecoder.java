package io.baedge.mqtt.wire;

import io.baedge.mqtt.wire.Property.Place;
import java.util.EnumSet;

/// Bytes to properties: only known ones, only in their place, only once unless they may repeat.
final class PropertyDecoder {
  private static final int MAX_PROPERTIES = 64;

  private PropertyDecoder() {}

  static Properties decode(ByteCursor in, Place place) throws MalformedException {
    Properties.Builder found = Properties.builder();
    EnumSet<Property> seen = EnumSet.noneOf(Property.class);
    int count = 0;
    while (in.left() > 0) {
      int number = in.variable("a property number");
      Property property = Property.byNumber(number);
      if (property == null) {
        throw malformed("property " + number + " does not exist");
      }
      if (!property.allowedIn(place)) {
        throw protocolError(property + " is not allowed in " + place);
      }
      if (!seen.add(property) && !property.repeatableIn(place)) {
        throw protocolError(property + " occurs twice");
      }
      if (++count > MAX_PROPERTIES) {
        throw new MalformedException(
            ReasonCode.QUOTA_EXCEEDED, "more than " + MAX_PROPERTIES + " properties in a packet");
      }
      found.add(entry(in, property));
    }
    return found.build();
  }

  private static Properties.Entry entry(ByteCursor in, Property property)
      throws MalformedException {
    String name = property.name();
    return switch (property.form()) {
      case BYTE -> whole(property, in.one(name));
      case TWO_BYTES -> whole(property, in.two(name));
      case FOUR_BYTES -> whole(property, in.four(name));
      case VARIABLE -> whole(property, in.variable(name));
      case TEXT -> new Properties.Text(property, in.text(name));
      case BINARY -> new Properties.Binary(property, in.binary(name));
      case PAIR -> new Properties.Pair(property, in.text(name), in.text(name));
    };
  }

  private static Properties.Entry whole(Property property, long value) throws MalformedException {
    if (value == 0 && property.mustNotBeZero()) {
      throw protocolError(property + " is 0");
    }
    if (value > 1 && property.form() == Property.Form.BYTE) {
      throw protocolError(property + " is " + value + " instead of 0 or 1");
    }
    return new Properties.Whole(property, value);
  }

  private static MalformedException malformed(String text) {
    return new MalformedException(ReasonCode.MALFORMED_PACKET, text);
  }

  private static MalformedException protocolError(String text) {
    return new MalformedException(ReasonCode.PROTOCOL_ERROR, text);
  }
}
