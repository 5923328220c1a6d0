package org.quipu.demo;

import java.util.ArrayList;
import java.util.List;

/** A household of the synthetic survey; wealth quintile and weight are set when all are known. */
final class Household {
  final Cluster cluster;
  final int dwelling;
  final int number;

  /** HV015: 1 complete. */
  final int result;

  final boolean smallChildren;

  /** A normal score of wealth, which determines the quintile. */
  final double standing;

  final List<Woman> women = new ArrayList<>();

  int quintile;

  /** V005 and HV005: the weight in millionths. */
  long weight;

  Household(
      Cluster cluster,
      int dwelling,
      int number,
      int result,
      boolean smallChildren,
      double standing) {
    this.cluster = cluster;
    this.dwelling = dwelling;
    this.number = number;
    this.result = result;
    this.smallChildren = smallChildren;
    this.standing = standing;
  }

  /** The weight before calibration: households without small children are sampled more thinly. */
  double rawWeight() {
    return result == 1 ? cluster.weight() * (smallChildren ? 1 : 3.2) : 0;
  }

  /** HHID: six blanks, then cluster, dwelling and household with leading zeros. */
  String id() {
    return "      " + padded(cluster.number(), 4) + padded(dwelling, 3) + padded(number, 2);
  }

  private static String padded(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}
