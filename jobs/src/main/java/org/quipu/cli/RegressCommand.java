package org.quipu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.charts.Form;
import org.quipu.job.RegressionJob;
import org.quipu.job.ShellWords;
import org.quipu.spark.SurveyInput;
import org.quipu.store.Store;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.RegressionSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "regress")
final class RegressCommand extends BaseCommand {
  @ArgGroup(multiplicity = "1")
  private Data from;

  @Option(names = "--model", paramLabel = "FORMULA", required = true)
  private String model;

  @Option(names = "--family", paramLabel = "F")
  private Family family = Family.LOGISTIC;

  @Mixin private WhereOptions where;

  @Option(names = "--margins")
  private boolean margins;

  @Option(names = "--small-sample")
  private boolean smallSample;

  @Option(names = "--year", paramLabel = "Y", arity = "1..*")
  private List<Integer> years = List.of();

  @Option(names = "--form", paramLabel = "F", arity = "1..*", converter = Converters.FormName.class)
  private List<Form> forms = List.of(Form.WIDE);

  @Mixin private ImputationOptions imputations;
  @Mixin private DesignOptions design;
  @Mixin private ReplicateOptions replicates;
  @Mixin private CalibrationOptions calibration;
  @Mixin private WritingOptions writing;
  @Mixin private TableOutput output;

  /** Where the rows are. */
  static final class Data {
    @Option(names = "--data", paramLabel = "FILE", arity = "1..*", required = true)
    private List<String> files = List.of();

    @Option(
        names = "--store",
        paramLabel = "DIR",
        converter = Converters.StoreFolder.class,
        required = true)
    private String store;
  }

  @Override
  protected void run(Console console) {
    if (margins && (smallSample || family == Family.ORDINAL)) {
      throw wrongOption("wrong.regress.margins");
    }

    if (smallSample
        && (family == Family.ORDINAL || (from.store == null && !design.isOfClusters()))) {
      throw wrongOption("wrong.regress.small");
    }

    calibration.check();
    if (calibration.given() && smallSample) {
      throw wrongOption("wrong.calibrate.small");
    }

    replicates.check();
    if (replicates.given() && smallSample) {
      throw wrongOption("wrong.replicates.small");
    }

    if (calibration.trims() && replicates.given()) {
      throw wrongOption("wrong.trim.replicates");
    }

    RegressionJob.Result result = from.store == null ? ofFile() : ofStore(console);
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

  private RegressionJob.Result ofFile() {
    if (!years.isEmpty()) {
      throw wrongOption("wrong.goes.with", "--year", "--store");
    }

    if (output.folder().isEmpty()) {
      throw wrongOption("wrong.together", "--data", "--out");
    }

    design.check();
    List<SurveyInput> surveys = imputations.surveys(from.files);
    RegressionSpec spec =
        new RegressionSpec(
            Formula.of(model),
            family,
            calibration.calibrated(replicates.replicated(design.design(), surveys.get(0))),
            where.domain(),
            extras());
    return RegressionJob.of(surveys, spec);
  }

  private RegressionJob.Result ofStore(Console console) {
    if (design.given()) {
      throw wrongOption("wrong.regress.design");
    }

    if (replicates.columns()) {
      throw wrongOption("wrong.replicates.store");
    }

    if (imputations.given()) {
      throw wrongOption("wrong.goes.with", "--imputed", "--data");
    }

    return new RegressionJob(writing.in(Store.existing(from.store)), console)
        .run(
            new RegressionJob.Request(
                years,
                Formula.of(model),
                family,
                where.domain(),
                design.lonely(LonelyPsu.CERTAINTY),
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
