package org.quipu.smallarea;

import java.util.List;
import java.util.Map;

/** Estimates of all areas by a model, whatever it is made of. */
public interface AreaStudy {
  /** How the areas were estimated. */
  SmallAreaSpec spec();

  /** One an area. */
  List<SmallAreaEstimate> estimates();

  /** Joint draws of the areas' true values, benchmarked: one row a draw, one column an area. */
  double[][] draws();

  /** The model's coefficients, variances and measures of fit. */
  List<ModelTerm> terms();

  /** Checks of the estimates, in the order of the enum. */
  Map<Diagnostic, Double> diagnostics();

  /**
   * What bigger samples are expected to give; none of a model that cannot tell.
   *
   * @param years that the present sample pools
   */
  default List<SampleOutlook> outlooks(int years) {
    return List.of();
  }
}
