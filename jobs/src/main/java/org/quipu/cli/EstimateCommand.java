package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.job.EstimateJob;
import org.quipu.spark.SurveyInput;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.survey.DeffReference;
import org.quipu.survey.Design;
import org.quipu.survey.DomainTable;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.Outcome;
import org.quipu.survey.PovertyLine;
import org.quipu.survey.Retain;
import org.quipu.survey.Statistic;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "estimate")
final class EstimateCommand extends BaseCommand {
  @Option(names = "--data", paramLabel = "FILE", arity = "1..*", required = true)
  private List<String> files;

  @Mixin private ImputationOptions imputations;

  @Option(names = "--outcome", paramLabel = "Y", arity = "1..*", required = true)
  private List<String> columns;

  @Option(names = "--denominator", paramLabel = "X")
  private String denominator;

  @Mixin private DesignOptions design;

  @Option(names = "--by", paramLabel = "TABLES", split = ",")
  private List<String> by = List.of(DomainTable.NATIONAL.name());

  @ArgGroup private StatisticOptions statistic = new StatisticOptions();

  @Option(names = "--interval", paramLabel = "M")
  private IntervalMethod interval = IntervalMethod.LOGIT;

  @Option(names = "--deff", paramLabel = "R")
  private Deff deff;

  @Mixin private ReplicateOptions replicates;
  @Mixin private CalibrationOptions calibration;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      converter = Converters.OutFile.class,
      required = true)
  private Path out;

  @Option(names = "--covariance", paramLabel = "FILE", converter = Converters.OutFile.class)
  private Path covariance;

  /** At most one of these; without any of them a mean, or a ratio where there is a denominator. */
  static final class StatisticOptions {
    @Option(names = "--mean", required = true)
    boolean mean;

    @Option(names = "--total", required = true)
    boolean total;

    @Option(names = "--proportion", required = true)
    boolean proportion;

    @Option(names = "--quantile", paramLabel = "Q", arity = "1..*", required = true)
    List<Double> quantiles = List.of();

    @Option(names = "--gini", required = true)
    boolean gini;

    @Option(
        names = "--poverty",
        paramLabel = "LINE",
        converter = Converters.Line.class,
        required = true)
    PovertyLine line;

    /** Whether each column has one mean, total, proportion or ratio. */
    boolean isPlain() {
      return quantiles.isEmpty() && !gini && line == null;
    }
  }

  /** What a design effect compares with. */
  enum Deff {
    REPLACE(DeffReference.WITH_REPLACEMENT),
    WITHOUT(DeffReference.WITHOUT_REPLACEMENT);

    private final DeffReference reference;

    Deff(DeffReference reference) {
      this.reference = reference;
    }
  }

  @Override
  protected void run(Console console) {
    checkOptions();
    EstimateJob.Result result =
        new EstimateJob().pooled(imputations.surveys(files).stream().map(this::request).toList());
    result.warnings().forEach(console::warn);
    result.calibrations().forEach(report -> report.tell(console));
    CsvTables.write(Table.ESTIMATE, result.rows(), out);
    console.progress(console.texts().of("estimate.made", result.rows().size(), out));
    if (covariance != null) {
      CsvTables.write(Table.ESTIMATE_COVARIANCE, result.covariances(), covariance);
      console.progress(console.texts().of("wrote", covariance));
    }

    EstimateSummary.lines(result.rows(), out, console).forEach(console::say);
  }

  private EstimateJob.Request request(SurveyInput survey) {
    return new EstimateJob.Request(
        survey,
        designOf(survey),
        statistic.isPlain() ? outcomes() : List.of(),
        quantiles(),
        welfare(),
        by.stream().map(DomainTable::of).toList(),
        interval,
        covariance == null ? Retain.NOTHING : Retain.CLUSTERS);
  }

  private void checkOptions() {
    design.check();
    boolean pooled = files.size() > 1 || imputations.given();
    if (pooled && (interval == IntervalMethod.BETA || interval == IntervalMethod.INEI)) {
      throw wrongOption("wrong.imputed.interval");
    }

    if (denominator != null && statistic() != Statistic.RATIO) {
      throw wrongOption("wrong.denominator");
    }

    for (double quantile : statistic.quantiles) {
      if (!(quantile > 0 && quantile < 1)) {
        throw wrongOption("wrong.quantile", quantile);
      }
    }

    if (!statistic.isPlain() && (denominator != null || replicates.given())) {
      throw wrongOption("wrong.quantile.alone");
    }

    if (covariance != null && !statistic.quantiles.isEmpty()) {
      throw wrongOption("wrong.covariance.quantile");
    }

    if (out.equals(covariance)) {
      throw wrongOption("wrong.covariance.out", out);
    }

    replicates.check();
    calibration.check();
    if (calibration.trims() && replicates.given()) {
      throw wrongOption("wrong.trim.replicates");
    }
  }

  private Design designOf(SurveyInput survey) {
    Design plain = calibration.calibrated(replicates.replicated(design.design(), survey));
    return deff == null ? plain : plain.deffReference(deff.reference);
  }

  private List<Outcome> outcomes() {
    Statistic wanted = statistic();
    return columns.stream()
        .map(
            column ->
                wanted == Statistic.RATIO
                    ? Outcome.ratio(column, denominator)
                    : new Outcome(column, wanted, column, null))
        .toList();
  }

  private List<EstimateJob.QuantileOf> quantiles() {
    return columns.stream()
        .flatMap(
            column ->
                statistic.quantiles.stream()
                    .map(share -> new EstimateJob.QuantileOf(column, share)))
        .toList();
  }

  private List<EstimateJob.WelfareOf> welfare() {
    return statistic.gini || statistic.line != null
        ? columns.stream()
            .map(column -> new EstimateJob.WelfareOf(column, Optional.ofNullable(statistic.line)))
            .toList()
        : List.of();
  }

  private Statistic statistic() {
    if (statistic.total) {
      return Statistic.TOTAL;
    }

    if (statistic.proportion) {
      return Statistic.PROPORTION;
    }

    return statistic.mean || denominator == null ? Statistic.MEAN : Statistic.RATIO;
  }
}
