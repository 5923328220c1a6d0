package org.quipu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.charts.Form;
import org.quipu.job.RegressionJob;
import org.quipu.job.ShellWords;
import org.quipu.job.Survey;
import org.quipu.store.Store;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.RegressionSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "regress")
final class RegressCommand extends SurveyCommand {
  @Option(names = "--model", paramLabel = "FORMULA", required = true)
  private String model;

  @Option(names = "--family", paramLabel = "F")
  private Family family = Family.LOGISTIC;

  @Option(names = "--margins")
  private boolean margins;

  @Option(names = "--small-sample")
  private boolean smallSample;

  @Option(names = "--form", paramLabel = "F", arity = "1..*", converter = Converters.FormName.class)
  private List<Form> forms = List.of(Form.WIDE);

  @Mixin private ReplicateOptions replicates;
  @Mixin private WritingOptions writing;
  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    if (margins && (smallSample || family == Family.ORDINAL)) {
      throw wrongOption("wrong.regress.margins");
    }

    if (smallSample && (family == Family.ORDINAL || !isOfClusters())) {
      throw wrongOption("wrong.regress.small");
    }

    checkSurvey();
    if (calibration.given() && smallSample) {
      throw wrongOption("wrong.calibrate.small");
    }

    replicates.check();
    if (replicates.given() && smallSample) {
      throw wrongOption("wrong.replicates.small");
    }

    if (replicates.columns() && isOfWomen()) {
      throw wrongOption("wrong.replicates.store");
    }

    if (calibration.trims() && replicates.given()) {
      throw wrongOption("wrong.trim.replicates");
    }

    RegressionJob.Result result =
        store().map(store -> ofStore(store, console)).orElseGet(this::ofFiles);
    result.warnings().forEach(console::warn);
    result.fit().calibration().ifPresent(report -> report.tell(console));
    output.folder().ifPresent(out -> write(result, out, console));
    RegressionSummary.lines(result, console).forEach(console::say);
  }

  private void write(RegressionJob.Result result, Path out, Console console) {
    Stream.concat(
            result.tables().export(out).stream(),
            result.draw(written(), forms.stream().distinct().toList(), out, commandLine()).stream())
        .forEach(file -> console.progress(console.texts().of("wrote", file)));
  }

  /** What was typed. */
  private String commandLine() {
    List<String> words = new ArrayList<>(List.of("quipu"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return ShellWords.line(words);
  }

  private RegressionJob.Result ofFiles() {
    if (output.folder().isEmpty()) {
      throw wrongOption("wrong.together", "--data", "--out");
    }

    Survey survey = survey();
    return RegressionJob.of(
        survey,
        new RegressionSpec(
            Formula.of(model),
            family,
            replicates.replicated(survey.design(), survey.imputations().get(0)),
            where.domain(),
            extras()));
  }

  private RegressionJob.Result ofStore(Store store, Console console) {
    return new RegressionJob(writing.in(store), console)
        .run(
            new RegressionJob.Request(
                years(),
                Formula.of(model),
                family,
                where.domain(),
                lonelyOfWomen(),
                extras(),
                replicates.replication(),
                calibration.calibration()));
  }

  private Set<Extra> extras() {
    if (smallSample) {
      return Set.of(Extra.SMALL_SAMPLE);
    }

    return margins ? Set.of(Extra.MARGINS) : Set.of();
  }
}
