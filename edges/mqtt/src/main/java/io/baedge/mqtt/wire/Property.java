package io.baedge.mqtt.wire;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// The properties of MQTT 5 (OASIS standard, table 2-4): number, form of the value and the places
/// where each may stand.
public enum Property {
  PAYLOAD_FORMAT(0x01, Form.BYTE, Place.PUBLISH, Place.WILL),
  MESSAGE_EXPIRY_S(0x02, Form.FOUR_BYTES, Place.PUBLISH, Place.WILL),
  CONTENT_TYPE(0x03, Form.TEXT, Place.PUBLISH, Place.WILL),
  RESPONSE_TOPIC(0x08, Form.TEXT, Place.PUBLISH, Place.WILL),
  CORRELATION_DATA(0x09, Form.BINARY, Place.PUBLISH, Place.WILL),
  SUBSCRIPTION_ID(0x0B, Form.VARIABLE, Place.PUBLISH, Place.SUBSCRIBE),
  SESSION_EXPIRY_S(0x11, Form.FOUR_BYTES, Place.CONNECT, Place.CONNACK, Place.DISCONNECT),
  ASSIGNED_CLIENT_ID(0x12, Form.TEXT, Place.CONNACK),
  SERVER_KEEP_ALIVE_S(0x13, Form.TWO_BYTES, Place.CONNACK),
  AUTHENTICATION_METHOD(0x15, Form.TEXT, Place.CONNECT, Place.CONNACK),
  AUTHENTICATION_DATA(0x16, Form.BINARY, Place.CONNECT, Place.CONNACK),
  REQUEST_PROBLEM_INFORMATION(0x17, Form.BYTE, Place.CONNECT),
  WILL_DELAY_S(0x18, Form.FOUR_BYTES, Place.WILL),
  REQUEST_RESPONSE_INFORMATION(0x19, Form.BYTE, Place.CONNECT),
  RESPONSE_INFORMATION(0x1A, Form.TEXT, Place.CONNACK),
  SERVER_REFERENCE(0x1C, Form.TEXT, Place.CONNACK, Place.DISCONNECT),
  REASON_STRING(0x1F, Form.TEXT, Place.CONNACK, Place.PUBACK, Place.SUBACK, Place.DISCONNECT),
  RECEIVE_MAXIMUM(0x21, Form.TWO_BYTES, Place.CONNECT, Place.CONNACK),
  TOPIC_ALIAS_MAXIMUM(0x22, Form.TWO_BYTES, Place.CONNECT, Place.CONNACK),
  TOPIC_ALIAS(0x23, Form.TWO_BYTES, Place.PUBLISH),
  MAXIMUM_QOS(0x24, Form.BYTE, Place.CONNACK),
  RETAIN_AVAILABLE(0x25, Form.BYTE, Place.CONNACK),
  USER(0x26, Form.PAIR, Place.values()),
  MAXIMUM_PACKET_BYTES(0x27, Form.FOUR_BYTES, Place.CONNECT, Place.CONNACK),
  WILDCARD_AVAILABLE(0x28, Form.BYTE, Place.CONNACK),
  SUBSCRIPTION_ID_AVAILABLE(0x29, Form.BYTE, Place.CONNACK),
  SHARED_AVAILABLE(0x2A, Form.BYTE, Place.CONNACK);

  /// How a value stands on the wire.
  enum Form {
    BYTE,
    TWO_BYTES,
    FOUR_BYTES,
    VARIABLE,
    TEXT,
    BINARY,
    PAIR
  }

  /// Where properties stand: in a packet of this kind, or in the will inside CONNECT.
  enum Place {
    CONNECT,
    WILL,
    CONNACK,
    PUBLISH,
    PUBACK,
    SUBSCRIBE,
    SUBACK,
    DISCONNECT
  }

  private static final @Nullable Property[] BY_NUMBER = new Property[0x2B];

  static {
    for (Property property : values()) {
      BY_NUMBER[property.number] = property;
    }
  }

  private final int number;
  private final Form form;
  private final EnumSet<Place> places;

  Property(int number, Form form, Place... places) {
    this.number = number;
    this.form = form;
    this.places = EnumSet.noneOf(Place.class);
    for (Place place : places) {
      this.places.add(place);
    }
  }

  int number() {
    return number;
  }

  Form form() {
    return form;
  }

  boolean allowedIn(Place place) {
    return places.contains(place);
  }

  /// Zero has no meaning for these: the standard calls it a protocol error.
  boolean mustNotBeZero() {
    return this == RECEIVE_MAXIMUM
        || this == MAXIMUM_PACKET_BYTES
        || this == SUBSCRIPTION_ID
        || this == TOPIC_ALIAS;
  }

  /// May occur several times: user properties anywhere, subscription ids in PUBLISH.
  boolean repeatableIn(Place place) {
    return this == USER || (this == SUBSCRIPTION_ID && place == Place.PUBLISH);
  }

  static @Nullable Property byNumber(int number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
  }
}
