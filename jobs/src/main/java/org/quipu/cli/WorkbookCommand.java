package org.quipu.cli;

import org.quipu.job.WorkbookJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "workbook",
    description = {
      "Writes all results of the store into one workbook for spreadsheets: what it is, a sheet a"
          + " table with headings in words and units, and what the columns are called elsewhere.",
      "",
      "DIR/resultados.xlsx, or DIR/results.xlsx in English. Numbers are numbers, figures that may"
          + " not be shown say why, and no text is run as a formula."
    },
    footer = {"", "Example:", "  quipu workbook --store store --out out"})
final class WorkbookCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private PageOutput output;

  @Override
  protected void run(Console console) {
    summarise(
        new WorkbookJob(store.existing())
            .run(new WorkbookJob.Request(output.language(), output.folder())),
        console);
  }

  static void summarise(WorkbookJob.Result written, Console console) {
    console.say("workbook of " + written.sheets() + " tables: " + written.file());
  }
}
