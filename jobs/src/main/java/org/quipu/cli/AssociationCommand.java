package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.job.AssociationJob;
import org.quipu.store.Store;
import org.quipu.study.AssociationFiles;
import org.quipu.text.narrative.AssociationSentences;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.TableWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "association",
    description = {
      "Did violence fall more where prevention reached more people? Meta-regression of the regions'"
          + " changes on coverage, with correlations as a description.",
      "",
      "The answer, marked headline in the table, is meta_regression_equal_levels: the slope among"
          + " regions of equal initial levels. A high first figure is high partly by chance and"
          + " tends to be followed by a lower one (regression to the mean), so that prevention that"
          + " goes where figures are high seems to work. There are two ways of holding the level"
          + " equal: meta_regression_observed_baseline is right where coverage followed the"
          + " published figure, and says too often that violence fell less where it followed the"
          + " true level; meta_regression_adjusted (the true level, allowing for the sampling error"
          + " that level and change share) is right there, and says too often that violence fell"
          + " more where coverage followed the published figure. Nobody knows which it was, so the"
          + " answer is the less conclusive of the two: it finds an association only where both do."
          + " jobs/bench/regression-to-the-mean in the sources measures the rates."
          + " meta_regression_truncated, the slope whatever the initial levels, stands beside it,"
          + " and is the headline where initial levels are not known.",
      "",
      "Other methods in the table: meta_regression (REML, Knapp-Hartung without truncation,"
          + " permutation test), meta_regression_covariates and meta_regression_adjusted_covariates"
          + " (with --covariates), panel (levels of all regions in all years on the coverage"
          + " reached by then, with a fixed effect for each region and year; CR2 and"
          + " Satterthwaite), fixed_effect, pearson, spearman, kendall, pearson_weighted,"
          + " pearson_disattenuated (corrected for the sampling error of the changes). For"
          + " sensitivity: meta_regression_ml, meta_regression_dl, meta_regression_normal,"
          + " precision_weighted.",
      "",
      "Violence in the last 12 months comes first, where both years have it; violence ever is a"
          + " family of its own, since prevention cannot undo it for women who have lived through"
          + " it. P-values of one method are corrected together over the indicators and measures of"
          + " a family (Benjamini-Hochberg); of a user's files over all.",
      "",
      "The table association_point has one row for each region of each question: change, coverage,"
          + " weight, leverage and Cook's distance. The table event_study compares the regions of a"
          + " strategy that began within the years of the change with the others: the effect, the"
          + " difference of each year from the mean of the years before the start, the test of"
          + " earlier trends, placebos, and the same without regions in which the strategy works in"
          + " a part only.",
      "",
      "An association among 25 regions is not evidence of a cause: regions with more violence may"
          + " get more prevention, extreme levels regress to the mean, and prevention may lead more"
          + " women to report violence."
    },
    footer = {
      "",
      "Examples:",
      "  quipu association --store store --from 2017 --to 2022 --out out",
      "  quipu association --changes change.csv --coverage coverage.csv --out out"
    })
final class AssociationCommand extends BaseCommand {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      converter = Converters.StoreFolder.class,
      description = "The store.")
  private String store;

  @Option(names = "--from", paramLabel = "Y", description = "First year of the change.")
  private Integer from;

  @Option(names = "--to", paramLabel = "Y", description = "Last year of the change.")
  private Integer to;

  @Option(
      names = "--coverage-from",
      paramLabel = "Y",
      description = "First year of coverage; without it the first year of the change.")
  private Integer coverageFrom;

  @Option(
      names = "--coverage-to",
      paramLabel = "Y",
      description = "Last year of coverage; without it the year before the last of the change.")
  private Integer coverageTo;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class,
      description =
          "Indicators. Default: the four forms of violence in the last 12 months, where both years"
              + " have them, and ever.")
  private List<String> indicators = List.of();

  @Option(
      names = "--changes",
      paramLabel = "FILE",
      description =
          "Instead of a store: CSV with domain, change, standard_error, and indicator if several.")
  private Path changes;

  @Option(
      names = "--coverage",
      paramLabel = "FILE",
      description = "Goes with --changes: CSV with measure, region, coverage.")
  private Path coverage;

  @Option(
      names = "--covariates",
      paramLabel = "FILE",
      description = "What else is held fixed: CSV with region or area, and columns of numbers.")
  private Path covariates;

  @Option(
      names = "--permutations",
      paramLabel = "B",
      description = "Draws of the permutation test. Default: 1999.")
  private Integer permutations;

  @Mixin private TableOutput output;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    AssociationAnalysis.Settings settings = settings();
    AssociationJob.Result result =
        changes == null ? ofStore(settings, console) : ofFiles(settings, console);
    Names names = new Names(output.language());
    AssociationSentences sentences =
        changes == null ? new AssociationSentences(names) : AssociationSentences.ofKeys(names);
    output
        .folder()
        .ifPresent(
            out ->
                result
                    .export(out, TableWords.of(sentences))
                    .forEach(file -> console.progress("wrote " + file)));
    AssociationSummary.lines(result, sentences).forEach(console::say);
  }

  private AssociationAnalysis.Settings settings() {
    AssociationAnalysis.Settings usual = AssociationAnalysis.Settings.withDefaults();
    if (permutations == null) {
      return usual;
    }

    if (permutations < 99) {
      throw wrongOption(
          "--permutations " + permutations + ": a permutation test needs 99 draws or more");
    }

    return new AssociationAnalysis.Settings(permutations, usual.draws(), usual.seed());
  }

  private AssociationJob.Result ofFiles(AssociationAnalysis.Settings settings, Console console) {
    if (coverage == null || store != null) {
      throw wrongOption("--changes goes with --coverage, without --store");
    }

    if (from != null || to != null || coverageFrom != null || coverageTo != null) {
      throw wrongOption("--changes takes its years from the files, not from the command line");
    }

    if (!indicators.isEmpty()) {
      throw wrongOption("--indicator goes with --store; --changes studies all that its file has");
    }

    return AssociationJob.ofFiles(
        new AssociationFiles(changes, coverage, covariates), settings, console);
  }

  /** Coverage that comes before the change or after it cannot have acted on it. */
  private YearRange window() {
    int first = coverageFrom == null ? from : coverageFrom;
    int last = coverageTo == null ? to - 1 : coverageTo;
    if (first > last) {
      throw wrongOption("--coverage-from " + first + " is after --coverage-to " + last);
    }

    if (first < from || last > to) {
      throw wrongOption(
          "coverage of %d to %d is not inside the change of %d to %d and cannot have acted on it"
              .formatted(first, last, from, to));
    }

    return new YearRange(first, last);
  }

  private AssociationJob.Result ofStore(AssociationAnalysis.Settings settings, Console console) {
    if (store == null || from == null || to == null || coverage != null) {
      throw wrongOption("needs --store, --from and --to, or --changes and --coverage");
    }

    if (from >= to) {
      throw wrongOption("--from " + from + " is not before --to " + to);
    }

    YearRange window = window();

    return new AssociationJob(writing.in(Store.existing(store)), console)
        .run(
            new AssociationJob.Request(
                new YearRange(from, to), window, indicators, covariates, settings));
  }
}
