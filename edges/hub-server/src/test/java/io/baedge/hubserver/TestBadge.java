package io.baedge.hubserver;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.mqtt.Topics;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.Ack;
import io.baedge.mqtt.client.ClientListener;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.CloseReason;
import io.baedge.mqtt.client.ConnectedInfo;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.client.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A device that sends records 1, 2, 3 … of epoch 1 as fast as the hub takes them, and knows what
 * was acknowledged. After a reconnect it starts with the first again, as if it had heard nothing.
 */
final class TestBadge implements ClientListener {
  private static final SiteId SITE = new SiteId("main");
  private static final int BATCH = 5;
  private static final int IN_FLIGHT = 4;

  final DeviceId device;
  final AtomicLong acknowledged = new AtomicLong();
  final AtomicLong acknowledgedGeneration = new AtomicLong();
  private final MqttLoop loop;
  private final long last;
  private volatile MqttClient client;
  private volatile boolean over = true;
  private long next = 1;
  private int inFlight;

  /**
   * One that has so many records.
   *
   * @param last the last of its records
   */
  TestBadge(MqttLoop loop, DeviceId device, long last) {
    this.loop = loop;
    this.device = device;
    this.last = last;
  }

  void connect(int port) {
    next = 1;
    inFlight = 0;
    over = false;
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    client = loop.connect(ClientOptions.of(address, device.text()), this);
  }

  void disconnect() {
    client.disconnect();
  }

  boolean over() {
    return over;
  }

  @Override
  public void connected(ConnectedInfo info) {
    client.subscribe(Topics.badgeFilters(SITE, device), 0);
  }

  @Override
  public void subscribed(long token, List<Integer> reasonCodes) {
    send();
  }

  @Override
  public void published(long token, int reasonCode) {
    inFlight--;
    send();
  }

  @Override
  public void message(String topic, byte[] payload, Ack ack) {
    ack.accept();
    if (MessageCodec.decodeDown(payload)
        instanceof Decoded.Ok<DownMessage>(io.baedge.model.message.Ack stored)) {
      acknowledgedGeneration.set(stored.generation());
      acknowledged.accumulateAndGet(stored.received().contiguous(), Math::max);
    }
  }

  @Override
  public void refused(Refusal refusal) {
    over = true;
  }

  @Override
  public void closed(CloseReason reason) {
    over = true;
  }

  private void send() {
    while (inFlight < IN_FLIGHT && next <= last) {
      List<Sample> samples = new ArrayList<>();
      for (long n = next; n < next + BATCH && n <= last; n++) {
        samples.add(new Sample(n, 1_000 * n, new Reading.Board(300 + (int) n % 9, 100, 1_000)));
      }
      var message = new Telemetry(1, 1, 1_000 * next, samples);
      if (!client.publish(
          Topics.up(SITE, device, UpKind.TELEMETRY), MessageCodec.encode(message), next)) {
        return;
      }
      next += samples.size();
      inFlight++;
    }
  }
}
