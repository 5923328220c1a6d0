package org.quipu.cli;

import java.util.List;
import java.util.Optional;
import org.quipu.YearRange;
import org.quipu.job.CoverageJob;
import org.quipu.store.CoverageRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "coverage")
final class CoverageCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;
  @Mixin private TableOutput output;

  @Option(names = "--coverage-from", paramLabel = "Y")
  private Integer from;

  @Option(names = "--coverage-to", paramLabel = "Y")
  private Integer to;

  @Override
  protected void run(Console console) {
    CoverageJob.Request request = new CoverageJob.Request(window());
    CoverageJob.Result result = new CoverageJob(writing.in(store.existing()), console).run(request);
    output
        .folder()
        .map(out -> result.export(out, words()))
        .ifPresent(
            files -> files.forEach(file -> console.progress(console.texts().of("wrote", file))));
    request
        .window()
        .ifPresent(
            years ->
                console.warnOfMissing(
                    "--coverage-from, --coverage-to",
                    years.years(),
                    result.rows().stream()
                        .filter(row -> !Double.isNaN(row.coverage()))
                        .flatMap(row -> covered(row).stream())));
    CoverageSummary.lines(result.rows(), console).forEach(console::say);
  }

  private static List<Integer> covered(CoverageRow row) {
    return row.fromYear() == row.toYear() ? List.of(row.fromYear()) : List.of();
  }

  private Optional<YearRange> window() {
    if ((from == null) != (to == null)) {
      throw wrongOption("wrong.together", "--coverage-from", "--coverage-to");
    }

    if (from != null && from > to) {
      throw wrongOption("wrong.after", "--coverage-from", from, "--coverage-to", to);
    }

    return from == null ? Optional.empty() : Optional.of(new YearRange(from, to));
  }
}
