package org.quipu.cli;

import org.quipu.endes.SampleOverlap;
import org.quipu.job.ChangeJob;
import org.quipu.math.Adjustment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "change",
    description = {
      "How much prevalence changed between two years: in points and in percent of the first level,"
          + " with intervals, tests corrected for their number, and a verdict.",
      "",
      "From microdata where the store has them for both years, counting the clusters that both"
          + " share; else from published figures. Makes change, change_heterogeneity (did all"
          + " domains change alike?), change_contrast (each domain against the rest), trend (three"
          + " years or more), change_sensitivity (assumed design effects) and, with --decompose,"
          + " change_decomposition."
    },
    footer = {
      "",
      "Examples:",
      "  quipu change --store store --from 2017 --to 2022 --out results",
      "  quipu change --store store --from 2018 --to 2020 --by national,region,residence"
          + " --decompose"
    })
final class ChangeCommand extends BaseCommand {
  private static final String GROUPS = "age_group:residence";

  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;
  @Mixin private YearOptions years;
  @Mixin private ScopeOptions scope;

  @Option(
      names = "--independent",
      description = "Take the samples of all years as independent, whatever clusters they share.")
  private boolean independent;

  @Option(
      names = "--adjust",
      paramLabel = "holm|bh",
      description =
          "Correction for the number of tests of one indicator in one table. Default: holm.",
      converter = Converters.Correction.class)
  private Adjustment adjustment = Adjustment.HOLM;

  @Option(
      names = "--decompose",
      paramLabel = "GROUPS",
      arity = "0..1",
      fallbackValue = GROUPS,
      converter = Converters.DomainTableName.class,
      description =
          "Split each change into composition and rate, and standardise both years, by these"
              + " dimensions. Without GROUPS: age_group:residence.")
  private String groups = "";

  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    ChangeJob.Request request =
        new ChangeJob.Request(
            years.range(),
            scope.tables(),
            scope.indicators(),
            independent ? SampleOverlap.IGNORED : SampleOverlap.COUNTED,
            adjustment,
            groups);
    ChangeJob.Result result = new ChangeJob(writing.in(store.existing()), console).run(request);
    ChangeSummary.lines(request, result).forEach(console::say);
    output
        .folder()
        .ifPresent(out -> console.say("written: " + result.export(out, output.language())));
  }
}
