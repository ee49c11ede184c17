package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.uplink.UplinkView;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.Mosquitto;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.wire.Packet;
import io.baedge.mqtt.wire.Properties;
import io.baedge.testing.EnabledIfProgram;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubUplinkTest {
  @TempDir Path directory;

  @Test
  void a_hub_that_is_not_there_is_told_and_the_badge_lives_on() throws Exception {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (RunningBadge badge =
        RunningBadge.start(
            directory.resolve("a"), "hubs", "127.0.0.1:" + port + ",no-such-hub.invalid:1883")) {
      Await.until(
          "two attempts failed", () -> badge.process.view().uplink().counters().attempts() >= 2);
      Await.until(
          "a reason is known", () -> !badge.process.view().uplink().lastProblem().isEmpty());
      assertThat(badge.get("/v1/status").body()).isEqualTo("OK");
      assertThat(badge.get("/v1/status/uplink").body()).contains("\"sessions\": 0");
    }
  }

  @Test
  @EnabledIfProgram("mosquitto")
  void a_session_begins_with_hello_and_a_badge_that_stops_says_good_bye() throws Exception {
    try (Mosquitto broker = Mosquitto.start();
        RawClient hub = RawClient.open(broker.address())) {
      hub.send(
          new Packet.Connect(
              "listener",
              true,
              60,
              new Packet.Login(Mosquitto.HUB_USER, null),
              null,
              Properties.NONE));
      assertThat(hub.next()).get().isInstanceOf(Packet.Connack.class);
      hub.send(
          new Packet.Subscribe(
              1, List.of(new Packet.Filter("baedge/v1/main/#", 0)), Properties.NONE));
      assertThat(hub.next()).get().isInstanceOf(Packet.Suback.class);

      RunningBadge badge =
          RunningBadge.start(directory.resolve("b"), "hubs", "127.0.0.1:" + broker.port());
      try {
        Status hello = nextStatus(hub);
        assertThat(hello.phase()).isEqualTo(Status.Phase.ONLINE);
        assertThat(hello.hello().orElseThrow().facts().localUrl())
            .isEqualTo("http://127.0.0.1:" + badge.process.httpPort());
        Await.until(
            "the session is there",
            () -> badge.process.view().uplink().state() == UplinkView.State.CONNECTED);
      } finally {
        badge.close();
      }
      Status last = nextStatus(hub);
      while (last.phase() == Status.Phase.ONLINE) {
        last = nextStatus(hub);
      }
      assertThat(last.phase()).isEqualTo(Status.Phase.OFF);
    }
  }

  private static Status nextStatus(RawClient hub) throws Exception {
    while (true) {
      Optional<Packet> packet = hub.next();
      if (packet.orElseThrow() instanceof Packet.Publish publish
          && publish.topic().endsWith("/status")
          && MessageCodec.decodeUp(publish.payload())
              instanceof Decoded.Ok<UpMessage>(Status status)) {
        return status;
      }
    }
  }
}
