package org.quipu.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.smallarea.AreaLevel;
import org.quipu.target.Area;
import org.quipu.target.Maximised;

/**
 * The areas to choose from, wherever they come from.
 *
 * @param source what messages call it
 * @param level what kind of areas they are
 * @param indicator whose women count; null for the areas of a file
 * @param provenance of the estimates; null for the areas of a file
 * @param years of the survey that are pooled, with blanks between them; null for the areas of a
 *     file
 * @param maximised what values count; null for the areas of a file
 * @param equity the need by which women count more; null where all count alike
 * @param areas in order
 * @param labels area by area; null where there is none
 * @param facts area by area; empty where nothing but the value is known
 * @param draws joint draws of all values; empty where they are taken as known
 * @param hasRegions whether floors can be counted
 * @param hasCosts whether a budget can be kept
 */
public record TargetAreas(
    String source,
    AreaLevel level,
    String indicator,
    Provenance provenance,
    String years,
    Maximised maximised,
    String equity,
    List<Area> areas,
    List<String> labels,
    List<Facts> facts,
    Optional<Draws> draws,
    boolean hasRegions,
    boolean hasCosts) {

  /** Makes joint draws of all values: one row a draw, one column an area. */
  @FunctionalInterface
  public interface Draws {
    /** So many draws; the same seed gives the same ones. */
    double[][] of(int count, long seed);
  }

  /**
   * What is known of an area; numbers that are not are NaN.
   *
   * @param women of 15 to 49 years, ever in union
   * @param prevalence percent of them
   * @param prevalenceLow lower end of its 95 % interval
   * @param prevalenceHigh upper end
   * @param affectedWomen so many of them
   * @param coverage women informed in percent of the women of 15 to 49 years
   * @param uncoveredWomen women in union whom prevention did not reach at that coverage
   * @param services that serve it now
   * @param equityWeight what a woman counts there; NaN where all count alike
   */
  public record Facts(
      double women,
      double prevalence,
      double prevalenceLow,
      double prevalenceHigh,
      double affectedWomen,
      double coverage,
      double uncoveredWomen,
      AreaServices.Services services,
      double equityWeight) {
    /** Nothing. */
    public static final Facts UNKNOWN = of(AreaServices.Services.UNKNOWN);

    /** Services alone. */
    static Facts of(AreaServices.Services services) {
      double none = Double.NaN;
      return new Facts(none, none, none, none, none, none, none, services, none);
    }

    Facts withEquityWeight(double weight) {
      return new Facts(
          women,
          prevalence,
          prevalenceLow,
          prevalenceHigh,
          affectedWomen,
          coverage,
          uncoveredWomen,
          services,
          weight);
    }
  }

  /** What is known of an area. */
  public Facts factsOf(int area) {
    return facts.isEmpty() ? Facts.UNKNOWN : facts.get(area);
  }

  /**
   * The same with equity weights, by which values and draws are multiplied.
   *
   * @param need that weighs women
   * @param weights area by area
   */
  public TargetAreas withEquityWeights(String need, List<Double> weights) {
    List<Facts> weighted =
        IntStream.range(0, facts.size())
            .mapToObj(i -> facts.get(i).withEquityWeight(weights.get(i)))
            .toList();
    return times(weights, maximised, need, weighted);
  }

  /**
   * The same with the affected women whom prevention has not reached as values. Where coverage is
   * not known nobody counts as reached.
   */
  public TargetAreas unreached() {
    return times(
        facts.stream()
            .map(each -> Double.isNaN(each.coverage) ? 1 : Math.max(0, 1 - each.coverage / 100))
            .toList(),
        Maximised.UNREACHED,
        equity,
        facts);
  }

  private TargetAreas times(
      List<Double> factors, Maximised counted, String need, List<Facts> known) {
    List<Area> multiplied = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      Area area = areas.get(i);
      multiplied.add(
          new Area(area.key(), area.region(), area.value() * factors.get(i), area.cost()));
    }

    return new TargetAreas(
        source,
        level,
        indicator,
        provenance,
        years,
        counted,
        need,
        multiplied,
        labels,
        known,
        draws.map(made -> (count, seed) -> times(made.of(count, seed), factors)),
        hasRegions,
        hasCosts);
  }

  private static double[][] times(double[][] draws, List<Double> factors) {
    return Arrays.stream(draws)
        .map(
            draw ->
                IntStream.range(0, draw.length)
                    .mapToDouble(i -> draw[i] * factors.get(i))
                    .toArray())
        .toArray(double[][]::new);
  }

  /**
   * Reads the column area of a file.
   *
   * @throws UserException if it is empty, or has an area twice or one that is not among these
   */
  public Set<String> list(Path file) {
    return AreaList.read(file, this);
  }

  /** The positions of areas, rising. */
  public List<Integer> positions(Set<String> keys) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < areas.size(); i++) {
      positions.put(areas.get(i).key(), i);
    }

    return keys.stream().map(positions::get).sorted().toList();
  }
}
