package org.quipu.cli;

import java.util.List;
import org.quipu.job.CompareJob;
import org.quipu.survey.GroupTest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "compare")
final class CompareCommand extends SurveyCommand {
  private static final List<GroupTest> USUAL = List.of(GroupTest.T, GroupTest.WILCOXON);

  @Option(names = "--outcome", paramLabel = "Y", required = true)
  private String outcome;

  @ArgGroup(multiplicity = "1")
  private Against against;

  @Option(
      names = "--test",
      paramLabel = "T",
      split = ",",
      converter = Converters.GroupTestName.class)
  private List<GroupTest> tests = List.of();

  @Mixin private PageOutput output;

  /** What the column is compared between, or with. */
  static final class Against {
    @Option(names = "--groups", paramLabel = "G", required = true)
    private String groups;

    @Option(names = "--value", paramLabel = "V", required = true)
    private Double value;
  }

  @Override
  protected void run(Console console) {
    checkSurvey();
    if (outcome.equals(against.groups)) {
      throw wrongOption("wrong.compare.itself", outcome);
    }

    if (against.value != null && !List.of(GroupTest.T).containsAll(tests)) {
      throw wrongOption("wrong.compare.value");
    }

    CompareJob.Result result =
        CompareJob.of(survey(), new CompareJob.Request(outcome, wanted(), where.domain()));
    result.warnings().forEach(console::warn);
    result.fit().calibration().ifPresent(report -> report.tell(console));
    console.progress(console.texts().of("wrote", result.export(output.folder())));
    CompareSummary.lines(result, console).forEach(console::say);
  }

  private CompareJob.Against wanted() {
    return against.value == null
        ? new CompareJob.Groups(
            against.groups, (tests.isEmpty() ? USUAL : tests).stream().distinct().toList())
        : new CompareJob.Value(against.value);
  }
}
