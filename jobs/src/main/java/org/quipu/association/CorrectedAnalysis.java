package org.quipu.association;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.quipu.math.TestedEstimate;

/**
 * An analysis with its tests corrected for the number of tests of their families.
 *
 * @param tests one for each of the analysis's results, in their order
 */
public record CorrectedAnalysis(AssociationAnalysis analysis, List<CorrectedTest> tests) {
  public CorrectedAnalysis {
    tests = List.copyOf(tests);
  }

  /**
   * Corrects the analyses of one call: the tests of one method over all of its questions are a
   * family.
   */
  public static List<CorrectedAnalysis> of(List<AssociationAnalysis> analyses) {
    Map<Method, List<TestedEstimate>> families = new EnumMap<>(Method.class);
    for (AssociationAnalysis analysis : analyses) {
      for (MethodResult result : analysis.results()) {
        families.computeIfAbsent(result.method(), method -> new ArrayList<>()).add(result.test());
      }
    }

    Map<Method, Iterator<CorrectedTest>> corrected = new EnumMap<>(Method.class);
    families.forEach(
        (method, tests) -> corrected.put(method, CorrectedTest.family(tests).iterator()));
    return analyses.stream()
        .map(
            analysis ->
                new CorrectedAnalysis(
                    analysis,
                    analysis.results().stream()
                        .map(result -> corrected.get(result.method()).next())
                        .toList()))
        .toList();
  }
}
