package org.quipu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quipu.change.ChangeVerdict;
import org.quipu.endes.ChangeTables;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.job.ChangeJob;
import org.quipu.store.ChangeRow;
import org.quipu.store.HeterogeneityRow;
import org.quipu.store.SensitivityRow;

/** What was found on change, in lines for the console. */
final class ChangeSummary {
  private final ChangeTables tables;

  private ChangeSummary(ChangeTables tables) {
    this.tables = tables;
  }

  static List<String> lines(ChangeJob.Request request, ChangeJob.Result result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "change %d to %d: %,d rows",
            request.years().from(),
            request.years().to(),
            result.changes().size()));
    ChangeSummary summary = new ChangeSummary(result.tables());
    Map<List<String>, List<ChangeRow>> families = new LinkedHashMap<>();
    for (ChangeRow row : result.changes()) {
      if (!Indicator.is(row.indicator(), Indicator.Kind.ACT)) {
        families
            .computeIfAbsent(List.of(row.indicator(), row.by()), key -> new ArrayList<>())
            .add(row);
      }
    }

    families.forEach(
        (family, rows) ->
            lines.add(
                "  "
                    + (family.get(1).equals(Dimensions.NATIONAL)
                        ? country(rows.get(0))
                        : summary.domains(rows))));
    return lines;
  }

  private static String country(ChangeRow row) {
    String levels =
        String.format(
            Locale.ROOT,
            "%s: %.1f to %.1f %%",
            row.indicator(),
            row.percentFrom(),
            row.percentTo());
    String change =
        Double.isNaN(row.change())
            ? ""
            : String.format(
                Locale.ROOT,
                ", %+.1f points (%+.1f %% of the first level)",
                row.change(),
                row.relativeChange());
    String test =
        Double.isNaN(row.pValue())
            ? ""
            : String.format(
                Locale.ROOT,
                ", 95 %% %+.1f to %+.1f, p %.3g",
                row.ciLow(),
                row.ciHigh(),
                row.pValue());
    String unseen =
        row.isTooSmallToSee()
            ? String.format(
                Locale.ROOT,
                "; only a change of %.1f points or more would have been found 8 times out of 10",
                row.smallestDetectable())
            : "";
    return levels
        + change
        + test
        + ": "
        + row.verdict().code()
        + " ["
        + row.source().code()
        + "]"
        + unseen;
  }

  private String domains(List<ChangeRow> rows) {
    ChangeRow any = rows.get(0);
    StringBuilder line = new StringBuilder(any.family()).append(": ");
    line.append(counts(rows.stream().map(ChangeRow::verdict).toList()));
    tables.heterogeneity().stream()
        .filter(row -> row.indicator().equals(any.indicator()) && row.by().equals(any.by()))
        .forEach(row -> line.append("; ").append(alike(row)));
    Map<Double, List<ChangeVerdict>> other = new LinkedHashMap<>();
    for (SensitivityRow row : tables.sensitivity()) {
      if (row.indicator().equals(any.indicator()) && row.by().equals(any.by())) {
        other.computeIfAbsent(row.deff(), deff -> new ArrayList<>()).add(row.verdict());
      }
    }

    line.append(tooSmallToSee(rows));
    other.forEach(
        (deff, verdicts) ->
            line.append(
                String.format(
                    Locale.ROOT, "; with design effect %.1f: %s", deff, counts(verdicts))));
    return line.toString();
  }

  /** In how many domains a change of the size found would mostly stay hidden in the sample. */
  private static String tooSmallToSee(List<ChangeRow> rows) {
    double[] detectable =
        rows.stream()
            .filter(ChangeRow::isTooSmallToSee)
            .mapToDouble(ChangeRow::smallestDetectable)
            .sorted()
            .toArray();
    long tested = rows.stream().filter(row -> !Double.isNaN(row.pValue())).count();
    return detectable.length == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; %,d of %,d tested too small to see: in half of them, taken alone, only a change"
                + " of %.1f points or more would have been found 8 times out of 10",
            detectable.length,
            tested,
            detectable[detectable.length / 2]);
  }

  private static String alike(HeterogeneityRow row) {
    return String.format(
        Locale.ROOT,
        "all alike: chi-squared %.1f on %.0f, p %.2g",
        row.statistic(),
        row.df(),
        row.pValue());
  }

  private static String counts(List<ChangeVerdict> verdicts) {
    List<String> parts = new ArrayList<>();
    for (ChangeVerdict verdict : ChangeVerdict.values()) {
      long count = verdicts.stream().filter(verdict::equals).count();
      if (count > 0) {
        parts.add(count + " " + verdict.code());
      }
    }

    return String.join(", ", parts);
  }
}
