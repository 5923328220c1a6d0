package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.quipu.association.Answer;
import org.quipu.charts.Language;
import org.quipu.endes.Indicator;
import org.quipu.program.Coverage.Window;
import org.quipu.store.CsvTables;
import org.quipu.store.Store;
import org.quipu.store.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "association",
    description = {
      "Did violence fall more where prevention reached more people? Meta-regression of the regions' changes on coverage, with correlations beside it.",
      "",
      "Methods in the table: meta_regression (REML, Knapp-Hartung, permutation test; the headline), meta_regression_adjusted (at equal true first levels, the sampling error that level and change share taken out), meta_regression_observed_baseline (at equal published first levels: right where programmes followed those figures), meta_regression_covariates and meta_regression_adjusted_covariates (with --covariates), fixed_effect, pearson, spearman, kendall, pearson_weighted, pearson_disattenuated (sampling error of the changes taken out). For sensitivity: meta_regression_ml, meta_regression_dl, meta_regression_truncated, meta_regression_normal, precision_weighted. P-values of one method are corrected together over all indicators and measures of a call (Benjamini-Hochberg).",
      "",
      "An association of 25 regions is no cause: regions with more violence may get more prevention, extreme levels come back to the mean, and prevention may make women speak."
    },
    footer = {
      "",
      "Examples:",
      "  quipu association --store store --from 2017 --to 2022 --out out",
      "  quipu association --changes change.csv --coverage coverage.csv --out out"
    })
final class AssociationCommand extends Job {
  @Option(names = "--store", paramLabel = "DIR", description = "The store.")
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
      description = "Indicators; the four forms of violence, ever, unless told otherwise.")
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
      description = "Goes with --changes: CSV with region or area, and columns of numbers.")
  private Path covariates;

  @Option(
      names = "--language",
      paramLabel = "es|en",
      description = "Language of the sentences. Default: es.")
  private String language = "es";

  @Option(
      names = "--permutations",
      paramLabel = "B",
      description = "Draws of the permutation test. Default: 1999.")
  private Integer permutations;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write DIR/tables/association.csv and association_influence.csv.")
  private Path out;

  @Override
  protected void run(Console console) {
    if (!List.of("es", "en").contains(language)) {
      throw wrongOption("--language " + language + ": there are es and en");
    }

    Answer.Settings settings = settings();
    AssociationJob.Result result =
        changes == null ? ofStore(settings, console) : ofFiles(settings, console);
    if (out != null) {
      console.progress("wrote " + CsvTables.export(Table.ASSOCIATION, result.rows(), out));
      console.progress(
          "wrote " + CsvTables.export(Table.ASSOCIATION_INFLUENCE, result.influence(), out));
    }

    console.say(String.format(Locale.ROOT, "association: %,d answers", result.rows().size()));
    result.rows().stream()
        .filter(row -> row.method().equals("meta_regression"))
        .forEach(row -> console.say("  " + row.sentence()));
  }

  private Answer.Settings settings() {
    Answer.Settings usual = Answer.Settings.withDefaults();
    if (permutations == null) {
      return usual;
    }

    if (permutations < 99) {
      throw wrongOption(
          "--permutations " + permutations + ": a permutation test needs 99 draws or more");
    }

    return new Answer.Settings(permutations, usual.draws(), usual.seed());
  }

  private AssociationJob.Result ofFiles(Answer.Settings settings, Console console) {
    if (coverage == null || store != null || out == null) {
      throw wrongOption("--changes goes with --coverage and --out, without --store");
    }

    return new AssociationFiles(changes, coverage, covariates)
        .study(settings, Language.ofTag(language), console);
  }

  private AssociationJob.Result ofStore(Answer.Settings settings, Console console) {
    if (store == null || from == null || to == null || coverage != null || covariates != null) {
      throw wrongOption("needs --store, --from and --to, or --changes, --coverage and --out");
    }

    if (from >= to) {
      throw wrongOption("--from " + from + " is not before --to " + to);
    }

    Window window =
        new Window(
            coverageFrom == null ? from : coverageFrom, coverageTo == null ? to - 1 : coverageTo);
    if (window.from() > window.to()) {
      throw wrongOption(
          "--coverage-from " + window.from() + " is after --coverage-to " + window.to());
    }

    indicators.forEach(Indicator::of);
    return new AssociationJob(Store.existing(store), console, settings, Language.ofTag(language))
        .run(from, to, window, indicators);
  }
}
