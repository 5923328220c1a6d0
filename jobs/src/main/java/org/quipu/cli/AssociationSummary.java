package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quipu.job.AssociationJob;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;

/** What a terminal shows of associations: a line a question, and how many stand the correction. */
final class AssociationSummary {
  private static final double CLEAR = 0.05;

  /** So many sentences are still read in a terminal. */
  private static final int FEW = 3;

  private AssociationSummary() {}

  static List<String> of(AssociationJob.Result result) {
    List<String> lines = new ArrayList<>();
    List<AssociationRow> headlines =
        result.rows().stream().filter(row -> row.method().equals("meta_regression")).toList();
    if (!headlines.isEmpty()) {
      lines.add("Change in points per unit of coverage (meta_regression):");
      lines.add(line("indicator", "measure", "slope", "95 % interval", "p", "adjusted"));
      headlines.forEach(row -> lines.add(line(row)));
      lines.add(clear(headlines.stream().map(AssociationRow::pAdjusted).toList()));
      if (headlines.size() <= FEW) {
        headlines.forEach(row -> lines.add("  " + row.sentence()));
      }
    }

    List<EventStudyRow> effects =
        result.events().stream().filter(row -> row.term().equals("effect")).toList();
    if (!effects.isEmpty()) {
      lines.add("Strategies: their regions against the others since the start, in points:");
      lines.add(line("indicator", "strategy (run)", "effect", "95 % interval", "p", "adjusted"));
      effects.forEach(row -> lines.add(line(row)));
      if (effects.stream().anyMatch(EventStudyRow::negativeControl)) {
        lines.add("  A negative control: the strategy is there to prevent something else.");
      }
    }

    lines.add(
        String.format(
            Locale.ROOT,
            "%,d answers by all methods, each with a sentence in words, in table association;"
                + " association, not cause.",
            result.rows().size()));
    return lines;
  }

  private static String line(AssociationRow row) {
    return line(
        row.indicator(),
        row.measure(),
        number(row.estimate()),
        interval(row.ciLow(), row.ciHigh()),
        p(row.pValue()),
        p(row.pAdjusted()));
  }

  private static String line(EventStudyRow row) {
    return line(
        row.indicator(),
        row.strategy() + " (" + row.run() + ")",
        number(row.estimate()),
        interval(row.ciLow(), row.ciHigh()),
        p(row.pValue()),
        p(row.pAdjusted()));
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "  %-38s %-42s %9s %20s %6s %8s", (Object[]) cells);
  }

  private static String clear(List<Double> adjusted) {
    long clear = adjusted.stream().filter(p -> p < CLEAR).count();
    return String.format(
        Locale.ROOT,
        "  %d of %d can be told from zero at 5 %% once corrected for the number of tests.",
        clear,
        adjusted.size());
  }

  private static String interval(double low, double high) {
    return number(low) + " to " + number(high);
  }

  /** Three significant digits. */
  private static String number(double value) {
    double size = Math.abs(value);
    if (size > 0 && size < 1e-3) {
      return String.format(Locale.ROOT, "%.2e", value);
    }

    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, "%.3f", p);
  }
}
