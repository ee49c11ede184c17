package io.baedge.mqtt.wire;

import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Packet.Connect;
import io.baedge.mqtt.wire.Packet.Disconnect;
import io.baedge.mqtt.wire.Packet.Filter;
import io.baedge.mqtt.wire.Packet.Login;
import io.baedge.mqtt.wire.Packet.Pingreq;
import io.baedge.mqtt.wire.Packet.Pingresp;
import io.baedge.mqtt.wire.Packet.Puback;
import io.baedge.mqtt.wire.Packet.Publish;
import io.baedge.mqtt.wire.Packet.Suback;
import io.baedge.mqtt.wire.Packet.Subscribe;
import io.baedge.mqtt.wire.Packet.Will;
import org.jspecify.annotations.Nullable;

/// Packets to bytes (MQTT 5, OASIS standard, chapter 3).
public final class PacketWriter {
  private PacketWriter() {}

  /// Appends the packet. Texts and properties that do not fit the format are a programmer's error
  /// ([IllegalArgumentException]) and leave nothing behind.
  public static void write(Packet packet, WireBuffer out) {
    int before = out.mark();
    boolean done = false;
    try {
      switch (packet) {
        case Connect connect -> connect(connect, out);
        case Connack connack -> connack(connack, out);
        case Publish publish -> publish(publish, out);
        case Puback puback -> puback(puback, out);
        case Subscribe subscribe -> subscribe(subscribe, out);
        case Suback suback -> suback(suback, out);
        case Pingreq() -> empty(0xC0, out);
        case Pingresp() -> empty(0xD0, out);
        case Disconnect disconnect -> disconnect(disconnect, out);
      }
      done = true;
    } finally {
      if (!done) {
        out.reset(before);
      }
    }
  }

  /// Upper bound of the bytes a PUBLISH without properties takes on the wire.
  public static long publishBytes(String topic, byte[] payload) {
    return 12L + 3L * topic.length() + payload.length;
  }

  private static void empty(int head, WireBuffer out) {
    out.one(head);
    out.one(0);
  }

  private static void connect(Connect packet, WireBuffer out) {
    out.one(0x10);
    int length = out.openLength();
    out.text("MQTT");
    out.one(5);
    Login login = packet.login();
    Will will = packet.will();
    out.one(connectFlags(packet.cleanStart(), login, will));
    out.two(packet.keepAliveS());
    properties(packet.properties(), out);
    out.text(packet.clientId());
    if (will != null) {
      properties(will.properties(), out);
      out.text(will.topic());
      out.binary(will.payload());
    }
    if (login != null && login.user() != null) {
      out.text(login.user());
    }
    if (login != null && login.password() != null) {
      out.binary(login.password());
    }
    out.closeLength(length);
  }

  private static int connectFlags(boolean cleanStart, @Nullable Login login, @Nullable Will will) {
    int flags = cleanStart ? 0x02 : 0;
    if (will != null) {
      flags |= 0x04 | will.qos() << 3 | (will.retain() ? 0x20 : 0);
    }
    if (login != null) {
      flags |= (login.user() != null ? 0x80 : 0) | (login.password() != null ? 0x40 : 0);
    }
    return flags;
  }

  private static void connack(Connack packet, WireBuffer out) {
    out.one(0x20);
    int length = out.openLength();
    out.one(packet.sessionPresent() ? 1 : 0);
    out.one(packet.reasonCode());
    properties(packet.properties(), out);
    out.closeLength(length);
  }

  private static void publish(Publish packet, WireBuffer out) {
    out.one(0x30 | (packet.duplicate() ? 8 : 0) | packet.qos() << 1 | (packet.retain() ? 1 : 0));
    int length = out.openLength();
    out.text(packet.topic());
    if (packet.qos() > 0) {
      out.two(packet.packetId());
    }
    properties(packet.properties(), out);
    out.raw(packet.payload());
    out.closeLength(length);
  }

  private static void puback(Puback packet, WireBuffer out) {
    out.one(0x40);
    int length = out.openLength();
    out.two(packet.packetId());
    if (packet.reasonCode() != ReasonCode.SUCCESS || !packet.properties().isEmpty()) {
      out.one(packet.reasonCode());
      if (!packet.properties().isEmpty()) {
        properties(packet.properties(), out);
      }
    }
    out.closeLength(length);
  }

  private static void subscribe(Subscribe packet, WireBuffer out) {
    out.one(0x82);
    int length = out.openLength();
    out.two(packet.packetId());
    properties(packet.properties(), out);
    for (Filter filter : packet.filters()) {
      out.text(filter.pattern());
      out.one(filter.qos());
    }
    out.closeLength(length);
  }

  private static void suback(Suback packet, WireBuffer out) {
    out.one(0x90);
    int length = out.openLength();
    out.two(packet.packetId());
    properties(packet.properties(), out);
    for (int code : packet.reasonCodes()) {
      out.one(code);
    }
    out.closeLength(length);
  }

  private static void disconnect(Disconnect packet, WireBuffer out) {
    out.one(0xE0);
    int length = out.openLength();
    if (packet.reasonCode() != ReasonCode.SUCCESS || !packet.properties().isEmpty()) {
      out.one(packet.reasonCode());
      if (!packet.properties().isEmpty()) {
        properties(packet.properties(), out);
      }
    }
    out.closeLength(length);
  }

  private static void properties(Properties properties, WireBuffer out) {
    if (properties.isEmpty()) {
      out.one(0);
      return;
    }
    int length = out.openLength();
    for (Properties.Entry entry : properties.entries()) {
      out.one(entry.property().number());
      switch (entry) {
        case Properties.Whole(Property property, long value) -> whole(property, value, out);
        case Properties.Text(_, String value) -> out.text(value);
        case Properties.Binary(_, byte[] value) -> out.binary(value);
        case Properties.Pair(_, String key, String value) -> {
          out.text(key);
          out.text(value);
        }
      }
    }
    out.closeLength(length);
  }

  private static void whole(Property property, long value, WireBuffer out) {
    switch (property.form()) {
      case BYTE -> out.one((int) value);
      case TWO_BYTES -> out.two((int) value);
      case FOUR_BYTES -> out.four(value);
      case VARIABLE -> out.variable((int) value);
      case TEXT, BINARY, PAIR -> throw new IllegalStateException(property + " is not a number");
    }
  }
}
