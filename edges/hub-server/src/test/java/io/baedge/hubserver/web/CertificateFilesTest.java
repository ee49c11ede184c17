package io.baedge.hubserver.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.mqtt.testing.Await;
import io.baedge.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {
  private static final String NAMES = "ip:127.0.0.1";

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final HubMetrics metrics = new HubMetrics();
  private Path certificate;
  private Path key;
  private long changes;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    certificate = folder.resolve("hub.crt");
    key = folder.resolve("hub.key");
    TestCertificate first = TestCertificate.make(folder.resolve("first"), NAMES, "-1d", 3);
    put(first.certificate(), certificate);
    put(first.key(), key);
    var files = new CertificateFiles(new HubConfig.Tls(certificate, key));
    var options = new HttpServerOptions().setSsl(true).setKeyCertOptions(files.checked(vertx));
    HttpServer server =
        vertx
            .createHttpServer(options.setHost("127.0.0.1").setPort(0))
            .requestHandler(request -> request.response().end())
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    port = server.actualPort();
    files.watch(vertx, server, metrics, 200);
  }

  @AfterEach
  void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    metrics.close();
  }

  private void put(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(to, FileTime.fromMillis(1_000_000 + ++changes));
  }

  /** Takes whatever certificate is shown: the test asks only which one. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private String shown() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
      try (var socket = (SSLSocket) context.getSocketFactory().createSocket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
        socket.startHandshake();
        var first = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return first.getSubjectX500Principal().getName();
      }
    } catch (IOException | GeneralSecurityException e) {
      return e.toString();
    }
  }

  private double metric(String name) {
    return metrics
        .scrape()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void a_renewed_certificate_is_shown_without_a_new_start_once_its_key_fits() throws Exception {
    assertThat(shown()).isEqualTo("CN=first");
    double end = metric("baedge_certificate_not_after_seconds");
    TestCertificate second = TestCertificate.make(folder.resolve("second"), NAMES, "-1d", 30);
    put(second.certificate(), certificate);
    Await.until(
        "half of the pair is refused", () -> metric("baedge_certificate_refusals_total") > 0);
    assertThat(shown()).isEqualTo("CN=first");
    put(second.key(), key);
    Await.until("the new one is shown", () -> shown().equals("CN=second"));
    Await.until("it is counted", () -> metric("baedge_certificate_renewals_total") == 1);
    assertThat(metric("baedge_certificate_not_after_seconds")).isGreaterThan(end);
  }
}
