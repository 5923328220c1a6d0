package org.quipu.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.quipu.target.Area;
import org.quipu.target.Bounds;
import org.quipu.target.DrawStudy;
import org.quipu.target.FastChoice;
import org.quipu.target.Greedy;
import org.quipu.target.Optimum;
import org.quipu.target.TargetProblem;

/**
 * Times the choice among as many areas as Peru has districts: {@code jobs/bench/targets}. Prints a
 * line a problem and, last, one JSON object. A problem that is not proven, or a time above what is
 * promised, ends with exit code 1.
 */
public final class TargetChoice {
  private static final int AREAS = 1891;
  private static final int REGIONS = 25;

  /** Seconds that are promised on two processors. */
  private static final double PROOF = 20;

  private static final double STUDY = 120;

  /** How value and cost hang together; the nearer, the harder the proof. */
  private enum Kind {
    /** Shares of women affected between 20 and 70 percent. */
    SPREAD,
    /** Shares within a few points of 50 percent, so that all areas give about as much for a sol. */
    ALIKE
  }

  private TargetChoice() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.US);
    int seeds = 4;
    int draws = 1000;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case "--problems" -> seeds = Integer.parseInt(rest.next());
        case "--draws" -> draws = Integer.parseInt(rest.next());
        default ->
            throw new IllegalArgumentException(
                "usage: jobs/bench/targets [--problems N] [--draws N]");
      }
    }

    double longest = 0;
    double widest = 0;
    boolean proven = true;
    for (Kind kind : Kind.values()) {
      for (int seed = 1; seed <= seeds; seed++) {
        TargetProblem problem = problem(kind, seed);
        long start = System.nanoTime();
        FastChoice fast = FastChoice.of(problem);
        double fastSeconds = since(start);
        start = System.nanoTime();
        Optimum best = Optimum.of(problem);
        double seconds = since(start);
        double value = best.plan().value();
        System.out.printf(
            "%-6s %d: %d areas, fast %.3f s and %.4f %% below, optimum %.2f s (%s), greedy %.3f %%"
                + " below%n",
            kind,
            seed,
            best.plan().size(),
            fastSeconds,
            100 * (value - fast.plan().value()) / value,
            seconds,
            best.proven() ? "proven" : "gap %.4f %%".formatted(best.gap()),
            100 * (value - Greedy.byRatio(problem).value()) / value);
        longest = Math.max(longest, seconds);
        widest = Math.max(widest, best.gap());
        proven &= best.proven();
      }
    }

    TargetProblem problem = problem(Kind.SPREAD, 1);
    long start = System.nanoTime();
    DrawStudy study =
        DrawStudy.of(problem, List.of(Optimum.of(problem).plan()), draws(problem, draws));
    double seconds = since(start);
    System.out.printf(
        "%d draws in %.1f s; the fast method at most %.4f %% below the optimum in %d%n",
        draws, seconds, study.fast().largest(), study.fast().draws());
    System.out.printf(
        "{\"areas\":%d,\"longest_proof_s\":%.3f,\"widest_gap_percent\":%.6f,\"draws\":%d,\"draws_s\":%.3f,\"fast_gap_percent\":%.6f}%n",
        AREAS, longest, widest, draws, seconds, study.fast().largest());
    if (!proven || longest > PROOF || seconds > STUDY) {
      System.exit(1);
    }
  }

  /** Sizes as skewed as those of districts; a cost of an area and one of each woman. */
  private static TargetProblem problem(Kind kind, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Area> areas = new ArrayList<>();
    double all = 0;
    for (int i = 0; i < AREAS; i++) {
      double women = Math.exp(7 + 1.1 * random.nextGaussian());
      double share =
          kind == Kind.SPREAD
              ? 0.2 + 0.5 * random.nextDouble()
              : 0.5 + 0.02 * random.nextGaussian();
      double cost = Math.rint(20_000 + 50 * women);
      areas.add(new Area("area " + i, "region " + i % REGIONS, women * share, cost));
      all += cost;
    }

    return new TargetProblem(
        areas,
        Bounds.NONE
            .withBudget(Math.rint(all / 10))
            .withMaxAreas(seed % 2 == 0 ? 150 : AREAS)
            .withFloor(2));
  }

  private static double[][] draws(TargetProblem problem, int count) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] draws = new double[count][];
    for (int r = 0; r < count; r++) {
      draws[r] =
          problem.areas().stream()
              .mapToDouble(area -> area.value() * Math.max(0, 1 + 0.3 * random.nextGaussian()))
              .toArray();
    }

    return draws;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
