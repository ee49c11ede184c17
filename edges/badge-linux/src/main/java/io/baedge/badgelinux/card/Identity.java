package io.baedge.badgelinux.card;

import io.baedge.model.id.DeviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Who this device is: an Ed25519 key pair, made at the first start. A wiped card makes a new one
 * and so is a new device.
 */
public record Identity(DeviceId device) {
  private static final String KEY_FILE = "device.key";
  private static final String PUBLIC_FILE = "device.pub";

  /** The identity on the card, or a new one that is durable before it is used. */
  static Identity of(Path directory) throws IOException {
    Path publicKey = directory.resolve(PUBLIC_FILE);
    try {
      if (Files.exists(publicKey)) {
        byte[] encoded = Base64.getDecoder().decode(Files.readString(publicKey).strip());
        // Fails on a damaged file instead of becoming another device silently.
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        return new Identity(DeviceId.ofPublicKey(encoded));
      }
      return create(directory, publicKey);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          publicKey + " is damaged; remove it and " + KEY_FILE + " to start as a new device", e);
    }
  }

  private static Identity create(Path directory, Path publicKey)
      throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path privateKey = directory.resolve(KEY_FILE);
    SafeFile.replaceSecret(privateKey, Base64.getEncoder().encode(pair.getPrivate().getEncoded()));
    SafeFile.replace(publicKey, Base64.getEncoder().encode(pair.getPublic().getEncoded()));
    return new Identity(DeviceId.ofPublicKey(pair.getPublic().getEncoded()));
  }
}
