package org.quipu.endes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.quipu.Regions;

/**
 * How many women each module should tell of, and of how many it does not, by region: a file that
 * was cut short is not a survey with less violence. The counts of parts of a year are added.
 */
final class Completeness implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where a larger share is missing, in the country or in a region, the reader is warned. */
  private static final double TOLERATED = 0.01;

  /** Where this share or more is missing, in the country or in a region, the file is not whole. */
  private static final double REFUSED = 0.2;

  private static final int PLACES = Regions.codes().size() + 1;

  private final Map<String, Counts> modules = new TreeMap<>();

  /** By region, 0 where it is unknown. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;

    final long[] expected = new long[PLACES];
    final long[] missing = new long[PLACES];
  }

  /** Women whom a module does not tell of. */
  static final class Gap {
    private final String module;
    private final Counts counts;

    private Gap(String module, Counts counts) {
      this.module = module;
      this.counts = counts;
    }

    String module() {
      return module;
    }

    /** Whether more are missing than a survey of interviews leaves out. */
    boolean isLarge() {
      return largest() > TOLERATED;
    }

    /** Whether the file cannot be whole. */
    boolean isTooLarge() {
      return largest() >= REFUSED;
    }

    private double largest() {
      return Math.max(share(), IntStream.range(1, PLACES).mapToDouble(this::share).max().orElse(0));
    }

    private double share() {
      return LongStream.of(counts.missing).sum() / (double) LongStream.of(counts.expected).sum();
    }

    private double share(int region) {
      return counts.missing[region] == 0
          ? 0
          : counts.missing[region] / (double) counts.expected[region];
    }

    /** What is missing, with the regions where that is much. */
    @Override
    public String toString() {
      String regions =
          IntStream.range(1, PLACES)
              .filter(region -> share(region) > TOLERATED)
              .boxed()
              .sorted(Comparator.comparingDouble(region -> -share(region)))
              .map(region -> Regions.name(code(region)) + " " + percent(share(region)))
              .collect(Collectors.joining(", "));
      return String.format(
          Locale.ROOT,
          "no answers of %,d of the %,d women %s (%s%s)",
          LongStream.of(counts.missing).sum(),
          LongStream.of(counts.expected).sum(),
          module.equals(EndesModule.VIOLENCE) ? "selected and interviewed" : "interviewed",
          percent(share()),
          regions.isEmpty() ? "" : "; " + regions);
    }

    private static String code(int region) {
      return String.format(Locale.ROOT, "%02d", region);
    }

    private static String percent(double share) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
  }

  /**
   * Counts a woman whom a module should tell of.
   *
   * @param region 1 to 25; NaN where it is unknown
   */
  void count(String module, double region, boolean missing) {
    Counts counts = modules.computeIfAbsent(module, name -> new Counts());
    int place = Double.isNaN(region) ? 0 : (int) region;
    counts.expected[place]++;
    if (missing) {
      counts.missing[place]++;
    }
  }

  void add(Completeness part) {
    part.modules.forEach(
        (module, counts) -> {
          Counts sums = modules.computeIfAbsent(module, name -> new Counts());
          Arrays.setAll(sums.expected, i -> sums.expected[i] + counts.expected[i]);
          Arrays.setAll(sums.missing, i -> sums.missing[i] + counts.missing[i]);
        });
  }

  /** The modules that do not tell of every woman. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    modules.forEach(
        (module, counts) -> {
          if (LongStream.of(counts.missing).sum() > 0) {
            gaps.add(new Gap(module, counts));
          }
        });
    return gaps;
  }
}
