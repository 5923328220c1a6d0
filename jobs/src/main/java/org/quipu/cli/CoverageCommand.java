package org.quipu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quipu.Regions;
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
    summarise(result.rows(), console);
  }

  private static List<Integer> covered(CoverageRow row) {
    return row.fromYear() == row.toYear() ? List.of(row.fromYear()) : List.of();
  }

  private Optional<YearRange> window() {
    if ((from == null) != (to == null)) {
      throw wrongOption("--coverage-from and --coverage-to go together");
    }

    if (from != null && from > to) {
      throw wrongOption("--coverage-from " + from + " is after --coverage-to " + to);
    }

    return from == null ? Optional.empty() : Optional.of(new YearRange(from, to));
  }

  /** The country in the longest window, and the regions that were reached least and most. */
  private static void summarise(List<CoverageRow> rows, Console console) {
    console.say(String.format(Locale.ROOT, "coverage: %,d figures", rows.size()));
    Comparator<CoverageRow> length = Comparator.comparingInt(row -> row.toYear() - row.fromYear());
    rows.stream()
        .max(length)
        .ifPresent(
            longest -> {
              console.say(
                  "%d-%d: the country; the regions reached least and most"
                      .formatted(longest.fromYear(), longest.toYear()));
              Map<String, List<CoverageRow>> measures = new LinkedHashMap<>();
              rows.stream()
                  .filter(row -> length.compare(row, longest) == 0)
                  .filter(row -> row.fromYear() == longest.fromYear())
                  .filter(row -> !Double.isNaN(row.coverage()))
                  .forEach(
                      row ->
                          measures
                              .computeIfAbsent(row.measure(), measure -> new ArrayList<>())
                              .add(row));
              measures.values().forEach(found -> console.say(line(found)));
            });
  }

  private static String line(List<CoverageRow> rows) {
    Comparator<CoverageRow> byCoverage = Comparator.comparingDouble(CoverageRow::coverage);
    List<CoverageRow> regions =
        rows.stream().filter(row -> !row.region().equals(Regions.NATIONAL)).toList();
    String country =
        rows.stream()
            .filter(row -> row.region().equals(Regions.NATIONAL))
            .map(row -> String.format(Locale.ROOT, "%.1f", row.coverage()))
            .findFirst()
            .orElse("no figure");
    String extremes =
        regions.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "; %s, %s",
                shown(regions.stream().min(byCoverage).orElseThrow()),
                shown(regions.stream().max(byCoverage).orElseThrow()));
    boolean partial = rows.stream().anyMatch(row -> !row.partial().isEmpty());
    return "  "
        + rows.get(0).measure()
        + " "
        + country
        + extremes
        + (partial ? " (years are missing or incomplete: see partial)" : "");
  }

  private static String shown(CoverageRow row) {
    return String.format(Locale.ROOT, "%s %.1f", row.label(), row.coverage());
  }
}
