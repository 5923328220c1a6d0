package org.quipu.association;

import java.util.ArrayList;
import java.util.List;

/** A strategy's study with the test of its effect corrected for the number of tests. */
public record CorrectedStudy(StrategyStudy study, CorrectedTest test) {

  /**
   * Corrects the studies of one call: the effects of one run over all indicators and strategies are
   * a family.
   *
   * @return the studies, those of the first run first
   */
  public static List<CorrectedStudy> of(List<StrategyStudy> studies) {
    List<CorrectedStudy> corrected = new ArrayList<>();
    for (EventStudyRun run : EventStudyRun.values()) {
      List<StrategyStudy> family =
          studies.stream().filter(study -> study.spec().run() == run).toList();
      List<CorrectedTest> tests =
          CorrectedTest.family(family.stream().map(study -> study.result().effect()).toList());
      for (int i = 0; i < family.size(); i++) {
        corrected.add(new CorrectedStudy(family.get(i), tests.get(i)));
      }
    }

    return corrected;
  }
}
