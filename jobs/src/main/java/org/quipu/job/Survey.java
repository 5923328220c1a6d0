package org.quipu.job;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenTable;
import org.quipu.spark.SurveyInput;
import org.quipu.store.Store;
import org.quipu.survey.Design;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.Calibration;

/**
 * The rows of a survey with their design, to be analysed as one sample.
 *
 * @param imputations the data, or several imputations of them
 * @param years of the women of a store; empty for other data
 * @param source null where that is not known
 */
public record Survey(
    List<SurveyInput> imputations, Design design, SortedSet<Integer> years, Provenance source) {
  public Survey {
    imputations = List.copyOf(imputations);
    years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
  }

  /** Any survey. */
  public static Survey of(List<SurveyInput> imputations, Design design) {
    return new Survey(imputations, design, new TreeSet<>(), null);
  }

  /**
   * The women of a store: those of several years as one sample, whose strata tell their year.
   *
   * @param years empty for all that the store has
   * @param calibration of the women's weights; null for weights as they are
   * @throws UserException where the store has no women of one of the years
   */
  public static Survey ofWomen(
      Store store, Collection<Integer> years, LonelyPsu lonely, Calibration calibration) {
    WomenEstimates women = new WomenEstimates(store);
    SortedSet<Integer> wanted = new TreeSet<>(years.isEmpty() ? women.years() : years);
    if (wanted.isEmpty() || !women.years().containsAll(wanted)) {
      throw UserException.input(
          store.path(WomenTable.NAME),
          women.years().isEmpty() ? "no women" : "years " + new TreeSet<>(women.years()),
          wanted.isEmpty() ? "microdata" : "those of " + wanted,
          "Load them with: quipu ingest --endes DIR --store " + store.location());
    }

    return of(
        women,
        wanted,
        WomenEstimates.design(lonely)
            .calibrated(calibration == null ? null : calibration.ofRelativeWeights()));
  }

  /** Those of years that the store has. */
  private static Survey of(WomenEstimates women, SortedSet<Integer> years, Design design) {
    return new Survey(
        List.of(SurveyInput.of(women.pooled(years), "women of " + years)),
        design,
        years,
        years.stream().map(women::source).reduce(Provenance::merge).orElseThrow());
  }
}
