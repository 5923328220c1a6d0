package org.quipu.cli;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.YearRange;
import org.quipu.endes.SampleOverlap;
import org.quipu.job.AverageJob;
import org.quipu.math.Adjustment;
import org.quipu.store.AverageRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "average")
final class AverageCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;

  @Option(
      names = "--years",
      paramLabel = "Y-Y",
      required = true,
      split = ",",
      converter = Converters.Period.class)
  private List<YearRange> years;

  @Option(names = "--window", paramLabel = "N")
  private Integer window;

  @Mixin private ScopeOptions scope;

  @Option(names = "--independent")
  private boolean independent;

  @Option(names = "--adjust", paramLabel = "holm|bh", converter = Converters.Correction.class)
  private Adjustment adjustment = Adjustment.HOLM;

  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    AverageJob.Request request =
        new AverageJob.Request(
            periods(),
            scope.tables(),
            scope.indicators(),
            independent ? SampleOverlap.IGNORED : SampleOverlap.COUNTED,
            adjustment);
    AverageJob.Result result = new AverageJob(writing.in(store.existing()), console).run(request);
    scope.warnOfMissing(result.averages(), AverageRow::indicator, AverageRow::by, console);
    AverageSummary.lines(result, console).forEach(console::say);
    output
        .folder()
        .ifPresent(
            out -> console.progress(console.texts().of("wrote", result.export(out, written()))));
  }

  /** The periods that are named, or the windows inside them. */
  private List<YearRange> periods() {
    List<YearRange> periods = years.stream().flatMap(this::windows).distinct().toList();
    if (periods.isEmpty()) {
      throw wrongOption("wrong.window", window);
    }

    return periods;
  }

  private Stream<YearRange> windows(YearRange period) {
    return window == null
        ? Stream.of(period)
        : window < 1
            ? Stream.empty()
            : IntStream.rangeClosed(period.from(), period.to() - window + 1)
                .mapToObj(from -> new YearRange(from, from + window - 1));
  }
}
