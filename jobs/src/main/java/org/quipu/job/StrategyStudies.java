package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.Reading;
import org.quipu.association.StrategySpec;
import org.quipu.association.StrategyStudy;
import org.quipu.program.Strategy;
import org.quipu.store.EventStudyRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.ProgramRow;
import org.quipu.text.Language;

/**
 * Event studies of the strategies that a store knows the regions of: with all regions, and without
 * those in which the strategy works in a part only.
 */
final class StrategyStudies {
  private final List<Strategy> strategies;
  private final List<PrevalenceRow> prevalence;
  private final Language language;
  private final Reading reading;

  StrategyStudies(
      List<ProgramRow> programs,
      List<PrevalenceRow> prevalence,
      Language language,
      Reading reading) {
    this.strategies = Strategy.in(programs);
    this.prevalence = prevalence;
    this.language = language;
    this.reading = reading;
  }

  /** The studies of all indicators, of the strategies that began inside the years. */
  List<EventStudyRow> rows(
      List<String> indicators,
      YearRange years,
      AssociationAnalysis.Settings settings,
      Progress progress) {
    List<StrategyStudy> studies = new ArrayList<>();
    for (Strategy strategy : strategies) {
      if (strategy.year() <= years.from() || strategy.year() > years.to()) {
        progress.progress(
            "%s: not studied, it began in %d and the change is of %d to %d"
                .formatted(strategy.name(), strategy.year(), years.from(), years.to()));
        continue;
      }

      if (!strategy.later().isEmpty()) {
        progress.warn(
            "%s: not studied, it began in %d but later in %s, and an event study is of one start; give each start a strategy of its own"
                .formatted(
                    strategy.name(),
                    strategy.year(),
                    strategy.later().stream()
                        .sorted()
                        .map(Regions::name)
                        .collect(Collectors.joining(", "))));
        continue;
      }

      for (String indicator : indicators) {
        RegionSeries series = RegionSeries.of(prevalence, indicator, years);
        try {
          studies.add(study(strategy, indicator, series, false, settings));
          if (!strategy.inPart().isEmpty()) {
            RegionSeries whole = series.without(List.copyOf(strategy.inPart()));
            studies.add(study(strategy, indicator, whole, true, settings));
          }
        } catch (UserException e) {
          progress.progress(
              strategy.name() + " and " + indicator + ": not studied, " + e.getMessage());
        }
      }
    }

    return StrategyStudy.rows(studies, reading);
  }

  private StrategyStudy study(
      Strategy strategy,
      String indicator,
      RegionSeries series,
      boolean wholeOnly,
      AssociationAnalysis.Settings settings) {
    List<Integer> years = series.years();
    Set<String> treated = new TreeSet<>(strategy.regions());
    if (wholeOnly) {
      treated.removeAll(strategy.inPart());
    }

    StrategySpec question =
        new StrategySpec(
            strategy.name(),
            strategy.year(),
            strategy.month(),
            indicator,
            years.isEmpty() ? null : new YearRange(years.get(0), years.get(years.size() - 1)),
            treated,
            strategy.inPart().stream().sorted().map(Regions::name).toList(),
            wholeOnly,
            strategy.preventsInstead(language).orElse(""),
            series.source(),
            caveats(series));
    return StrategyStudy.of(question, series.panel(), settings);
  }

  private List<String> caveats(RegionSeries series) {
    List<String> caveats = new ArrayList<>();
    if (series.synthetic()) {
      caveats.add(reading.caveat("synthetic"));
    }
    if (series.approximated()) {
      caveats.add(reading.caveat("se_approximated"));
    }

    return caveats;
  }
}
