package io.baedge.cli.doctor;

import io.baedge.cli.api.HubApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Whether the ports of hub and badge are free, or who answers on them. */
final class PortCheck {
  private static final int BADGE = 2343;
  private static final int HUB = 2344;
  private static final int MQTT = 1883;
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private PortCheck() {}

  /** Whether a hub answers on its usual port. */
  static boolean hubAnswers() {
    try (HubApi api = new HubApi(address(HUB))) {
      return HubApi.number(api.get("/health/live", Map.of()), "generation") > 0;
    } catch (HubApi.Refused e) {
      return false;
    }
  }

  static Finding badgePort() {
    if (free(BADGE)) {
      return Finding.ok(name(BADGE), "is free for a badge");
    }
    return badgeAnswers()
        ? Finding.ok(name(BADGE), "a badge answers")
        : taken(BADGE, "give the badge another with --http PORT");
  }

  static Finding hubPort(boolean hub) {
    if (hub) {
      return Finding.ok(name(HUB), "a hub answers");
    }
    return free(HUB)
        ? Finding.ok(name(HUB), "is free for a hub")
        : taken(HUB, "give hub or demo another with --http PORT");
  }

  static Finding mqttPort(boolean hub) {
    if (free(MQTT)) {
      return Finding.ok(name(MQTT), "is free for badges to connect");
    }
    return hub
        ? Finding.ok(name(MQTT), "is in use while a hub runs")
        : taken(MQTT, "stop it if it is a broker you do not need, or give --mqtt PORT");
  }

  private static boolean badgeAnswers() {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      URI status = address(BADGE).resolve("/v1/status");
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(status).timeout(LIMIT).build(),
              HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() == 200 || answer.statusCode() == 503;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Finding taken(int port, String advice) {
    return Finding.notOk(name(port), "another program has it", advice);
  }

  private static String name(int port) {
    return "port " + port;
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
