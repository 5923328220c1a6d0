package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.file.Source;
import org.quipu.job.CrosstabJob;
import org.quipu.spark.SurveyInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "crosstab")
final class CrosstabCommand extends BaseCommand {
  @Option(names = "--data", paramLabel = "FILE", required = true)
  private String data;

  @Option(names = "--rows", paramLabel = "X", required = true)
  private String rows;

  @Option(names = "--columns", paramLabel = "Y", required = true)
  private String columns;

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
    if (rows.equals(columns)) {
      throw wrongOption("wrong.crosstab.itself", rows);
    }

    CrosstabJob.Result result =
        CrosstabJob.of(
            SurveyInput.of(Source.of(data)),
            calibration.calibrated(design.design()),
            rows,
            columns,
            where.domain());
    result.warnings().forEach(console::warn);
    List<Path> files = result.export(out);
    files.forEach(file -> console.progress(console.texts().of("wrote", file)));
    CrosstabSummary.lines(result, console).forEach(console::say);
  }
}
