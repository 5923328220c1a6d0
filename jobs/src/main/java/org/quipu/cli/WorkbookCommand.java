package org.quipu.cli;

import org.quipu.job.WorkbookJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "workbook")
final class WorkbookCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private PageOutput output;

  @Override
  protected void run(Console console) {
    summarise(
        new WorkbookJob(store.existing()).run(new WorkbookJob.Request(written(), output.folder())),
        console);
  }

  static void summarise(WorkbookJob.Result written, Console console) {
    console.sayText("workbook.made", written.sheets(), written.file());
  }
}
