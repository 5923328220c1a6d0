package org.quipu.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quipu.file.Source;
import org.quipu.spark.SurveyInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the imputations of a survey are: in several files, or in several columns of one. */
final class ImputationOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--imputed", paramLabel = "NAME=COLUMNS", arity = "1..*")
  private List<String> imputed = List.of();

  boolean given() {
    return !imputed.isEmpty();
  }

  /**
   * The imputations of a survey, or the survey alone where there are none.
   *
   * @param files one, or one of each imputation
   */
  List<SurveyInput> surveys(List<String> files) {
    List<SurveyInput> surveys =
        files.stream().map(file -> SurveyInput.of(Source.of(file))).toList();
    if (!given()) {
      return surveys;
    }

    if (surveys.size() > 1) {
      throw WrongCommandLine.of(spec, "wrong.imputed.files");
    }

    return ofColumns(surveys.get(0));
  }

  private List<SurveyInput> ofColumns(SurveyInput survey) {
    List<Map<String, String>> imputations = new ArrayList<>();
    for (String each : imputed) {
      int equals = each.indexOf('=');
      List<String> columns =
          equals < 1
              ? List.of()
              : survey.matching(List.of(each.substring(equals + 1).split(",", -1)));
      if (columns.size() < 2) {
        throw WrongCommandLine.of(spec, "wrong.imputed", each);
      }

      if (!imputations.isEmpty() && imputations.size() != columns.size()) {
        throw WrongCommandLine.of(spec, "wrong.imputed.count", imputations.size(), columns.size());
      }

      for (int i = 0; i < columns.size(); i++) {
        if (imputations.size() == i) {
          imputations.add(new HashMap<>());
        }

        imputations.get(i).put(each.substring(0, equals), columns.get(i));
      }
    }

    return imputations.stream().map(survey::with).toList();
  }
}
