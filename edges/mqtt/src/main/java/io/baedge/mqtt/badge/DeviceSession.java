package io.baedge.mqtt.badge;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.Ack;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.ClientLimits;
import io.baedge.mqtt.client.ClientListener;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.ConnectedInfo;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.client.Refusal;
import io.baedge.mqtt.wire.ReasonCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/// One session of a device, from the attempt to its end. Its methods work from any thread.
public final class DeviceSession {
  private static final int FIRST_FAILURE = 0x80;
  private static final long LAST_WORDS = Long.MIN_VALUE;
  private static final int KEEP_ALIVE_CAP_S = 0xFFFF;

  private final SiteId site;
  private final DeviceId device;
  private final MqttClient client;

  /// Who connects and how.
  ///
  /// @param server where the hub is, and what carries MQTT there
  /// @param will what the hub is to hear if the device vanishes
  /// @param malformed counts messages of the hub that cannot be read
  public record Opening(
      SiteId site,
      DeviceId device,
      Carrier server,
      Status will,
      long keepAliveMs,
      long timeoutMs,
      LongAdder malformed) {}

  private DeviceSession(Opening opening, MqttClient client) {
    this.site = opening.site();
    this.device = opening.device();
    this.client = client;
  }

  /// Begins to connect.
  public static DeviceSession open(MqttLoop loop, Opening opening, DeviceListener listener) {
    int keepAliveS = Math.clamp((opening.keepAliveMs() + 999) / 1000, 1, KEEP_ALIVE_CAP_S);
    int timeoutMs = Math.clamp(opening.timeoutMs(), 100, Integer.MAX_VALUE);
    String willTopic = Topics.up(opening.site(), opening.device(), UpKind.STATUS);
    ClientOptions options =
        ClientOptions.of(opening.server(), opening.device().text())
            .withKeepAliveS(keepAliveS)
            .withWill(willTopic, MessageCodec.encode(opening.will()), 0)
            .withLimits(ClientLimits.DEFAULT.withTimeouts(timeoutMs, timeoutMs));
    var ears = new Ears(opening, listener);
    MqttClient client = loop.connect(options, ears);
    ears.client.complete(client);
    return new DeviceSession(opening, client);
  }

  /// Sends with a receipt; false, with nothing done, when the session takes no more now.
  public boolean publish(long ticket, UpMessage message) {
    return client.publish(topic(message), MessageCodec.encode(message), ticket);
  }

  /// Says the last words, if any, and closes in order.
  public void close(Optional<Status> last) {
    last.ifPresent(words -> client.publish(topic(words), MessageCodec.encode(words), LAST_WORDS));
    client.disconnect();
  }

  /// Closes the socket without a word.
  public void vanish() {
    client.abort();
  }

  private String topic(UpMessage message) {
    UpKind kind =
        switch (message) {
          case Status _ -> UpKind.STATUS;
          case Telemetry _ -> UpKind.TELEMETRY;
          case Reported _ -> UpKind.REPORTED;
          case DeviceLog _ -> UpKind.LOG;
        };
    return Topics.up(site, device, kind);
  }

  /// Turns what the client tells into what the device's owner wants to know.
  private static final class Ears implements ClientListener {
    private final Opening opening;
    private final DeviceListener listener;
    // The loop's thread may call before the opener's thread has stored it here: then it waits.
    private final CompletableFuture<MqttClient> client = new CompletableFuture<>();
    private long keepAliveMs;
    private int receiveMaximum;
    private boolean in;

    Ears(Opening opening, DeviceListener listener) {
      this.opening = opening;
      this.listener = listener;
    }

    @Override
    public void connected(ConnectedInfo info) {
      keepAliveMs = 1000L * info.keepAliveS();
      receiveMaximum = info.receiveMaximum();
      client.join().subscribe(Topics.badgeFilters(opening.site(), opening.device()), 0);
    }

    @Override
    public void subscribed(long token, List<Integer> reasonCodes) {
      if (reasonCodes.stream().anyMatch(code -> code >= FIRST_FAILURE)) {
        // Without ears a session is of no use; closing lets the back-off decide.
        client.join().disconnect(ReasonCode.NOT_AUTHORIZED);
        return;
      }
      in = true;
      listener.connected(keepAliveMs, receiveMaximum);
    }

    @Override
    public void refused(Refusal refusal) {
      String reason = "the hub refuses with code " + hex(refusal.reasonCode());
      listener.refused(
          refusal.text().isEmpty() ? reason : reason + ": " + refusal.text(),
          refusal.retryAfterMs().orElse(-1));
    }

    @Override
    public void closed(CloseReason reason) {
      if (in) {
        listener.closed(reason.text());
      } else {
        listener.failed(reason.text());
      }
    }

    @Override
    public void message(String topic, byte[] payload, Ack ack) {
      ack.send(ReasonCode.SUCCESS);
      if (!topic.startsWith(Topics.prefix(opening.site(), opening.device()))) {
        return; // a hub's word to everybody
      }
      switch (MessageCodec.decodeDown(payload)) {
        case Decoded.Ok<DownMessage>(DownMessage message) -> listener.heard(message);
        case Decoded.Malformed<DownMessage> _ -> opening.malformed().increment();
      }
    }

    @Override
    public void published(long token, int reasonCode) {
      if (token == LAST_WORDS) {
        return;
      }
      if (reasonCode < FIRST_FAILURE) {
        listener.published(token);
      } else {
        listener.publishFailed(token, "the hub answers with code " + hex(reasonCode));
      }
    }

    private static String hex(int code) {
      return String.format(Locale.ROOT, "0x%02X", code);
    }
  }
}
