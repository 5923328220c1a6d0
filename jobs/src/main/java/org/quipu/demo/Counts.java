package org.quipu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * People or cases of one centre and year, by sex and age; the totals are the sums of their parts.
 *
 * @param men by age group
 * @param women by age group
 */
record Counts(List<Long> men, List<Long> women) {

  /**
   * Draws counts near an expected total.
   *
   * @param ages the share of each age group
   * @param menPart the share of men
   */
  static Counts draw(double expected, double[] ages, double menPart, Dice dice) {
    Counts counts = new Counts(new ArrayList<>(), new ArrayList<>());
    for (double age : ages) {
      double people = expected * age * StrictMath.exp(0.15 * dice.normal());
      double part = menPart * (0.8 + 0.4 * dice.uniform());
      counts.men.add(Math.round(people * part));
      counts.women.add(Math.round(people * (1 - part)));
    }

    return counts;
  }

  /** Total, men and women of all ages, then of each age group. */
  List<Long> figures() {
    List<Long> figures = new ArrayList<>(List.of(total(), sum(men), sum(women)));
    for (int i = 0; i < men.size(); i++) {
      figures.addAll(List.of(men.get(i) + women.get(i), men.get(i), women.get(i)));
    }

    return figures;
  }

  long total() {
    return sum(men) + sum(women);
  }

  /** Splits the total into parts that add up to it. */
  List<Long> split(double... parts) {
    List<Long> split = new ArrayList<>();
    double reached = 0;
    long given = 0;
    for (double part : parts) {
      reached += part;
      long next = Math.round(total() * Math.min(1, reached)) - given;
      split.add(next);
      given += next;
    }

    return split;
  }

  private static long sum(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).sum();
  }
}
