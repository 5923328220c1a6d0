package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.UserException;
import org.quipu.survey.Design;

/**
 * What is fitted.
 *
 * @param domain the values that columns have in the part of the population that is looked at; the
 *     rows outside it stay in the design; empty for the whole population
 * @param extras what is computed beyond coefficients and tests
 */
public record RegressionSpec(
    Formula formula,
    Family family,
    Design design,
    Map<String, Set<String>> domain,
    Set<Extra> extras)
    implements Serializable {
  public RegressionSpec {
    domain = Map.copyOf(domain);
    extras = Set.copyOf(extras);
    if (family == Family.ORDINAL && extras.contains(Extra.MARGINS)) {
      throw new UserException("ordinal regressions have no margins; leave them out");
    }

    if (extras.contains(Extra.SMALL_SAMPLE)
        && (family == Family.ORDINAL
            || extras.contains(Extra.MARGINS)
            || design.clusters().isEmpty()
            || !design.fpc().isEmpty())) {
      throw new UserException(
          "errors for small samples are those of coefficients, of clusters sampled with"
              + " replacement, and not of ordinal regressions; name the clusters, and leave out"
              + " margins and the finite population correction");
    }

    if (extras.contains(Extra.SMALL_SAMPLE) && design.calibration() != null) {
      throw new UserException(
          "errors for small samples are of weights as they are; leave out the calibration");
    }

    if (extras.contains(Extra.SMALL_SAMPLE) && design.isReplicated()) {
      throw new UserException(
          "errors for small samples are by linearization; leave out the replicates");
    }

    if (design.replication() != null && design.clusters().isEmpty()) {
      throw new UserException(
          "replicates of a regression are made of clusters; name their column, or that of the rows'"
              + " own identifiers where rows were sampled");
    }
  }

  /** Of the whole population. */
  public static RegressionSpec of(String formula, Family family, Design design) {
    return new RegressionSpec(Formula.of(formula), family, design, Map.of(), Set.of());
  }

  /** The columns that must hold numbers. */
  public List<String> numbers() {
    Set<String> numbers = new LinkedHashSet<>();
    numbers.add(formula.response().column());
    formula.offsets().forEach(offset -> numbers.add(offset.column()));
    formula.variables().stream()
        .filter(Variable::needsNumbers)
        .map(Variable::column)
        .forEach(numbers::add);
    return List.copyOf(numbers);
  }

  /** The columns that are factors where they hold texts, and else numbers. */
  public List<String> asStored() {
    return columns(Variable.Shape.AS_STORED);
  }

  /** The columns that are factors whatever they hold. */
  public List<String> factors() {
    return columns(Variable.Shape.FACTOR);
  }

  private List<String> columns(Variable.Shape shape) {
    return formula.variables().stream()
        .filter(variable -> variable.shape() == shape && !variable.needsNumbers())
        .map(Variable::column)
        .distinct()
        .toList();
  }

  /** All columns that are read. */
  public Set<String> columns() {
    List<String> all = new ArrayList<>(numbers());
    all.addAll(asStored());
    all.addAll(factors());
    all.addAll(domain.keySet());
    all.addAll(design.clusters());
    all.addAll(design.fpc());
    all.addAll(design.replicates().columns());
    if (design.calibration() != null) {
      all.addAll(design.calibration().texts());
      all.addAll(design.calibration().numbers());
    }

    for (String column : new String[] {design.stratum(), design.weight()}) {
      if (column != null) {
        all.add(column);
      }
    }

    return new LinkedHashSet<>(all);
  }
}
