package org.quipu.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.UserException;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenPrevalence.Method;
import org.quipu.store.Manifest;
import org.quipu.store.PublishedRow;
import org.quipu.store.Store;
import org.quipu.store.Table;

/**
 * What prevalence is estimated from.
 *
 * @param figures that are published
 * @param inputs the tables that these are, for the manifest of what is made of them
 */
record PrevalenceSources(
    WomenEstimates women, List<PublishedRow> figures, List<Manifest.Input> inputs) {
  /** Those that a store has now. */
  static PrevalenceSources of(Store store) {
    WomenEstimates women = new WomenEstimates(store);
    List<Manifest.Input> inputs = new ArrayList<>();
    new TreeSet<>(women.years()).forEach(year -> inputs.add(women.manifest(year).asInput()));
    store.manifest(Table.PUBLISHED.name()).ifPresent(manifest -> inputs.add(manifest.asInput()));
    return new PrevalenceSources(women, store.readIfPresent(Table.PUBLISHED), inputs);
  }

  /** The years of which there are microdata or published figures. */
  Set<Integer> years() {
    Set<Integer> available = new TreeSet<>(women.years());
    figures.forEach(figure -> available.add(figure.year()));
    return available;
  }

  /**
   * A method whose totals of the population are those of named years.
   *
   * @param years of which women and figures are wanted
   * @throws UserException if totals do not name one of several years, or there are no women
   */
  Method ofYears(Method method, Set<Integer> years) {
    if (method.calibration() == null) {
      return method;
    }

    Set<Integer> surveyed = new TreeSet<>(years);
    surveyed.retainAll(women.years());
    if (surveyed.isEmpty()) {
      throw UserException.input(
          method.calibration().source(),
          "totals to calibrate the women of " + years + " to, of whom there are none",
          "years with microdata",
          "Ingest them first, or calibrate nothing.");
    }

    return method.calibrated(
        method.calibration().named(surveyed.stream().map(String::valueOf).toList()));
  }

  /** The wanted years; all where none is named. */
  Set<Integer> years(Collection<Integer> wanted) {
    Set<Integer> available = years();
    if (available.isEmpty()) {
      throw UserException.input(
          "the store",
          "neither microdata nor published figures",
          "at least one year of them",
          "Load some with: quipu ingest --endes DIR --published FILE --store …");
    }

    for (int year : wanted) {
      if (!available.contains(year)) {
        throw UserException.input(
            "--year " + year,
            "no data of that year in the store",
            "one of " + available,
            "Ingest it first.");
      }
    }

    return wanted.isEmpty() ? available : new TreeSet<>(wanted);
  }
}
