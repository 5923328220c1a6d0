package org.quipu.spark;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Outcome;
import org.quipu.survey.Statistic;
import org.quipu.survey.regression.RegressionSpec;

/**
 * The columns that estimates need.
 *
 * @param numbers those that are computed with
 * @param texts those that name strata, clusters, domains and categories
 */
record NeededColumns(Set<String> numbers, Set<String> texts) {
  /** The columns of a design and of tables of domains, and numbers. */
  static NeededColumns of(Design design, List<DomainTable> tables, Collection<String> numbers) {
    NeededColumns needed =
        new NeededColumns(new LinkedHashSet<>(design.fpc()), new LinkedHashSet<>());
    needed.numbers.addAll(design.replicates().columns());
    needed.numbers.addAll(numbers);
    if (design.calibration() != null) {
      needed.numbers.addAll(design.calibration().numbers());
      needed.texts.addAll(design.calibration().texts());
    }

    Stream.ofNullable(design.weight()).forEach(needed.numbers::add);
    needed.texts.addAll(design.clusters());
    Stream.ofNullable(design.stratum()).forEach(needed.texts::add);
    tables.forEach(table -> needed.texts.addAll(table.columns()));
    return needed;
  }

  /** The columns of a design, of tables of domains and of outcomes. */
  static NeededColumns of(Design design, List<DomainTable> tables, List<Outcome> outcomes) {
    NeededColumns needed = of(design, tables, Set.of());
    for (Outcome outcome : outcomes) {
      boolean categories = outcome.statistic() == Statistic.PROPORTION;
      (categories ? needed.texts : needed.numbers).add(outcome.numerator());
      Stream.ofNullable(outcome.denominator()).forEach(needed.numbers::add);
    }

    return needed;
  }

  /** The same under other names. */
  NeededColumns of(UnaryOperator<String> name) {
    return new NeededColumns(
        numbers.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new)),
        texts.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /**
   * The columns of a regression.
   *
   * @param texts those of {@link RegressionSpec#asStored} that may hold texts
   */
  static NeededColumns of(RegressionSpec spec, Set<String> texts) {
    NeededColumns needed = of(spec.design(), List.of(), spec.numbers());
    spec.asStored()
        .forEach(column -> (texts.contains(column) ? needed.texts : needed.numbers).add(column));
    needed.texts.addAll(spec.factors());
    needed.texts.addAll(spec.domain().keySet());
    return needed;
  }
}
