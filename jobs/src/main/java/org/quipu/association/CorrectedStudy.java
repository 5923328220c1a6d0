package org.quipu.association;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A strategy's study with the test of its effect corrected for the number of tests. */
public record CorrectedStudy(StrategyStudy study, CorrectedTest test) {

  /**
   * Corrects the studies of one call: the effects of one run over the strategies and the indicators
   * of one {@link TestFamily}.
   *
   * @return the studies, those of the first run first
   */
  public static List<CorrectedStudy> of(List<StrategyStudy> studies) {
    List<CorrectedStudy> corrected = new ArrayList<>();
    for (EventStudyRun run : EventStudyRun.values()) {
      for (TestFamily family : TestFamily.values()) {
        corrected.addAll(
            together(
                studies.stream()
                    .filter(study -> study.spec().run() == run && study.spec().family() == family)
                    .toList()));
      }
    }

    return corrected;
  }

  private static List<CorrectedStudy> together(List<StrategyStudy> studies) {
    List<CorrectedTest> tests =
        CorrectedTest.family(studies.stream().map(study -> study.result().effect()).toList());
    return IntStream.range(0, tests.size())
        .mapToObj(i -> new CorrectedStudy(studies.get(i), tests.get(i)))
        .toList();
  }
}
