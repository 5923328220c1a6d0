package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.file.Source;
import org.quipu.job.CompareJob;
import org.quipu.spark.SurveyInput;
import org.quipu.survey.GroupTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "compare")
final class CompareCommand extends BaseCommand {
  @Option(names = "--data", paramLabel = "FILE", required = true)
  private String data;

  @Option(names = "--outcome", paramLabel = "Y", required = true)
  private String outcome;

  @Option(names = "--groups", paramLabel = "G", required = true)
  private String groups;

  @Option(
      names = "--test",
      paramLabel = "T",
      split = ",",
      converter = Converters.GroupTestName.class)
  private List<GroupTest> tests = List.of(GroupTest.T, GroupTest.WILCOXON);

  @Mixin private WhereOptions where;
  @Mixin private DesignOptions design;
  @Mixin private CalibrationOptions calibration;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path out;

  @Override
  protected void run(Console console) {
    design.check();
    calibration.check();
    if (outcome.equals(groups)) {
      throw wrongOption("wrong.compare.itself", groups);
    }

    CompareJob.Result result =
        CompareJob.of(
            SurveyInput.of(Source.of(data)),
            calibration.calibrated(design.design()),
            new CompareJob.Request(
                outcome, groups, tests.stream().distinct().toList(), where.domain()));
    result.warnings().forEach(console::warn);
    console.progress(console.texts().of("wrote", result.export(out)));
    CompareSummary.lines(result, console).forEach(console::say);
  }
}
