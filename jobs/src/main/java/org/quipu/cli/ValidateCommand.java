package org.quipu.cli;

import org.quipu.job.ValidateJob;
import org.quipu.published.Validation;
import org.quipu.store.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "validate")
final class ValidateCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;
  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    Validation validation = new ValidateJob(writing.in(store.existing()), console).run();
    ValidationSummary.lines(validation, console).forEach(console::say);
    output
        .folder()
        .map(out -> words().export(Table.VALIDATION, validation.rows(), out))
        .ifPresent(file -> console.progress(console.texts().of("wrote", file)));
  }
}
