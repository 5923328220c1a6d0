package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.CorrectedStudy;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.store.InfluenceRow;
import org.quipu.study.Question;
import org.quipu.study.StrategyStudies;

/** The analyses of all questions of a call, and the regions of each as rows. */
record AssociationAnswers(List<AssociationAnalysis> analyses, List<AssociationPointRow> points) {
  AssociationAnswers() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /** Answers a question. */
  void add(Question question, AssociationAnalysis.Settings settings) {
    AssociationAnalysis analysis = AssociationAnalysis.of(question.spec(), settings);
    analyses.add(analysis);
    points.addAll(question.points(analysis));
  }

  /** All rows, their p-values corrected over the call. */
  AssociationJob.Result result(StrategyStudies strategies) {
    return new AssociationJob.Result(
        CorrectedAnalysis.of(analyses).stream()
            .flatMap(analysis -> AssociationRow.of(analysis).stream())
            .toList(),
        points,
        analyses.stream().flatMap(analysis -> InfluenceRow.of(analysis).stream()).toList(),
        CorrectedStudy.of(strategies.studies()).stream()
            .flatMap(study -> EventStudyRow.of(study).stream())
            .toList());
  }
}
