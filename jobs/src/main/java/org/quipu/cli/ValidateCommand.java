package org.quipu.cli;

import java.nio.file.Path;
import org.quipu.job.ValidateJob;
import org.quipu.published.Validation;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.text.Language;
import org.quipu.text.narrative.TableWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "validate",
    description = {
      "Sets every published figure beside the computed one: the figures loaded with ingest --published and INEI's that ship with Quipu.",
      "",
      "Verdicts: equal (the computed figure rounds to the digits printed), within_2se, differs, not_computed. Standard errors, where published, are compared too."
    },
    footer = {"", "Example:", "  quipu validate --store store --out results"})
final class ValidateCommand extends BaseCommand {
  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      description = "Also write the table to DIR/tables/validation.csv.")
  private Path out;

  @Override
  protected void run(Console console) {
    Validation validation = new ValidateJob(Store.existing(store), console).run();
    console.say(validation.summary());
    if (out != null) {
      console.say(
          "written: "
              + TableWords.in(Language.SPANISH).export(Table.VALIDATION, validation.rows(), out));
    }
  }
}
