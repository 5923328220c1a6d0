package org.quipu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quipu.association.EventStudyTerm;
import org.quipu.job.AssociationJob;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;
import org.quipu.text.narrative.AssociationSentences;

/**
 * What a terminal shows of associations: a line a question, and how many hold after the correction.
 */
final class AssociationSummary {
  /** So many sentences are still read in a terminal. */
  private static final int FEW = 3;

  private AssociationSummary() {}

  static List<String> lines(AssociationJob.Result result, AssociationSentences sentences) {
    List<String> lines = new ArrayList<>();
    List<AssociationRow> headlines =
        result.rows().stream().filter(AssociationRow::headline).toList();
    if (!headlines.isEmpty()) {
      lines.add(
          "Change in points per unit of coverage ("
              + headlines.stream()
                  .map(row -> row.method().code())
                  .distinct()
                  .collect(Collectors.joining(", "))
              + "):");
      lines.add(line("indicator", "measure", "slope", "95 % interval", "p", "adjusted"));
      headlines.forEach(row -> lines.add(line(row)));
      lines.add(holding(headlines));
      if (headlines.size() <= FEW) {
        headlines.forEach(row -> lines.add("  " + sentences.sentence(row, result.rows())));
      }
    }

    List<EventStudyRow> effects =
        result.events().stream().filter(row -> row.term() == EventStudyTerm.EFFECT).toList();
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
        row.strategy() + " (" + row.run().code() + ")",
        number(row.estimate()),
        interval(row.ciLow(), row.ciHigh()),
        p(row.pValue()),
        p(row.pAdjusted()));
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, "  %-38s %-42s %9s %20s %6s %8s", (Object[]) cells);
  }

  private static String holding(List<AssociationRow> headlines) {
    return String.format(
        Locale.ROOT,
        "  %d of %d differ significantly from zero at 5 %% after correction for the number of"
            + " tests.",
        headlines.stream().filter(row -> row.verdict().holds()).count(),
        headlines.size());
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
