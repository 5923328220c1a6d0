package org.quipu.association;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;

/**
 * A test corrected for the number of tests of its family.
 *
 * @param pAdjusted the p-value after the correction; NaN where there was no test
 * @param tests made in the family
 * @param correction of the p-values
 */
public record CorrectedTest(
    double pAdjusted, int tests, Adjustment correction, AssociationVerdict verdict) {
  private static final Adjustment CORRECTION = Adjustment.BENJAMINI_HOCHBERG;

  /** The tests of one family, in their order, corrected by Benjamini and Hochberg. */
  static List<CorrectedTest> family(List<TestedEstimate> family) {
    double[] pValues = family.stream().mapToDouble(TestedEstimate::pValue).toArray();
    int tests = (int) Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).count();
    double[] adjusted = CORRECTION.adjust(pValues);
    return IntStream.range(0, adjusted.length)
        .mapToObj(
            i ->
                new CorrectedTest(
                    adjusted[i],
                    tests,
                    CORRECTION,
                    AssociationVerdict.of(family.get(i).estimate(), pValues[i], adjusted[i])))
        .toList();
  }
}
