package org.quipu.demo;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Marks women in descending order of a score until the weight of those marked reaches a target.
 * This is how the synthetic survey meets its targets: the scores decide who suffers violence, the
 * published figures how many. A woman whose weight would exceed the target is skipped, so that the
 * final difference is less than half of the smallest weight.
 */
final class Fill {
  private final List<Woman> women;

  Fill(List<Woman> women) {
    this.women = women;
  }

  Fill where(Predicate<Woman> condition) {
    return new Fill(women.stream().filter(condition).toList());
  }

  double mass() {
    return women.stream().mapToLong(Woman::weight).sum();
  }

  void mark(double mass, ToDoubleFunction<Woman> score, Consumer<Woman> mark) {
    long smallest = women.stream().mapToLong(Woman::weight).min().orElse(0);
    double missing = mass + smallest / 2.0;
    for (Woman woman : women.stream().sorted(falling(score)).toList()) {
      if (woman.weight() <= missing) {
        mark.accept(woman);
        missing -= woman.weight();
      }
    }
  }

  private static Comparator<Woman> falling(ToDoubleFunction<Woman> score) {
    return Comparator.comparingDouble(score).reversed();
  }
}
