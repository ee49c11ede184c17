package io.baedge.mqtt.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Whose signature under a server's certificate counts. Nothing of TLS is loaded before it is used.
public final class TlsTrust {
  private final Optional<Path> authorities;
  private @Nullable SSLContext context;
  private Optional<FileTime> changed = Optional.empty();

  /// @param authorities a PEM file with the certificates that count; empty for those that the Java
  ///   runtime brings
  public TlsTrust(Optional<Path> authorities) {
    this.authorities = authorities;
  }

  /// Reads the certificates when it is called first, which takes a while, and again when their file
  /// has changed: authorities are replaced while badges run. A file that is gone or wrong changes
  /// nothing for who has read it before.
  public synchronized SSLContext context() throws IOException {
    Optional<FileTime> changedNow = authorities.flatMap(TlsTrust::changed);
    SSLContext known = context;
    if (known != null && (changedNow.isEmpty() || changedNow.equals(changed))) {
      return known;
    }
    try {
      SSLContext anew = read();
      context = anew;
      changed = changedNow;
      return anew;
    } catch (IOException e) {
      if (known == null) {
        throw e;
      }
      return known;
    }
  }

  private static Optional<FileTime> changed(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private SSLContext read() throws IOException {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authorities.isPresent() ? store(authorities.get()) : null);
      SSLContext made = SSLContext.getInstance("TLS");
      made.init(null, factory.getTrustManagers(), null);
      return made;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be used here: " + e.getMessage(), e);
    }
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    Collection<? extends Certificate> all;
    try (InputStream in = Files.newInputStream(file)) {
      all = CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, e);
    }
    if (all.isEmpty()) {
      throw unusable(file, null);
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate each : all) {
      store.setCertificateEntry("authority " + ++number, each);
    }
    return store;
  }

  private static IOException unusable(Path file, @Nullable Exception why) {
    return new IOException(
        "no certificate can be read from "
            + file
            + "; name a file with certificates in PEM as tls.ca",
        why);
  }
}
