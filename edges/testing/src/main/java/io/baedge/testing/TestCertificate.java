package io.baedge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's certificate with a CA of its own, made on the spot by the keytool of the running JDK,
 * so that none lies in the tree and runs out.
 *
 * @param authority the certificate of the CA, in PEM
 * @param certificate in PEM
 * @param key its private key, in PEM
 */
public record TestCertificate(Path authority, Path certificate, Path key) {
  private static final String PASSWORD = "changeit";
  private static final long LIMIT_S = 60;

  /**
   * Makes one in the folder.
   *
   * @param names what it is for, for example {@code ip:127.0.0.1,dns:hub.example}
   * @param from beginning of its validity as keytool knows it, for example {@code -1d}
   * @param days of validity
   */
  public static TestCertificate make(Path folder, String names, String from, int days)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    String name = "CN=" + folder.getFileName();
    generate(
        store,
        List.of("-alias", "ca", "-dname", name + "-ca", "-ext", "bc:c", "-startdate", "-30d"),
        List.of("-validity", "60"));
    generate(
        store,
        List.of("-alias", "hub", "-dname", name, "-ext", "san=" + names, "-startdate", from),
        List.of("-validity", String.valueOf(days), "-signer", "ca"));
    try {
      KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      Path authority = folder.resolve("ca.crt");
      Path certificate = folder.resolve("hub.crt");
      Path key = folder.resolve("hub.key");
      byte[] signed = made.getCertificate("hub").getEncoded();
      byte[] secret = made.getKey("hub", PASSWORD.toCharArray()).getEncoded();
      Files.writeString(authority, pem("CERTIFICATE", made.getCertificate("ca").getEncoded()));
      Files.writeString(certificate, pem("CERTIFICATE", signed));
      Files.writeString(key, pem("PRIVATE KEY", secret));
      return new TestCertificate(authority, certificate, key);
    } catch (GeneralSecurityException e) {
      throw new IOException("keytool made what cannot be read", e);
    }
  }

  private static void generate(Path store, List<String> what, List<String> how)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(what);
    command.addAll(how);
    Path output = store.resolveSibling("keytool.log");
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!keytool.waitFor(LIMIT_S, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      keytool.destroyForcibly();
      throw new IOException("keytool made no certificate: " + Files.readString(output));
    }
  }

  private static String pem(String what, byte[] bytes) {
    byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, newLine).encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
