package io.baedge.model.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device: one board with one key pair. Sixteen base32 characters (a-z, 2-7) of the SHA-256 of the
 * public key; a wiped card makes a new key and so is a new device.
 */
public record DeviceId(String text) implements Comparable<DeviceId> {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 16;
  private static final int CLAIM_LENGTH = 6;

  public DeviceId {
    if (!valid(text)) {
      throw new IllegalArgumentException(
          "device id must be 16 characters of a-z and 2-7, not '" + text + "'");
    }
  }

  /** The id of a public key in its encoded form. */
  public static DeviceId ofPublicKey(byte[] encodedKey) {
    byte[] hash = sha256(encodedKey);
    var text = new StringBuilder(LENGTH);
    for (int bit = 0; bit < LENGTH * 5; bit += 5) {
      int word = ((hash[bit / 8] & 0xff) << 8) | (hash[bit / 8 + 1] & 0xff);
      text.append(ALPHABET.charAt((word >> (11 - bit % 8)) & 31));
    }
    return new DeviceId(text.toString());
  }

  /** The id if the text is one; for input from outside. */
  public static Optional<DeviceId> parse(String text) {
    return valid(text) ? Optional.of(new DeviceId(text)) : Optional.empty();
  }

  /** The partition that decides which hub owns this device's state. */
  public Partition partition() {
    byte[] hash = sha256(text.getBytes(StandardCharsets.US_ASCII));
    return new Partition((hash[0] & 0xff) % Partition.COUNT);
  }

  /**
   * The code that a device nobody owns shows, to be typed at the desk: the first six characters.
   */
  public String claimCode() {
    return text.substring(0, CLAIM_LENGTH);
  }

  // Keys of most maps: written out, because the generated ones cost a few calls more.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof DeviceId id && text.equals(id.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(DeviceId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static boolean valid(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
