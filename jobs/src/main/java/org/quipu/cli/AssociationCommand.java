package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.job.AssociationJob;
import org.quipu.store.AssociationRow;
import org.quipu.store.Store;
import org.quipu.study.AssociationFiles;
import org.quipu.text.narrative.AssociationSentences;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.TableWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "association")
final class AssociationCommand extends BaseCommand {
  @Option(names = "--store", paramLabel = "DIR", converter = Converters.StoreFolder.class)
  private String store;

  @Option(names = "--from", paramLabel = "Y")
  private Integer from;

  @Option(names = "--to", paramLabel = "Y")
  private Integer to;

  @Option(names = "--coverage-from", paramLabel = "Y")
  private Integer coverageFrom;

  @Option(names = "--coverage-to", paramLabel = "Y")
  private Integer coverageTo;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class)
  private List<String> indicators = List.of();

  @Option(names = "--changes", paramLabel = "FILE")
  private Path changes;

  @Option(names = "--coverage", paramLabel = "FILE")
  private Path coverage;

  @Option(names = "--covariates", paramLabel = "FILE")
  private Path covariates;

  @Option(names = "--permutations", paramLabel = "B")
  private Integer permutations;

  @Mixin private TableOutput output;
  @Mixin private WritingOptions writing;

  @Override
  protected void run(Console console) {
    AssociationAnalysis.Settings settings = settings();
    AssociationJob.Result result =
        changes == null ? ofStore(settings, console) : ofFiles(settings, console);
    Names names = new Names(written());
    AssociationSentences sentences =
        changes == null ? new AssociationSentences(names) : AssociationSentences.ofKeys(names);
    output
        .folder()
        .ifPresent(
            out ->
                result
                    .export(out, TableWords.of(sentences))
                    .forEach(file -> console.progress(console.texts().of("wrote", file))));
    console.warnOfMissing(
        "--indicator", indicators, result.rows().stream().map(AssociationRow::indicator));
    AssociationSummary.lines(result, console).forEach(console::say);
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
