package org.quipu.api;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence;
import org.quipu.job.SmallAreasJob;
import org.quipu.job.Survey;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.SmallAreaSpec;
import org.quipu.spark.SurveyInput;
import org.quipu.store.Store;
import org.quipu.survey.LonelyPsu;

/** The women of some years of ENDES, with their strata, clusters and weights. */
public final class Women {
  private final Store store;
  private final WomenEstimates women;
  private final List<Integer> years;

  Women(Store store, WomenEstimates women, List<Integer> years) {
    this.store = store;
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
   * The prevalence of an indicator in each province over all these years together, by the model of
   * the command {@code small-areas}; the store needs the census of provinces.
   *
   * @param indicator of {@code data/indicators.yaml}
   */
  public SmallAreas smallAreas(String indicator) {
    return new SmallAreas(
        store,
        new SmallAreasJob.Request(
            AreaLevel.PROVINCE,
            years,
            List.of(Indicator.of(indicator).name()),
            List.of(),
            null,
            null,
            SmallAreaSpec.usual(AreaLevel.PROVINCE)));
  }

  /**
   * The women of one of the years as a survey, for any statistic of any column of the table {@code
   * women}: ungraded, in the columns' own units.
   */
  public SurveyData in(int year) {
    if (!years.contains(year)) {
      throw new IllegalArgumentException("women of " + years + ", none of " + year);
    }

    return new SurveyData(
        new Survey(
            List.of(SurveyInput.of(women.data(year), "women of " + year)),
            WomenEstimates.design(LonelyPsu.CERTAINTY),
            new TreeSet<>(List.of(year)),
            women.source(year)));
  }

  /**
   * The women of all these years as one sample, whose strata tell their year: for regressions,
   * tables of two columns and comparisons of groups over several years.
   */
  public SurveyData pooled() {
    return new SurveyData(Survey.ofWomen(store, years, LonelyPsu.CERTAINTY, null));
  }
}
