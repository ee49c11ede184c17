package io.baedge.hubserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AcceptGateTest {
  private final AtomicLong nowMs = new AtomicLong();

  @Test
  void sockets_beyond_ten_times_the_rate_are_closed_before_the_server_sees_them() throws Exception {
    var gate = new AcceptGate(2, nowMs::get);
    Vertx vertx = gate.vertx(new VertxOptions().setEventLoopPoolSize(1));
    List<Socket> sockets = new ArrayList<>();
    try {
      var seen = new AtomicInteger();
      NetServer server =
          vertx
              .createNetServer()
              .connectHandler(_ -> seen.incrementAndGet())
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
      for (int i = 0; i < 25; i++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), server.actualPort()));
      }
      Await.until("five to be turned away", () -> gate.turnedAway() == 5);
      Await.until("twenty to be seen", () -> seen.get() == 20);
      assertThat(sockets.getLast().getInputStream().read()).as("closed").isEqualTo(-1);

      nowMs.set(1_000);
      sockets.add(new Socket(InetAddress.getLoopbackAddress(), server.actualPort()));
      Await.until("the next second's first to be seen", () -> seen.get() == 21);
      assertThat(gate.turnedAway()).isEqualTo(5);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
      vertx.close().await();
    }
  }

  @Test
  void the_accept_queue_is_as_long_as_clients_are_patient() {
    assertThat(EmbeddedTransport.backlog(1)).isEqualTo(128);
    assertThat(EmbeddedTransport.backlog(200)).isEqualTo(500);
    assertThat(EmbeddedTransport.backlog(100_000)).isEqualTo(4_096);
  }
}
