package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.job.ChangeJob;
import org.quipu.math.Adjustment;
import org.quipu.store.Store;
import org.quipu.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "change",
    description = {
      "How much prevalence changed between two years: in points and in percent of the first level, with intervals, tests corrected for their number, and a verdict.",
      "",
      "From microdata where the store has them for both years, counting the clusters that both share; else from published figures. Makes change, change_heterogeneity (did all domains change alike?), change_contrast (each domain against the rest), trend (three years or more), change_sensitivity (assumed design effects) and, with --decompose, change_decomposition."
    },
    footer = {
      "",
      "Examples:",
      "  quipu change --store store --from 2017 --to 2022 --out results",
      "  quipu change --store store --from 2018 --to 2020 --by national,region,residence --decompose"
    })
final class ChangeCommand extends BaseCommand {
  private static final String GROUPS = "age_group:residence";

  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(names = "--from", paramLabel = "Y", required = true, description = "The first year.")
  private int from;

  @Option(names = "--to", paramLabel = "Y", required = true, description = "The last year.")
  private int to;

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
      description =
          "Split each change into composition and rate, and standardise both years, by these dimensions: age_group:residence unless told otherwise.")
  private String groups = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Also write the tables to DIR/tables/NAME.csv.")
  private Path out;

  @Override
  protected void run(Console console) {
    if (from >= to) {
      throw wrongOption("--from " + from + " is not before --to " + to);
    }

    scope.check(this);
    if (!groups.isEmpty()) {
      ScopeOptions.checkTables(this, List.of(groups));
    }

    ChangeJob.Request request =
        new ChangeJob.Request(
            from, to, scope.tables(), scope.indicators(), independent, adjustment, groups);
    ChangeJob.Result result = new ChangeJob(Store.existing(store), console).run(request);
    ChangeSummary.lines(request, result).forEach(console::say);
    if (out != null) {
      console.say("written: " + result.export(out, Language.SPANISH));
    }
  }
}
