package io.baedge.mqtt.client;

import java.io.IOException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/// Why TLS did not come about, in one sentence that says what to do.
final class TlsProblem {
  private static final int DEEPEST = 10;

  private TlsProblem() {}

  static IOException of(String host, SSLException thrown) {
    return new IOException(sentence(host, thrown), thrown);
  }

  private static String sentence(String host, SSLException thrown) {
    Throwable root = root(thrown);
    String whose = "the certificate of " + host;
    if (root instanceof CertificateExpiredException) {
      return whose + " has expired by this badge's clock; renew it at the hub, or set the clock";
    }
    if (root instanceof CertificateNotYetValidException) {
      return whose + " is not valid yet by this badge's clock; the clock is probably wrong, set it";
    }
    if (root instanceof CertPathBuilderException
        || root instanceof CertPathValidatorException
        || root instanceof SignatureException) {
      return whose
          + " is signed by nobody this badge trusts; name the file of its CA as"
          + " tls.ca, and let the hub show the certificates in between";
    }
    if (root instanceof CertificateException
        && String.valueOf(root.getMessage()).contains("name")) {
      return whose + " is not for that name (" + root.getMessage() + "); use a name that is in it";
    }
    return "TLS with " + host + " failed: " + thrown.getMessage();
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (int i = 0; i < DEEPEST; i++) {
      Throwable cause = root.getCause();
      if (cause == null) {
        break;
      }
      root = cause;
    }
    return root;
  }
}
