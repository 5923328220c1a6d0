package org.quipu.cli;

import org.quipu.endes.SampleOverlap;
import org.quipu.job.ChangeJob;
import org.quipu.math.Adjustment;
import org.quipu.store.ChangeRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "change")
final class ChangeCommand extends BaseCommand {
  private static final String GROUPS = "age_group:residence";

  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;
  @Mixin private YearOptions years;
  @Mixin private ScopeOptions scope;

  @Option(names = "--independent")
  private boolean independent;

  @Option(names = "--adjust", paramLabel = "holm|bh", converter = Converters.Correction.class)
  private Adjustment adjustment = Adjustment.HOLM;

  @Option(
      names = "--decompose",
      paramLabel = "GROUPS",
      arity = "0..1",
      fallbackValue = GROUPS,
      converter = Converters.DomainTableName.class)
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
    scope.warnOfMissing(result.changes(), ChangeRow::indicator, ChangeRow::by, console);
    ChangeSummary.lines(result, console).forEach(console::say);
    output
        .folder()
        .ifPresent(
            out -> console.progress(console.texts().of("wrote", result.export(out, written()))));
  }
}
