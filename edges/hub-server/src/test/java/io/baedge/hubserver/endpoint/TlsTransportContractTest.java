package io.baedge.hubserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.baedge.model.id.DeviceId;
import io.baedge.mqtt.DownKind;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.client.Carrier;
import io.baedge.mqtt.client.ClientLimits;
import io.baedge.mqtt.client.ClientOptions;
import io.baedge.mqtt.client.MqttClient;
import io.baedge.mqtt.client.TlsTrust;
import io.baedge.mqtt.hub.HubIdentity;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.HubTransportContract;
import io.baedge.mqtt.testing.RawClient;
import io.baedge.mqtt.testing.RecordingBadge;
import io.baedge.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract on the embedded endpoint, reached through a WebSocket inside TLS.
class TlsTransportContractTest extends HubTransportContract {
  private static final String ADDRESS = "127.0.0.1";

  /// Many handshakes on both sides at once take their time on a small machine.
  private static final ClientLimits PATIENT = ClientLimits.DEFAULT.withTimeouts(60_000, 10_000);

  private static Vertx vertx;
  private static TestCertificate good;
  private static TlsTrust goodTrust;
  private static TestCertificate other;
  private static TestCertificate expired;
  private static TestCertificate early;
  private EmbeddedTransport endpoint;
  private HttpServer server;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    vertx = Vertx.vertx();
    String names = "ip:" + ADDRESS + ",dns:localhost";
    good = TestCertificate.make(folder.resolve("good"), names, "-1d", 3);
    goodTrust = trusting(good);
    other = TestCertificate.make(folder.resolve("other"), "dns:hub.example", "-1d", 3);
    expired = TestCertificate.make(folder.resolve("expired"), names, "-9d", 3);
    early = TestCertificate.make(folder.resolve("early"), names, "+5d", 3);
  }

  @AfterAll
  static void stopVertx() throws Exception {
    vertx.close().await();
  }

  @Override
  protected HubTransport create(HubIdentity identity) {
    endpoint =
        new EmbeddedTransport(
            vertx,
            new EndpointSettings(identity, ADDRESS, 0, 100_000, () -> 60, EndpointLimits.DEFAULT),
            new Random(1),
            TlsTransportContractTest::nowMs);
    return endpoint;
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  protected InetSocketAddress address() {
    if (server == null) {
      listen(good);
    }
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort());
  }

  private void listen(TestCertificate certificate) {
    var mqtt = new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
    var door = new WebSocketDoor(vertx, mqtt, 1_000, 100_000, TlsTransportContractTest::nowMs);
    HttpServerOptions options = WebSocketDoor.prepared(new HttpServerOptions());
    options.setSsl(true).setKeyCertOptions(pem(certificate));
    try {
      server =
          vertx
              .createHttpServer(options)
              .requestHandler(door::knock)
              .listen(0, ADDRESS)
              .toCompletionStage()
              .toCompletableFuture()
              .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static PemKeyCertOptions pem(TestCertificate certificate) {
    return new PemKeyCertOptions()
        .setCertPath(certificate.certificate().toString())
        .setKeyPath(certificate.key().toString());
  }

  @AfterEach
  void closeServer() throws Exception {
    if (server != null) {
      server.close().await();
    }
  }

  private static TlsTrust trusting(TestCertificate certificate) {
    return new TlsTrust(Optional.of(certificate.authority()));
  }

  private Carrier carrier(TlsTrust trust) throws IOException {
    InetSocketAddress address = address();
    var inside = new Carrier.WebSocket(address, ADDRESS + ":" + address.getPort(), "/mqtt");
    return new Carrier.Secure(inside, trust.context(), ADDRESS);
  }

  @Override
  protected ClientOptions options(DeviceId device) {
    try {
      return ClientOptions.of(carrier(goodTrust), device.text()).withLimits(PATIENT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected int crowd() {
    return 50; // full handshakes on both sides, in one process
  }

  /// What raw bytes do is the same without TLS.
  @Override
  protected RawClient raw() throws IOException {
    return RawClient.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port()));
  }

  private String refusal(TlsTrust trust) throws IOException {
    RecordingBadge badge = RecordingBadge.acknowledging();
    loop.connect(ClientOptions.of(carrier(trust), DEVICE.text()).withLimits(PATIENT), badge);
    return badge.awaitClosed().text();
  }

  @Test
  void large_messages_cross_in_many_records() {
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client = connect(DEVICE, badge);
    String text = "x".repeat(200_000);
    assertThat(publish(client, DEVICE, UpKind.TELEMETRY, text, 1)).isTrue();
    assertThat(hub.awaitMessage().text()).hasSize(200_000);
    subscribe(client, DEVICE, badge);
    transport.send(DEVICE, DownKind.DESIRED, bytes(text));
    assertThat(awaitDown(badge).text()).hasSize(200_000);
  }

  @Test
  void a_certificate_for_another_host_is_refused() throws Exception {
    listen(other);
    assertThat(refusal(trusting(other)))
        .startsWith("the certificate of 127.0.0.1 is not for that name (")
        .endsWith("); use a name that is in it");
  }

  @Test
  void a_certificate_that_nobody_trusted_signed_is_refused() throws Exception {
    String sentence =
        "the certificate of 127.0.0.1 is signed by nobody this badge trusts; name the file of its"
            + " CA as tls.ca, and let the hub show the certificates in between";
    assertThat(refusal(trusting(other))).isEqualTo(sentence);
    assertThat(refusal(new TlsTrust(Optional.empty()))).isEqualTo(sentence);
  }

  @Test
  void a_certificate_that_is_out_of_its_time_is_refused() throws Exception {
    listen(expired);
    assertThat(refusal(trusting(expired)))
        .isEqualTo(
            "the certificate of 127.0.0.1 has expired by this badge's clock; renew it at the hub,"
                + " or set the clock");
    server.close().await();
    listen(early);
    assertThat(refusal(trusting(early)))
        .isEqualTo(
            "the certificate of 127.0.0.1 is not valid yet by this badge's clock; the clock is"
                + " probably wrong, set it");
  }

  @Test
  void a_server_without_tls_is_told_in_one_sentence() throws Exception {
    InetSocketAddress mqtt =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.port());
    RecordingBadge badge = RecordingBadge.acknowledging();
    var plain = new Carrier.Secure(new Carrier.Plain(mqtt), trusting(good).context(), ADDRESS);
    loop.connect(ClientOptions.of(plain, DEVICE.text()), badge);
    assertThat(badge.awaitClosed().text())
        .isEqualTo("the server at 127.0.0.1 ended the TLS handshake");
  }

  @Test
  void mqtt_goes_through_tls_without_a_websocket_too() throws Exception {
    var options = new NetServerOptions();
    options.setSsl(true).setKeyCertOptions(pem(good));
    NetServer proxy =
        vertx
            .createNetServer(options)
            .connectHandler(
                in -> {
                  in.pause();
                  vertx
                      .createNetClient()
                      .connect(endpoint.port(), ADDRESS)
                      .onSuccess(
                          out -> {
                            in.pipeTo(out);
                            out.pipeTo(in);
                          });
                });
    proxy
        .listen(0, ADDRESS)
        .toCompletionStage()
        .toCompletableFuture()
        .get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.actualPort());
    RecordingBadge badge = RecordingBadge.acknowledging();
    MqttClient client =
        loop.connect(
            ClientOptions.of(
                new Carrier.Secure(
                    new Carrier.Plain(address), trusting(good).context(), "localhost"),
                DEVICE.text()),
            badge);
    Await.until("the session to be open", client::connected);
    assertThat(publish(client, DEVICE, UpKind.STATUS, "here", 1)).isTrue();
    assertThat(hub.awaitMessage().text()).isEqualTo("here");
    proxy.close().await();
  }

  @Test
  void a_file_without_a_certificate_is_told_with_its_name(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
    assertThat(catchThrowable(() -> new TlsTrust(Optional.of(file)).context()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ca.pem")
        .hasMessageContaining("tls.ca");
  }

  @Test
  void authorities_that_are_replaced_count_from_the_next_connection_on(@TempDir Path folder)
      throws Exception {
    Path file = Files.copy(other.authority(), folder.resolve("ca.pem"));
    var trust = new TlsTrust(Optional.of(file));
    SSLContext before = trust.context();
    assertThat(trust.context()).isSameAs(before);
    Files.writeString(file, "half a file");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    assertThat(trust.context()).as("a wrong file changes nothing").isSameAs(before);
    Files.delete(file);
    assertThat(trust.context()).as("nor does one that is gone").isSameAs(before);
    Files.copy(expired.authority(), file);
    Files.setLastModifiedTime(file, FileTime.fromMillis(2_000));
    assertThat(trust.context()).isNotSameAs(before);
  }
}
