package org.quipu.cli;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.Weighting;
import org.quipu.endes.WomenPrevalence.Method;
import org.quipu.job.PrevalenceJob;
import org.quipu.store.PrevalenceRow;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.quality.QualityScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "prevalence")
final class PrevalenceCommand extends BaseCommand {
  private static final int MOST_LINES = 40;

  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Option(names = "--year", paramLabel = "Y", arity = "1..*")
  private List<Integer> years = List.of();

  @Mixin private ScopeOptions scope;

  @Option(names = "--lonely-psu", paramLabel = "M")
  private LonelyPsu lonely = Method.DEFAULT.lonely();

  @Option(names = "--interval", paramLabel = "M")
  private IntervalMethod interval = Method.DEFAULT.interval();

  @Option(names = "--quality", paramLabel = "S", converter = Converters.Quality.class)
  private QualityScheme quality = Method.DEFAULT.quality();

  @Option(names = "--weight", paramLabel = "W", converter = Converters.Weight.class)
  private Weighting weighting = Method.DEFAULT.weighting();

  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    PrevalenceJob.Result result =
        new PrevalenceJob(writing.in(store.existing()), console)
            .run(
                new PrevalenceJob.Request(
                    years,
                    scope.tables(),
                    scope.indicators(),
                    new Method(lonely, interval, quality, weighting)));
    output
        .folder()
        .map(out -> result.export(words(), out))
        .ifPresent(file -> console.progress(console.texts().of("wrote", file)));
    console.warnOfMissing("--year", years, result.rows().stream().map(PrevalenceRow::year));
    scope.warnOfMissing(result.rows(), PrevalenceRow::indicator, PrevalenceRow::by, console);
    summarise(result.rows(), console);
  }

  /**
   * The first table, which is the country unless tables are named, in the years that were
   * estimated; where all years are published figures, in the last of them.
   */
  private void summarise(List<PrevalenceRow> rows, Console console) {
    console.say(String.format(Locale.ROOT, "prevalence: %,d estimates", rows.size()));
    NavigableSet<Integer> years = years(rows.stream());
    NavigableSet<Integer> shown = years(rows.stream().filter(row -> row.source().isComputed()));
    if (shown.isEmpty() && !years.isEmpty()) {
      shown.add(years.last());
    }

    List<PrevalenceRow> first =
        rows.stream()
            .filter(row -> row.by().equals(scope.tables().get(0)) && shown.contains(row.year()))
            .filter(row -> !Indicator.is(row.indicator(), Indicator.Kind.ACT))
            .filter(row -> !Double.isNaN(row.percent()))
            .toList();
    first.stream().limit(MOST_LINES).forEach(row -> console.say("  " + line(row)));
    if (first.size() > MOST_LINES) {
      console.say("  … and " + (first.size() - MOST_LINES) + " more; --out DIR writes all");
    }

    years.removeAll(shown);
    if (!years.isEmpty()) {
      console.say(
          "  and published figures of "
              + String.join(", ", years.stream().map(String::valueOf).toList()));
    }
  }

  private static NavigableSet<Integer> years(Stream<PrevalenceRow> rows) {
    return rows.map(PrevalenceRow::year).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(PrevalenceRow row) {
    String women = row.n() == null ? "" : String.format(Locale.ROOT, ", n %,d", row.n());
    return String.format(
        Locale.ROOT,
        "%d  %-40s %s%6.2f %%  (%s%s)  %s",
        row.year(),
        row.indicator(),
        row.by().equals(Dimensions.NATIONAL) ? "" : String.format("%-24s ", row.label()),
        row.percent(),
        Double.isNaN(row.standardError())
            ? "no standard error"
            : String.format(
                Locale.ROOT,
                "SE %.2f, %.2f to %.2f",
                row.standardError(),
                row.ciLow(),
                row.ciHigh()),
        women,
        row.quality());
  }
}
