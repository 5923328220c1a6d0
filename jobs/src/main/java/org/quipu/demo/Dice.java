package org.quipu.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded random numbers that are the same on every machine: only {@link StrictMath} is used. */
final class Dice {
  private static final long SEED = 1532;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Random numbers for one purpose, such as a year and an area, independent of all others. */
  static Dice of(Object... purpose) {
    long hash = SEED;
    for (Object part : purpose) {
      for (char c : part.toString().toCharArray()) {
        hash = (hash ^ c) * 0x100000001b3L;
      }
      hash = (hash ^ '/') * 0x100000001b3L;
    }

    return new Dice(hash);
  }

  double uniform() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number between two, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** A standard normal (Marsaglia's polar method). */
  double normal() {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** An index with probability proportional to its weight. */
  int pick(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }

    double point = random.nextDouble() * sum;
    int last = weights.length - 1;
    for (int i = 0; i < last; i++) {
      point -= weights[i];
      if (point < 0) {
        return i;
      }
    }

    return last;
  }

  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
