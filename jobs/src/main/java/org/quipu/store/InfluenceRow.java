package org.quipu.store;

import java.util.ArrayList;
import java.util.List;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.Method;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.Influence;

/**
 * One row of the {@code association_influence} table: the slope of {@code meta_regression} without
 * one region, and that region's influence on it.
 */
public record InfluenceRow(
    String indicator,
    String measure,
    Method method,
    String leftOut,
    double estimate,
    double standardError,
    double pValue,
    double hat,
    double cook,
    double rstudent) {

  /** The rows of an analysis: the regions with weight, then those without. */
  public static List<InfluenceRow> of(AssociationAnalysis analysis) {
    List<InfluenceRow> rows = new ArrayList<>();
    for (Influence one : analysis.influence()) {
      TestedEstimate without = one.without().coefficient(AssociationAnalysis.COVERAGE);
      rows.add(of(analysis, one.leftOut(), without, one.hat(), one.cook(), one.rstudent()));
    }
    if (!analysis.influence().isEmpty()) {
      // A region that has no weight changes nothing when it is left out.
      TestedEstimate all = analysis.result(Method.META_REGRESSION).orElseThrow().test();
      for (String region : analysis.spec().leftOut()) {
        rows.add(of(analysis, region, all, 0, 0, Double.NaN));
      }
    }

    return rows;
  }

  private static InfluenceRow of(
      AssociationAnalysis analysis,
      String region,
      TestedEstimate without,
      double hat,
      double cook,
      double rstudent) {
    return new InfluenceRow(
        analysis.spec().indicator(),
        analysis.spec().measure(),
        Method.META_REGRESSION,
        region,
        without.estimate(),
        without.standardError(),
        without.pValue(),
        hat,
        cook,
        rstudent);
  }
}
