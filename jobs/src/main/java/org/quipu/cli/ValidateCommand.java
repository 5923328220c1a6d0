package org.quipu.cli;

import org.quipu.job.ValidateJob;
import org.quipu.published.Validation;
import org.quipu.store.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "validate",
    description = {
      "Sets every published figure beside the computed one: the figures loaded with ingest"
          + " --published and INEI's that ship with Quipu.",
      "",
      "Verdicts: equal (the computed figure rounds to the digits printed), within_2se, differs,"
          + " not_computed. Standard errors, where published, are compared too."
    },
    footer = {"", "Example:", "  quipu validate --store store --out results"})
final class ValidateCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private WritingOptions writing;
  @Mixin private TableOutput output;

  @Override
  protected void run(Console console) {
    Validation validation = new ValidateJob(writing.in(store.existing()), console).run();
    console.say(validation.summary());
    output
        .folder()
        .map(out -> output.words().export(Table.VALIDATION, validation.rows(), out))
        .ifPresent(file -> console.say("written: " + file));
  }
}
