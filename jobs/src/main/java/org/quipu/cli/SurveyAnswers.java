package org.quipu.cli;

import java.util.stream.DoubleStream;
import org.quipu.Provenance;
import org.quipu.survey.Design;

/** The sentences that end the answers of commands that analyse the rows of a survey. */
final class SurveyAnswers {
  private SurveyAnswers() {}

  /** How many rows were analysed, in how many clusters and strata. */
  static String size(Design design, long rows, long clusters, long strata, Console console) {
    String counted = console.language().count(rows);
    return design.clusters().isEmpty()
        ? console.texts().of("answer.survey.rows", counted, strata)
        : console
            .texts()
            .of("answer.survey.clusters", counted, console.language().count(clusters), strata);
  }

  /**
   * How imputations were pooled.
   *
   * @param missing the shares of the information on estimates that missing values took away; NaN
   *     where no estimates were pooled
   */
  static String pooled(int imputations, DoubleStream missing, Console console) {
    double most = missing.filter(share -> !Double.isNaN(share)).max().orElse(Double.NaN);
    return Double.isNaN(most)
        ? console.texts().of("answer.imputed.tests", imputations)
        : console
            .texts()
            .of("answer.imputed", imputations, console.language().decimal(100 * most, 0));
  }

  /** What the answer does not say. */
  static String limit(Provenance source, Console console) {
    return console
        .texts()
        .of(source == Provenance.SYNTHETIC ? "answer.synthetic" : "answer.regression.limit");
  }
}
