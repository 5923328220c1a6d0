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
      throw wrongOption("wrong.permutations", permutations);
    }

    return new AssociationAnalysis.Settings(permutations, usual.draws(), usual.seed());
  }

  private AssociationJob.Result ofFiles(AssociationAnalysis.Settings settings, Console console) {
    if (coverage == null || store != null) {
      throw wrongOption("wrong.changes.coverage");
    }

    if (from != null || to != null || coverageFrom != null || coverageTo != null) {
      throw wrongOption("wrong.changes.years");
    }

    if (!indicators.isEmpty()) {
      throw wrongOption("wrong.changes.indicator");
    }

    return AssociationJob.ofFiles(
        new AssociationFiles(changes, coverage, covariates), settings, console);
  }

  /** Coverage that comes before the change or after it cannot have acted on it. */
  private YearRange window() {
    int first = coverageFrom == null ? from : coverageFrom;
    int last = coverageTo == null ? to - 1 : coverageTo;
    if (first > last) {
      throw wrongOption("wrong.after", "--coverage-from", first, "--coverage-to", last);
    }

    if (first < from || last > to) {
      throw wrongOption("wrong.outside", first, last, from, to);
    }

    return new YearRange(first, last);
  }

  private AssociationJob.Result ofStore(AssociationAnalysis.Settings settings, Console console) {
    if (store == null || from == null || to == null || coverage != null) {
      throw wrongOption("wrong.association.needs");
    }

    if (from >= to) {
      throw wrongOption("wrong.not.before", from, to);
    }

    YearRange window = window();

    return new AssociationJob(writing.in(Store.existing(store)), console)
        .run(
            new AssociationJob.Request(
                new YearRange(from, to), window, indicators, covariates, settings));
  }
}
