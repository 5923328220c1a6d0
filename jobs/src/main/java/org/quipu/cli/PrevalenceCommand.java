package org.quipu.cli;

import java.util.List;
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

  @Mixin private CalibrationOptions calibration;
  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    calibration.check();
    PrevalenceJob.Result result =
        new PrevalenceJob(writing.in(store.existing()), console)
            .run(
                new PrevalenceJob.Request(
                    years,
                    scope.tables(),
                    scope.indicators(),
                    new Method(lonely, interval, quality, weighting, calibration.ofWomen())));
    output
        .folder()
        .map(out -> result.export(words(), out))
        .ifPresent(file -> console.progress(console.texts().of("wrote", file)));
    console.warnOfMissing("--year", years, result.rows().stream().map(PrevalenceRow::year));
    scope.warnOfMissing(result.rows(), PrevalenceRow::indicator, PrevalenceRow::by, console);
    PrevalenceSummary.lines(result.rows(), scope.tables().get(0), console).forEach(console::say);
  }
}
