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
import io.baedge.mqtt.wire.Property.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes of one whole packet to the packet (MQTT 5, OASIS standard, chapter 3).
final class PacketDecoder {
  private PacketDecoder() {}

  /// `length` is the length of the whole packet including its header.
  static Packet decode(byte[] source, int offset, int length) throws MalformedException {
    int head = source[offset] & 0xFF;
    int type = head >>> 4;
    int flags = head & 0x0F;
    int at = offset + 1;
    while (source[at++] < 0) {
      // skips the length, which the reader has checked
    }
    ByteCursor in = new ByteCursor(source, at, offset + length);
    if (type == 3) {
      return publish(in, flags);
    }
    if (flags != (type == 8 ? 2 : 0)) {
      throw malformed("the header flags " + flags + " are not allowed for packet type " + type);
    }
    Packet packet =
        switch (type) {
          case 1 -> connect(in);
          case 2 -> connack(in);
          case 4 -> puback(in);
          case 8 -> subscribe(in);
          case 9 -> suback(in);
          case 12 -> new Pingreq();
          case 13 -> new Pingresp();
          case 14 -> disconnect(in);
          case 0 -> throw malformed("packet type 0 is reserved");
          default ->
              throw new MalformedException(
                  ReasonCode.PROTOCOL_ERROR, "packet type " + type + " is not used here");
        };
    if (in.left() > 0) {
      throw malformed("packet type " + type + " has " + in.left() + " bytes too many");
    }
    return packet;
  }

  private static Connect connect(ByteCursor in) throws MalformedException {
    String name = in.text("the protocol name");
    int version = in.one("the protocol version");
    if (!name.equals("MQTT") || version != 5) {
      throw new MalformedException(
          ReasonCode.UNSUPPORTED_VERSION, "protocol " + name + " version " + version);
    }
    int flags = in.one("the connect flags");
    if ((flags & 1) != 0) {
      throw malformed("the reserved connect flag is set");
    }
    int keepAliveS = in.two("the keep-alive");
    Properties properties = properties(in, Place.CONNECT);
    String clientId = in.text("the client identifier");
    Will will = will(in, flags);
    String user = (flags & 0x80) != 0 ? in.text("the user name") : null;
    byte[] password = (flags & 0x40) != 0 ? in.binary("the password") : null;
    Login login = user == null && password == null ? null : new Login(user, password);
    return new Connect(clientId, (flags & 2) != 0, keepAliveS, login, will, properties);
  }

  private static @Nullable Will will(ByteCursor in, int flags) throws MalformedException {
    int qos = flags >>> 3 & 3;
    if ((flags & 4) == 0) {
      if ((flags & 0x38) != 0) {
        throw malformed("will QoS or will retain is set without a will");
      }
      return null;
    }
    if (qos > 1) {
      throw new MalformedException(ReasonCode.QOS_NOT_SUPPORTED, "a will of QoS " + qos);
    }
    Properties properties = properties(in, Place.WILL);
    String topic = topicName(in.text("the will topic"));
    return new Will(topic, in.binary("the will"), qos, (flags & 0x20) != 0, properties);
  }

  private static Connack connack(ByteCursor in) throws MalformedException {
    int flags = in.one("the CONNACK flags");
    if (flags > 1) {
      throw malformed("the CONNACK flags " + flags + " are not allowed");
    }
    int code = in.one("the reason code");
    return new Connack(flags == 1, code, properties(in, Place.CONNACK));
  }

  private static Publish publish(ByteCursor in, int flags) throws MalformedException {
    int qos = flags >>> 1 & 3;
    boolean duplicate = (flags & 8) != 0;
    if (qos == 3) {
      throw malformed("a message of QoS 3");
    }
    if (qos == 2) {
      throw new MalformedException(ReasonCode.QOS_NOT_SUPPORTED, "a message of QoS 2");
    }
    if (qos == 0 && duplicate) {
      throw malformed("a message of QoS 0 is marked as duplicate");
    }
    String topic = in.text("the topic");
    int packetId = qos == 0 ? 0 : packetId(in);
    Properties properties = properties(in, Place.PUBLISH);
    if (properties.has(Property.TOPIC_ALIAS)) {
      throw new MalformedException(
          ReasonCode.TOPIC_ALIAS_INVALID, "a topic alias, although none is allowed");
    }
    topicName(topic);
    return new Publish(topic, in.rest(), qos, (flags & 1) != 0, duplicate, packetId, properties);
  }

  private static Puback puback(ByteCursor in) throws MalformedException {
    int packetId = packetId(in);
    int code = in.left() > 0 ? in.one("the reason code") : ReasonCode.SUCCESS;
    Properties properties = in.left() > 0 ? properties(in, Place.PUBACK) : Properties.NONE;
    return new Puback(packetId, code, properties);
  }

  private static Subscribe subscribe(ByteCursor in) throws MalformedException {
    int packetId = packetId(in);
    Properties properties = properties(in, Place.SUBSCRIBE);
    List<Filter> filters = new ArrayList<>();
    while (in.left() > 0) {
      String pattern = in.text("the topic filter");
      int options = in.one("the subscription options");
      int qos = options & 3;
      if (qos == 3 || (options & 0xC0) != 0 || (options >>> 4 & 3) == 3) {
        throw malformed("the subscription options " + options + " are not allowed");
      }
      filters.add(new Filter(pattern, qos));
    }
    if (filters.isEmpty()) {
      throw new MalformedException(ReasonCode.PROTOCOL_ERROR, "SUBSCRIBE without a topic filter");
    }
    return new Subscribe(packetId, filters, properties);
  }

  private static Suback suback(ByteCursor in) throws MalformedException {
    int packetId = packetId(in);
    Properties properties = properties(in, Place.SUBACK);
    List<Integer> codes = new ArrayList<>(in.left());
    while (in.left() > 0) {
      codes.add(in.one("a reason code"));
    }
    if (codes.isEmpty()) {
      throw new MalformedException(ReasonCode.PROTOCOL_ERROR, "SUBACK without a reason code");
    }
    return new Suback(packetId, codes, properties);
  }

  private static Disconnect disconnect(ByteCursor in) throws MalformedException {
    int code = in.left() > 0 ? in.one("the reason code") : ReasonCode.SUCCESS;
    Properties properties = in.left() > 0 ? properties(in, Place.DISCONNECT) : Properties.NONE;
    return new Disconnect(code, properties);
  }

  private static int packetId(ByteCursor in) throws MalformedException {
    int packetId = in.two("the packet identifier");
    if (packetId == 0) {
      throw new MalformedException(ReasonCode.PROTOCOL_ERROR, "the packet identifier is 0");
    }
    return packetId;
  }

  private static String topicName(String topic) throws MalformedException {
    if (topic.isEmpty() || topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
      throw new MalformedException(
          ReasonCode.TOPIC_NAME_INVALID, "the topic is empty or contains a wildcard");
    }
    return topic;
  }

  private static Properties properties(ByteCursor in, Place place) throws MalformedException {
    int length = in.variable("the property length");
    if (length == 0) {
      return Properties.NONE;
    }
    ByteCursor slice = in.slice(length, "the properties");
    return PropertyDecoder.decode(slice, place);
  }

  private static MalformedException malformed(String text) {
    return new MalformedException(ReasonCode.MALFORMED_PACKET, text);
  }
}
