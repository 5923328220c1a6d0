package org.quipu.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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

  private record Key(TestFamily family, Method method) {
    static Key of(AssociationAnalysis analysis, MethodResult result) {
      return new Key(analysis.spec().family(), result.method());
    }
  }

  /**
   * Corrects the analyses of one call: the tests of one method over the questions of one {@link
   * TestFamily}.
   */
  public static List<CorrectedAnalysis> of(List<AssociationAnalysis> analyses) {
    Map<Key, List<TestedEstimate>> families = new LinkedHashMap<>();
    for (AssociationAnalysis analysis : analyses) {
      for (MethodResult result : analysis.results()) {
        families
            .computeIfAbsent(Key.of(analysis, result), key -> new ArrayList<>())
            .add(result.test());
      }
    }

    Map<Key, Iterator<CorrectedTest>> corrected = new HashMap<>();
    families.forEach((key, tests) -> corrected.put(key, CorrectedTest.family(tests).iterator()));
    return analyses.stream()
        .map(
            analysis ->
                new CorrectedAnalysis(
                    analysis,
                    analysis.results().stream()
                        .map(result -> corrected.get(Key.of(analysis, result)).next())
                        .toList()))
        .toList();
  }
}
