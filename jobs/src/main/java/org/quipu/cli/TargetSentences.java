package org.quipu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.quipu.job.TargetsJob;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.target.ListCheck;
import org.quipu.target.Maximised;
import org.quipu.target.Optimum;
import org.quipu.target.PlanKind;
import org.quipu.target.SelectionBand;
import org.quipu.target.Tie;

/** What a choice of areas comes to, in at most four sentences. */
final class TargetSentences {
  private static final int MOST_NAMED = 5;
  private static final int FEW_NAMED = 3;

  private final TargetsJob.Result result;

  TargetSentences(TargetsJob.Result result) {
    this.result = result;
  }

  List<String> all() {
    List<String> sentences = new ArrayList<>();
    result.check().ifPresent(check -> sentences.add(compared(check)));
    result.errors().map(TargetSentences::misplaced).ifPresent(sentences::add);
    result.errors().map(errors -> contradicted()).ifPresent(sentences::add);
    sentences.add(chosen());
    if (result.check().isEmpty()) {
      sentences.add(size());
      result.draws().ifPresent(study -> sentences.add(sureness()));
      closest().ifPresent(sentences::add);
    }

    return sentences;
  }

  private String chosen() {
    List<TargetRow> chosen = rows(TargetRow::selected);
    return "%d of %d %s are chosen%s."
        .formatted(
            chosen.size(),
            result.rows().size(),
            areas(),
            chosen.isEmpty() ? "" : ": " + names(chosen, MOST_NAMED));
  }

  private String size() {
    Optimum best = result.optimum();
    double all = result.rows().stream().mapToDouble(TargetRow::value).sum();
    boolean isShare = result.rows().stream().allMatch(row -> row.value() >= 0) && all > 0;
    String share = isShare ? percent(100 * best.plan().value() / all, 0) + " of all" : "";
    double greedy = row(PlanKind.GREEDY).gap();
    return "They hold %s%s%s; %s%s%s."
        .formatted(
            amount(best.plan().value()),
            share.isEmpty() ? "" : " (" + share + ")",
            hasCosts() ? " at a cost of " + number(best.plan().cost()) : "",
            best.proven()
                ? "no plan has more"
                : "the best plan has at most %s more".formatted(percent(best.gap(), 3)),
            best.tie() == Tie.FOUND
                ? ", another as much (of equals the cheapest, then the first in order)"
                : "",
            greedy > 0
                ? ", down the list of value per cost %s less".formatted(percent(greedy, 1))
                : "");
  }

  private String sureness() {
    TargetSummaryRow best = row(PlanKind.OPTIMUM);
    long likely =
        rows(TargetRow::selected).stream()
            .filter(row -> row.selectionBand() == SelectionBand.LIKELY)
            .count();
    return "In nine of ten draws they hold over %s; perfect knowledge would add %s on average; %d of them are likely to belong."
        .formatted(
            number(best.valueP10()),
            percent(100 * best.expectedRegret() / Math.abs(best.value()), 1),
            likely);
  }

  /** What would change the choice, and how well draws were solved. */
  private Optional<String> closest() {
    Comparator<TargetRow> byMargin = Comparator.comparingDouble(TargetRow::margin);
    Optional<TargetRow> leaving =
        rows(row -> row.selected() && row.margin() >= 0).stream().min(byMargin);
    Optional<TargetRow> entering =
        rows(row -> !row.selected() && row.margin() >= 0).stream().min(byMargin);
    if (leaving.isEmpty() || entering.isEmpty()) {
      return Optional.empty();
    }

    TargetSummaryRow best = row(PlanKind.OPTIMUM);
    return Optional.of(
        "With %s less %s would leave the plan, with %s more %s would enter%s."
            .formatted(
                margin(leaving.get()),
                name(leaving.get()),
                margin(entering.get()),
                name(entering.get()),
                best.fastDraws() == null
                    ? ""
                    : "; draws are solved to within %s (%d compared)"
                        .formatted(percent(best.fastGapLargest(), 3), best.fastDraws())));
  }

  /** What is missing of a value, of which women are whole. */
  private String margin(TargetRow row) {
    boolean isOfWomen = row(PlanKind.OPTIMUM).maximised() != null && row.margin() >= 1;
    return number(isOfWomen ? Math.rint(row.margin()) : row.margin());
  }

  private String compared(ListCheck check) {
    double gap = row(PlanKind.LIST).gap();
    return "The list of %d %s holds %s, %s the best list of its number%s (%s)."
        .formatted(
            check.list().size(),
            areas(),
            amount(check.list().value()),
            gap == 0 ? "as much as" : percent(gap, 1) + " less than",
            hasCosts() ? " and cost" : "",
            number(check.best().plan().value()));
  }

  private static String misplaced(ListCheck.Errors errors) {
    return "About %s of them do not belong, and %s that are left out do."
        .formatted(number(rounded(errors.inclusion())), number(rounded(errors.exclusion())));
  }

  private String contradicted() {
    List<TargetRow> listed = rows(row -> row.contradicted() && row.listed());
    List<TargetRow> leftOut = rows(row -> row.contradicted() && !row.listed());
    return listed.isEmpty() && leftOut.isEmpty()
        ? "The data contradict none of it."
        : "The data contradict listing %s and leaving out %s."
            .formatted(names(listed, FEW_NAMED), names(leftOut, FEW_NAMED));
  }

  private List<TargetRow> rows(Predicate<TargetRow> which) {
    return result.rows().stream().filter(which).toList();
  }

  private TargetSummaryRow row(PlanKind plan) {
    return result.summary().stream().filter(row -> row.plan() == plan).findFirst().orElseThrow();
  }

  private boolean hasCosts() {
    return !Double.isNaN(result.rows().get(0).cost());
  }

  private String areas() {
    return switch (result.rows().get(0).level()) {
      case PROVINCE -> "provinces";
      case DISTRICT -> "districts";
      case AREA -> "areas";
    };
  }

  private static String names(List<TargetRow> rows, int most) {
    if (rows.isEmpty()) {
      return "none";
    }

    String first = String.join(", ", rows.stream().limit(most).map(TargetSentences::name).toList());
    return rows.size() > most ? first + " and %d more".formatted(rows.size() - most) : first;
  }

  /** Districts of one name are many: their region tells them apart. */
  private static String name(TargetRow row) {
    if (row.label() == null) {
      return row.area();
    }

    return row.level() == AreaLevel.DISTRICT
        ? "%s (%s)".formatted(row.label(), row.regionLabel())
        : row.label();
  }

  private String amount(double value) {
    TargetSummaryRow best = row(PlanKind.OPTIMUM);
    if (best.maximised() == null) {
      return "a value of " + number(value);
    }

    return "%s %swomen affected%s"
        .formatted(
            number(value),
            best.equity() == null ? "" : "equity-weighted ",
            best.maximised() == Maximised.UNREACHED ? " and not reached" : "");
  }

  private static double rounded(double value) {
    return Math.rint(10 * value) / 10;
  }

  /**
   * Whole from a hundred on, as nobody counts tenths of women; else with one decimal or three
   * digits.
   */
  private static String number(double value) {
    if (value != 0 && Math.abs(value) < 0.1) {
      return String.format(Locale.ROOT, "%.3g", value);
    }

    return value == Math.rint(value) || Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  private static String percent(double percent, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
  }
}
