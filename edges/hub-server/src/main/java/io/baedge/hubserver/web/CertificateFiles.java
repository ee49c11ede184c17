package io.baedge.hubserver.web;

import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.metrics.HubMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's certificate and key, which are renewed while it runs: their files are looked at now and
 * then, and new connections get what is in them. Files that do not fit together, as while only one
 * of them is new, change nothing, and are tried again with each look.
 */
final class CertificateFiles {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateFiles.class);

  private final HubConfig.Tls files;
  private final AtomicLong renewed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile long notAfterS;
  private List<FileTime> used;
  private List<FileTime> told = List.of();

  CertificateFiles(HubConfig.Tls files) {
    this.files = files;
    this.used = times();
    this.notAfterS = end();
  }

  /** Looks at the files so often, on a thread that may wait for a disk. */
  void watch(Vertx vertx, HttpServer server, HubMetrics metrics, long everyMs) {
    metrics.gauge(
        "baedge_certificate_not_after_seconds",
        "End of the certificate's validity, as seconds since 1970",
        this,
        f -> f.notAfterS);
    metrics.counted("baedge_certificate_renewals", "Certificates taken up", renewed::get);
    metrics.counted(
        "baedge_certificate_refusals", "Looks at new files that cannot be used", refused::get);
    vertx.setPeriodic(
        everyMs,
        timer ->
            vertx
                .executeBlocking(this::times)
                .onSuccess(
                    now -> {
                      if (!now.isEmpty() && !now.equals(used)) {
                        renew(vertx, server, now);
                      }
                    }));
  }

  private void renew(Vertx vertx, HttpServer server, List<FileTime> now) {
    vertx
        .executeBlocking(() -> checked(vertx))
        .compose(
            options ->
                server.updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(options), true))
        .compose(done -> vertx.executeBlocking(this::end))
        .onSuccess(
            end -> {
              used = now;
              notAfterS = end;
              renewed.incrementAndGet();
              LOG.info("the certificate {} is in use as it is now", files.certificate());
            })
        .onFailure(
            why -> {
              refused.incrementAndGet();
              if (!now.equals(told)) {
                told = now;
                LOG.warn("{}; the one before stays in use", problem(why));
              }
            });
  }

  /**
   * What to serve with.
   *
   * @throws Exception if a file cannot be read, or the key is another certificate's: the server
   *     itself would take that, and then fail each handshake
   */
  PemKeyCertOptions checked(Vertx vertx) throws Exception {
    PemKeyCertOptions options =
        new PemKeyCertOptions()
            .setCertPath(files.certificate().toAbsolutePath().toString())
            .setKeyPath(files.key().toAbsolutePath().toString());
    for (KeyManager manager : options.getKeyManagerFactory(vertx).getKeyManagers()) {
      if (manager instanceof X509KeyManager keys && !fits(keys)) {
        throw new GeneralSecurityException("the key is another certificate's");
      }
    }
    return options;
  }

  private static boolean fits(X509KeyManager keys) throws GeneralSecurityException {
    for (String algorithm : List.of("EC", "RSA", "Ed25519", "EdDSA")) {
      String[] names = keys.getServerAliases(algorithm, null);
      if (names != null) {
        return fits(keys.getPrivateKey(names[0]), keys.getCertificateChain(names[0])[0]);
      }
    }
    return true; // a kind that is not known here: the server will tell
  }

  /** Whether what the key signs is good by the certificate. */
  private static boolean fits(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String name =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    byte[] text = {1};
    Signature signature = Signature.getInstance(name);
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(text);
    return signature.verify(signed);
  }

  /** One sentence for files that cannot be used. */
  String problem(Throwable why) {
    return "the hub cannot use http.tls_certificate "
        + files.certificate()
        + " and http.tls_key "
        + files.key()
        + " ("
        + why.getMessage()
        + "); give PEM files that belong together, the key without a password";
  }

  /** When each was changed; empty while one is not there. */
  private List<FileTime> times() {
    try {
      return List.of(time(files.certificate()), time(files.key()));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static FileTime time(Path file) throws IOException {
    return Files.getLastModifiedTime(file);
  }

  private long end() {
    try (InputStream in = Files.newInputStream(files.certificate())) {
      var first = CertificateFactory.getInstance("X.509").generateCertificate(in);
      return first instanceof X509Certificate x ? x.getNotAfter().getTime() / 1_000 : 0;
    } catch (IOException | CertificateException e) {
      return 0;
    }
  }
}
