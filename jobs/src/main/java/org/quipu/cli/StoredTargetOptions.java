package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.job.TargetsJob;
import org.quipu.smallarea.AreaLevel;
import org.quipu.study.AreaTargets;
import org.quipu.study.Equity;
import org.quipu.target.Maximised;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By what the areas of a store are chosen. */
final class StoredTargetOptions {
  private static final double LARGEST_COST = 1e12;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--indicator", paramLabel = "I", converter = Converters.IndicatorName.class)
  private String indicator;

  @Option(
      names = "--maximise",
      paramLabel = "affected|unreached",
      converter = Converters.MaximisedName.class)
  private Maximised maximised;

  @Option(names = "--equity", paramLabel = "NEED", converter = Converters.NeedName.class)
  private String need;

  @Option(names = "--equity-aversion", paramLabel = "E")
  private Double aversion;

  @Option(names = "--cost-per-area", paramLabel = "C")
  private Double costPerArea;

  @Option(names = "--cost-per-woman", paramLabel = "C")
  private Double costPerWoman;

  /** Whether any of them is on the command line. */
  boolean given() {
    return Stream.of(
            Optional.ofNullable(indicator),
            Optional.ofNullable(maximised),
            Optional.ofNullable(need),
            Optional.ofNullable(aversion),
            Optional.ofNullable(costPerArea),
            Optional.ofNullable(costPerWoman))
        .anyMatch(Optional::isPresent);
  }

  /**
   * What is wanted of a store.
   *
   * @param services file of sites; null for the centres of the records
   */
  TargetsJob.Areas areas(
      AreaLevel level, List<Integer> years, Path services, int draws, long seed) {
    return new TargetsJob.Areas(
        level,
        indicator == null ? TargetsJob.Areas.DEFAULT.indicator() : indicator,
        years,
        cost(),
        maximised == null ? Maximised.AFFECTED : maximised,
        equity(),
        services,
        draws,
        seed);
  }

  private Optional<AreaTargets.Cost> cost() {
    return costPerArea == null && costPerWoman == null
        ? Optional.empty()
        : Optional.of(new AreaTargets.Cost(checked(costPerArea), checked(costPerWoman)));
  }

  private double checked(Double cost) {
    if (cost != null && !(cost >= 0 && cost <= LARGEST_COST)) {
      throw wrong("wrong.cost", String.format(Locale.ROOT, "%.0f", LARGEST_COST), cost);
    }

    return cost == null ? 0 : cost;
  }

  private Optional<Equity> equity() {
    if (need == null && aversion != null) {
      throw wrong("wrong.goes.with", "--equity-aversion", "--equity");
    }
    if (aversion != null && !(aversion >= 0 && aversion <= 10)) {
      throw wrong("wrong.aversion", aversion);
    }

    return Optional.ofNullable(need).map(name -> new Equity(name, aversion == null ? 1 : aversion));
  }

  private ParameterException wrong(String key, Object... values) {
    return WrongCommandLine.of(command, key, values);
  }
}
