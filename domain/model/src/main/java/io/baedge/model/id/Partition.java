package io.baedge.model.id;

import java.util.Optional;

/** One of 64 parts of a site's devices; a hub owns partitions by lease. */
public record Partition(int index) implements Comparable<Partition> {
  /** How many partitions a site has. */
  public static final int COUNT = 64;

  public Partition {
    if (index < 0 || index >= COUNT) {
      throw new IllegalArgumentException("a partition is 0 to 63, not " + index);
    }
  }

  /** Two hex digits, as in topics. */
  public String hex() {
    return (index < 16 ? "0" : "") + Integer.toHexString(index);
  }

  /** The partition with these two lower-case hex digits. */
  public static Optional<Partition> parse(String hex) {
    if (hex.length() != 2 || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    int index = Integer.parseInt(hex, 16);
    return index < COUNT ? Optional.of(new Partition(index)) : Optional.empty();
  }

  @Override
  public int compareTo(Partition other) {
    return Integer.compare(index, other.index);
  }
}
