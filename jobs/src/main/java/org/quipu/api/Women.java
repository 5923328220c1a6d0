package org.quipu.api;

import java.util.List;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.survey.LonelyPsu;

/** The women of some years of ENDES, with their strata, clusters and weights. */
public final class Women {
  private final WomenEstimates women;
  private final List<Integer> years;

  Women(WomenEstimates women, List<Integer> years) {
    this.women = women;
    this.years = years;
  }

  /**
   * The prevalence of indicators in each year, as the table {@code prevalence} has it: graded, and
   * hidden where it rests on too few women.
   *
   * @param indicators of {@code data/indicators.yaml}
   */
  public Prevalence proportion(String... indicators) {
    List<String> names = Stream.of(indicators).map(name -> Indicator.of(name).name()).toList();
    return new Prevalence(
        women, years, names, List.of(Dimensions.NATIONAL), WomenPrevalence.Method.DEFAULT);
  }

  /**
   * The women of one of the years as a survey, for any statistic of any column of the table {@code
   * women}: ungraded, in the columns' own units.
   */
  public SurveyData in(int year) {
    if (!years.contains(year)) {
      throw new IllegalArgumentException("women of " + years + ", none of " + year);
    }

    return SurveyData.of(
        women.data(year),
        WomenEstimates.design(LonelyPsu.CERTAINTY),
        "women of " + year,
        women.source(year) == Provenance.SYNTHETIC ? List.of("synthetic data") : List.of());
  }
}
