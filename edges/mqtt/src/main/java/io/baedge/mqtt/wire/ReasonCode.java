package io.baedge.mqtt.wire;

import java.util.Locale;

/// Reason codes of MQTT 5 (OASIS standard, section 2.4) that Baedge sends or explains.
public final class ReasonCode {
  public static final int SUCCESS = 0x00;
  public static final int DISCONNECT_WITH_WILL = 0x04;
  public static final int NO_MATCHING_SUBSCRIBERS = 0x10;
  public static final int UNSPECIFIED_ERROR = 0x80;
  public static final int MALFORMED_PACKET = 0x81;
  public static final int PROTOCOL_ERROR = 0x82;
  public static final int IMPLEMENTATION_ERROR = 0x83;
  public static final int UNSUPPORTED_VERSION = 0x84;
  public static final int CLIENT_ID_NOT_VALID = 0x85;
  public static final int BAD_USER_OR_PASSWORD = 0x86;
  public static final int NOT_AUTHORIZED = 0x87;
  public static final int SERVER_UNAVAILABLE = 0x88;
  public static final int SERVER_BUSY = 0x89;
  public static final int SERVER_SHUTTING_DOWN = 0x8B;
  public static final int KEEP_ALIVE_TIMEOUT = 0x8D;
  public static final int SESSION_TAKEN_OVER = 0x8E;
  public static final int TOPIC_FILTER_INVALID = 0x8F;
  public static final int TOPIC_NAME_INVALID = 0x90;
  public static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
  public static final int TOPIC_ALIAS_INVALID = 0x94;
  public static final int PACKET_TOO_LARGE = 0x95;
  public static final int QUOTA_EXCEEDED = 0x97;
  public static final int PAYLOAD_FORMAT_INVALID = 0x99;
  public static final int QOS_NOT_SUPPORTED = 0x9B;
  public static final int USE_ANOTHER_SERVER = 0x9C;
  public static final int CONNECTION_RATE_EXCEEDED = 0x9F;

  private ReasonCode() {}

  /// A code from here on means failure.
  public static boolean isFailure(int code) {
    return code >= UNSPECIFIED_ERROR;
  }

  /// The code in words, with its number for the reader who looks it up.
  public static String describe(int code) {
    return words(code) + String.format(Locale.ROOT, " (0x%02X)", code);
  }

  private static String words(int code) {
    return switch (code) {
      case SUCCESS -> "success";
      case DISCONNECT_WITH_WILL -> "disconnect with will";
      case NO_MATCHING_SUBSCRIBERS -> "no matching subscribers";
      case UNSPECIFIED_ERROR -> "unspecified error";
      case MALFORMED_PACKET -> "malformed packet";
      case PROTOCOL_ERROR -> "protocol error";
      case IMPLEMENTATION_ERROR -> "implementation specific error";
      case UNSUPPORTED_VERSION -> "unsupported protocol version";
      case CLIENT_ID_NOT_VALID -> "client identifier not valid";
      case BAD_USER_OR_PASSWORD -> "bad user name or password";
      case NOT_AUTHORIZED -> "not authorised";
      case SERVER_UNAVAILABLE -> "server unavailable";
      case SERVER_BUSY -> "server busy";
      case SERVER_SHUTTING_DOWN -> "server shutting down";
      case KEEP_ALIVE_TIMEOUT -> "keep-alive time-out";
      case SESSION_TAKEN_OVER -> "session taken over";
      case TOPIC_FILTER_INVALID -> "topic filter invalid";
      case TOPIC_NAME_INVALID -> "topic name invalid";
      case RECEIVE_MAXIMUM_EXCEEDED -> "receive maximum exceeded";
      case TOPIC_ALIAS_INVALID -> "topic alias invalid";
      case PACKET_TOO_LARGE -> "packet too large";
      case QUOTA_EXCEEDED -> "quota exceeded";
      case PAYLOAD_FORMAT_INVALID -> "payload format invalid";
      case QOS_NOT_SUPPORTED -> "QoS not supported";
      case USE_ANOTHER_SERVER -> "use another server";
      case CONNECTION_RATE_EXCEEDED -> "connection rate exceeded";
      default -> "reason code";
    };
  }
}
