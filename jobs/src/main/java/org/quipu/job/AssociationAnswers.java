package org.quipu.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
  private AssociationAnswers() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /**
   * A question, and what else is studied about it.
   *
   * @param panel of its levels over the years; nothing where there are none
   */
  record Task(Question question, Supplier<Optional<AssociationAnalysis>> panel) {
    /** A question alone. */
    static Task of(Question question) {
      return new Task(question, Optional::empty);
    }
  }

  private record Answer(
      Question question, AssociationAnalysis analysis, Optional<AssociationAnalysis> panel) {}

  /** Answers the questions side by side, as each has random numbers of its own; in their order. */
  static AssociationAnswers of(List<Task> tasks, AssociationAnalysis.Settings settings) {
    AssociationAnswers answers = new AssociationAnswers();
    tasks.parallelStream()
        .map(
            task ->
                new Answer(
                    task.question,
                    AssociationAnalysis.of(task.question.spec(), settings),
                    task.panel.get()))
        .toList()
        .forEach(answers::add);
    return answers;
  }

  private void add(Answer answer) {
    analyses.add(answer.analysis);
    answer.panel.ifPresent(analyses::add);
    points.addAll(answer.question.points(answer.analysis));
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
