package org.quipu.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quipu.Provenance;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.RunJob;
import org.quipu.program.ServiceMeasure;
import org.quipu.store.ChangeRow;
import org.quipu.study.Families;
import org.quipu.text.Language;
import org.quipu.text.narrative.AssociationSentences;
import org.quipu.text.narrative.Names;

/** What the terminal shows of a whole run. */
final class RunSummary {
  /** Any violence, in each period. */
  private static final List<String> ANY =
      Arrays.stream(Indicator.Period.values())
          .map(period -> Indicator.summary(Indicator.Form.ANY, period))
          .toList();

  private RunSummary() {}

  static void print(RunJob.Request request, RunJob.Result result, Console console) {
    ChartsCommand.summarise(result.charts(), console);
    BulletinsCommand.summarise(result.bulletins(), console);
    boolean synthetic =
        result.change().changes().stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC);
    AssociationSentences sentences = new AssociationSentences(new Names(Language.SPANISH));
    console.say("");
    console.say(
        "Violence by husband or partner, "
            + request.years()
            + (synthetic ? " (SYNTHETIC DATA, no real woman's answers)" : ""));
    result.change().changes().stream()
        .filter(row -> row.by().equals(Dimensions.NATIONAL))
        .filter(row -> Families.DECLARED.contains(row.indicator()))
        .forEach(row -> console.say("  " + country(row)));
    Families.DECLARED.forEach(indicator -> regions(result, indicator, console));
    result.association().rows().stream()
        .filter(row -> row.headline() && ANY.contains(row.indicator()))
        .filter(row -> row.measure().equals(ServiceMeasure.PEOPLE_INFORMED_PER_1000_WOMEN.code()))
        .forEach(row -> console.say("  " + sentences.sentence(row, result.association().rows())));
    result
        .targets()
        .ifPresent(
            targets -> {
              console.say("");
              console.say("Where to work first");
              new TargetSentences(targets).all().forEach(sentence -> console.say("  " + sentence));
            });
    console.say("");
    console.say("Written to " + request.out() + ":");
    console.say(
        "  tables/     every table as CSV; the same as Parquet in " + request.store().location());
    console.say("  " + result.workbook().file().getFileName() + "  the tables as one workbook");
    console.say(
        "  charts/     "
            + result.charts().figures().size()
            + " figures, PNG and SVG, and their data; figures.csv lists them");
    console.say(
        "  bulletins/  "
            + result.bulletins().regions()
            + " regions; open "
            + result.bulletins().pages().index());
  }

  private static String country(ChangeRow row) {
    String interval =
        Double.isNaN(row.ciLow())
            ? "no interval, for want of a standard error"
            : String.format(Locale.ROOT, "%.1f to %.1f", row.ciLow(), row.ciHigh());
    return String.format(
        Locale.ROOT,
        "%-38s %5.1f %% to %5.1f %%  %+6.1f points (%s), %+.1f %% of the first level",
        row.indicator(),
        row.percentFrom(),
        row.percentTo(),
        row.change(),
        interval,
        row.relativeChange());
  }

  private static void regions(RunJob.Result result, String indicator, Console console) {
    List<ChangeRow> regions =
        result.change().changes().stream()
            .filter(row -> row.by().equals(Dimensions.REGION) && row.indicator().equals(indicator))
            .toList();
    if (!regions.isEmpty()) {
      console.say(
          String.format(
              Locale.ROOT,
              "  %-38s regions: fell in %d, rose in %d, no clear change in %d, depends on the"
                  + " assumed error in %d, cannot be tested in %d",
              indicator,
              count(regions, ChangeVerdict.DECREASE),
              count(regions, ChangeVerdict.INCREASE),
              count(regions, ChangeVerdict.NO_CLEAR_CHANGE),
              count(regions, ChangeVerdict.DEPENDS_ON_ASSUMED_ERROR),
              count(regions, ChangeVerdict.NOT_TESTED)));
    }
  }

  private static long count(List<ChangeRow> rows, ChangeVerdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
