package io.baedge.mqtt.hub;

/// What a transport counts since its start. The name in lower case is the name of the metric.
public enum TransportCounter {
  CONNECTS("connections accepted"),
  REFUSED_RATE("connections refused because too many came at once; each got a slot"),
  REFUSED_OTHER("connections refused for another reason"),
  DROPPED_RATE("connections closed without an answer because far too many came at once"),
  CLOSES("connections that ended"),
  TAKE_OVERS("connections that ended because the same device connected again"),
  SILENT_CLOSES("connections closed because nothing was heard for one and a half keep-alives"),
  MESSAGES_IN("messages handed to the hub"),
  BYTES_IN("payload bytes handed to the hub"),
  WILLS("wills handed to the hub"),
  ACCEPTED("messages accepted after commit"),
  REFUSED_MESSAGES("messages refused by the hub"),
  FOREIGN_TOPIC("messages and subscriptions on a topic that is not the sender's"),
  OVERSIZE("packets larger than the limit"),
  RECEIVE_MAXIMUM_EXCEEDED("connections closed because they ignored the receive maximum"),
  BAD_PACKETS("connections closed because of bytes that are no valid packet"),
  HELD("messages that had to wait because the commit queue was full"),
  QUEUE_OVERFLOWS("connections closed because even the waiting room was full"),
  MESSAGES_OUT("messages handed over to devices"),
  BYTES_OUT("payload bytes handed over to devices"),
  OUT_BUSY("messages for devices turned away because their queue was full"),
  OUT_NOT_CONNECTED("messages for devices that were not connected"),
  OUT_REFUSED("messages a device or the broker refused"),
  READER_COPIES("copies sent to readers"),
  READER_DROPPED("copies not sent because the reader was too slow"),
  BROKER_LOSSES("connections to the external broker that ended unasked"),
  LISTENER_FAILURES("exceptions thrown by the hub while taking a message");

  private final String help;

  TransportCounter(String help) {
    this.help = help;
  }

  /// What is counted, for people.
  public String help() {
    return help;
  }
}
