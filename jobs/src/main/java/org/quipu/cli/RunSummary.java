package org.quipu.cli;

import java.util.Arrays;
import java.util.List;
import org.quipu.Provenance;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.RunJob;
import org.quipu.program.ServiceMeasure;
import org.quipu.store.AssociationRow;
import org.quipu.store.ChangeRow;
import org.quipu.study.Families;

/** What the terminal shows of a whole run. */
final class RunSummary {
  /** Any violence, in each period. */
  private static final List<String> ANY =
      Arrays.stream(Indicator.Period.values())
          .map(period -> Indicator.summary(Indicator.Form.ANY, period))
          .toList();

  private static final List<String> TABLES = List.of(Dimensions.NATIONAL, Dimensions.REGION);

  private RunSummary() {}

  static void print(RunJob.Request request, RunJob.Result result, Console console) {
    ChartsCommand.summarise(result.charts(), console);
    BulletinsCommand.summarise(result.bulletins(), console);
    List<ChangeRow> changes =
        result.change().changes().stream()
            .filter(row -> TABLES.contains(row.by()))
            .filter(row -> Families.DECLARED.contains(row.indicator()))
            .toList();
    boolean synthetic = changes.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC);
    console.say("");
    console.sayText(
        synthetic ? "run.title.synthetic" : "run.title",
        request.years().from(),
        request.years().to());
    ChangeSummary.lines(result.change().tables(), changes, console).forEach(console::say);
    List<AssociationRow> questions =
        result.association().rows().stream()
            .filter(row -> row.headline() && ANY.contains(row.indicator()))
            .filter(
                row -> row.measure().equals(ServiceMeasure.PEOPLE_INFORMED_PER_1000_WOMEN.code()))
            .toList();
    if (!questions.isEmpty()) {
      console.say("");
      console.sayText("run.prevention");
      AssociationSummary.answer(questions, console).forEach(console::say);
    }
    result
        .targets()
        .ifPresent(
            targets -> {
              console.say("");
              console.sayText("run.where");
              new TargetSentences(targets, console).all().forEach(console::say);
            });
    console.say("");
    console.sayText("run.written", request.out());
    console.sayText("run.tables", request.store().location());
    console.sayText("run.workbook", result.workbook().file().getFileName());
    console.sayText("run.charts", result.charts().figures().size());
    console.sayText(
        "run.bulletins", result.bulletins().regions(), result.bulletins().pages().index());
  }
}
