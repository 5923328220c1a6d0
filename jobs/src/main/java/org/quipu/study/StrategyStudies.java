package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.Caveat;
import org.quipu.association.EventStudyRun;
import org.quipu.association.StrategySpec;
import org.quipu.association.StrategyStudy;
import org.quipu.program.Strategy;
import org.quipu.store.PrevalenceRow;

/**
 * Event studies of strategies: with all of their regions, and without those in which a strategy
 * works in a part only.
 */
public record StrategyStudies(List<StrategyStudy> studies, List<NotStudied> notStudied) {

  /** The studies of all indicators, of the strategies that began inside the years. */
  public static StrategyStudies of(
      List<Strategy> strategies,
      List<PrevalenceRow> prevalence,
      List<String> indicators,
      YearRange years,
      AssociationAnalysis.Settings settings) {
    StrategyStudies all = new StrategyStudies(new ArrayList<>(), new ArrayList<>());
    for (Strategy strategy : strategies) {
      if (strategy.year() <= years.from() || strategy.year() > years.to()) {
        all.notStudied.add(new NotStudied(strategy, "", NotStudied.Reason.OUTSIDE_YEARS, ""));
      } else if (!strategy.later().isEmpty()) {
        all.notStudied.add(new NotStudied(strategy, "", NotStudied.Reason.SEVERAL_STARTS, ""));
      } else {
        for (String indicator : indicators) {
          all.add(strategy, indicator, RegionSeries.of(prevalence, indicator, years), settings);
        }
      }
    }

    return all;
  }

  private void add(
      Strategy strategy,
      String indicator,
      RegionSeries series,
      AssociationAnalysis.Settings settings) {
    try {
      studies.add(study(strategy, indicator, series, EventStudyRun.ALL, settings));
      if (!strategy.inPart().isEmpty()) {
        RegionSeries whole = series.without(List.copyOf(strategy.inPart()));
        studies.add(study(strategy, indicator, whole, EventStudyRun.WHOLE_REGIONS, settings));
      }
    } catch (UserException e) {
      notStudied.add(
          new NotStudied(strategy, indicator, NotStudied.Reason.NOT_FITTED, e.getMessage()));
    }
  }

  private static StrategyStudy study(
      Strategy strategy,
      String indicator,
      RegionSeries series,
      EventStudyRun run,
      AssociationAnalysis.Settings settings) {
    List<Integer> years = series.years();
    Set<String> treated = new TreeSet<>(strategy.regions());
    if (run == EventStudyRun.WHOLE_REGIONS) {
      treated.removeAll(strategy.inPart());
    }

    StrategySpec spec =
        new StrategySpec(
            strategy.name(),
            strategy.year(),
            strategy.month(),
            indicator,
            years.isEmpty() ? null : new YearRange(years.get(0), years.get(years.size() - 1)),
            treated,
            strategy.inPart().stream().sorted().toList(),
            run,
            Strategy.preventsInstead(strategy.name()).isPresent(),
            series.source().orElse(null),
            caveats(series),
            Families.of(indicator));
    return StrategyStudy.of(spec, series.panel(), settings);
  }

  private static List<Caveat> caveats(RegionSeries series) {
    List<Caveat> caveats = new ArrayList<>();
    if (series.synthetic()) {
      caveats.add(Caveat.SYNTHETIC);
    }
    if (series.approximated()) {
      caveats.add(Caveat.SE_APPROXIMATED);
    }

    return caveats;
  }
}
