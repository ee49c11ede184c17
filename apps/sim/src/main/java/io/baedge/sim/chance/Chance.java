package io.baedge.sim.chance;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The source of all randomness of one run. Every user has a stream of its own that depends only on
 * the seed and on the user's name, so a new user does not shift what the others draw.
 */
public final class Chance {
  private static final RandomGeneratorFactory<RandomGenerator.SplittableGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;

  /** All streams of this seed. */
  public Chance(long seed) {
    this.seed = mixed(seed + GOLDEN);
  }

  /** The streams of one user, for example of one badge. */
  public Chance of(String user, long number) {
    return new Chance(seed ^ mixed(number + GOLDEN * hash(user)));
  }

  /** One stream. */
  public RandomGenerator stream(String user) {
    return stream(user, 0);
  }

  /** One stream of many of a kind. */
  public RandomGenerator stream(String user, long number) {
    return FACTORY.create(of(user, number).seed);
  }

  /** A hash of the text that is the same on every machine (FNV-1a, 64 bits). */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64: near seeds become far ones. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
