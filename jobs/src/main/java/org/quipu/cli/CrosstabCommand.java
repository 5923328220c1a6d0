package org.quipu.cli;

import org.quipu.job.CrosstabJob;
import org.quipu.survey.Crossing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "crosstab")
final class CrosstabCommand extends SurveyCommand {
  @Option(names = "--rows", paramLabel = "X", required = true)
  private String rows;

  @Option(names = "--columns", paramLabel = "Y", required = true)
  private String columns;

  @Mixin private PageOutput output;

  @Override
  protected void run(Console console) {
    checkSurvey();
    if (rows.equals(columns)) {
      throw wrongOption("wrong.crosstab.itself", rows);
    }

    CrosstabJob.Result result =
        CrosstabJob.of(survey(), new Crossing(rows, columns, where.domain()));
    result.warnings().forEach(console::warn);
    result
        .export(output.folder())
        .forEach(file -> console.progress(console.texts().of("wrote", file)));
    CrosstabSummary.lines(result, console).forEach(console::say);
  }
}
