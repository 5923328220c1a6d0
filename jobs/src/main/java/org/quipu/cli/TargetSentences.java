package org.quipu.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** What a choice of areas comes to, in at most four sentences of at most 25 words. */
final class TargetSentences {
  private final TargetsJob.Result result;
  private final Messages texts;
  private final Language language;

  TargetSentences(TargetsJob.Result result, Console console) {
    this.result = result;
    this.texts = console.texts();
    this.language = console.language();
  }

  List<String> all() {
    List<String> sentences = new ArrayList<>();
    result.check().ifPresent(check -> sentences.add(compared(check)));
    result.errors().map(this::misplaced).ifPresent(sentences::add);
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
    String text = chosen.isEmpty() ? "targets.chosen.none" : "targets.chosen";
    return texts.of(
        text,
        chosen.size(),
        result.rows().size(),
        areas(result.rows().size()),
        names(chosen, isOfDistricts() ? 3 : 5));
  }

  private String size() {
    Optimum best = result.optimum();
    double all = result.rows().stream().mapToDouble(TargetRow::value).sum();
    boolean isShare = result.rows().stream().allMatch(row -> row.value() >= 0) && all > 0;
    String share =
        isShare ? texts.of("targets.share", percent(100 * best.plan().value() / all, 0)) : "";
    String cost = hasCosts() ? texts.of("targets.cost", number(best.plan().cost())) : "";
    String proof =
        best.proven()
            ? texts.of("targets.proven")
            : texts.of("targets.not.proven", percent(best.gap(), 3));
    return texts.of(
        "targets.size",
        amount(best.plan().value()) + share + cost,
        proof + (best.tie() == Tie.FOUND ? texts.of("targets.tie") : ""));
  }

  private String sureness() {
    TargetSummaryRow best = row(PlanKind.OPTIMUM);
    long likely =
        rows(TargetRow::selected).stream()
            .filter(row -> row.selectionBand() == SelectionBand.LIKELY)
            .count();
    return texts.of(
        "targets.sure",
        number(best.valueP10()),
        percent(100 * best.expectedRegret() / Math.abs(best.value()), 1),
        likely);
  }

  /** What would change the choice. */
  private Optional<String> closest() {
    Comparator<TargetRow> byMargin = Comparator.comparingDouble(TargetRow::margin);
    Optional<TargetRow> leaving =
        rows(row -> row.selected() && row.margin() >= 0).stream().min(byMargin);
    Optional<TargetRow> entering =
        rows(row -> !row.selected() && row.margin() >= 0).stream().min(byMargin);
    if (leaving.isEmpty() || entering.isEmpty()) {
      return Optional.empty();
    }

    return Optional.of(
        texts.of(
            "targets.closest",
            margin(leaving.get()),
            name(leaving.get()),
            margin(entering.get()),
            name(entering.get())));
  }

  /** What is missing of a value, of which women are whole. */
  private String margin(TargetRow row) {
    boolean isOfWomen = row(PlanKind.OPTIMUM).maximised() != null && row.margin() >= 1;
    return number(isOfWomen ? Math.rint(row.margin()) : row.margin());
  }

  private String compared(ListCheck check) {
    double gap = row(PlanKind.LIST).gap();
    return texts.of(
        "targets.list",
        check.list().size(),
        areas(check.list().size()),
        amount(check.list().value()),
        gap == 0 ? texts.of("targets.as.much") : texts.of("targets.less", percent(gap, 1)),
        hasCosts() ? texts.of("targets.and.cost") : "",
        number(check.best().plan().value()));
  }

  private String misplaced(ListCheck.Errors errors) {
    return texts.of(
        "targets.misplaced",
        number(rounded(errors.inclusion())),
        number(rounded(errors.exclusion())));
  }

  private String contradicted() {
    List<TargetRow> listed = rows(row -> row.contradicted() && row.listed());
    List<TargetRow> leftOut = rows(row -> row.contradicted() && !row.listed());
    int most = isOfDistricts() ? 1 : 2;
    return listed.isEmpty() && leftOut.isEmpty()
        ? texts.of("targets.not.contradicted")
        : texts.of("targets.contradicted", names(listed, most), names(leftOut, most));
  }

  private boolean isOfDistricts() {
    return result.rows().get(0).level() == AreaLevel.DISTRICT;
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

  private String areas(int count) {
    return texts.of("targets.areas." + result.rows().get(0).level().code(), count);
  }

  private String names(List<TargetRow> rows, int most) {
    if (rows.isEmpty()) {
      return texts.of("targets.none");
    }

    String first = String.join(", ", rows.stream().limit(most).map(TargetSentences::name).toList());
    return rows.size() > most ? texts.of("targets.more", first, rows.size() - most) : first;
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
      return texts.of("targets.value", number(value));
    }

    return texts.of(
        (best.equity() == null ? "targets." : "targets.equity.")
            + (best.maximised() == Maximised.UNREACHED ? "unreached" : "affected"),
        number(value));
  }

  private static double rounded(double value) {
    return Math.rint(10 * value) / 10;
  }

  /**
   * Whole from a hundred on, as nobody counts tenths of women; else with one decimal or three
   * digits.
   */
  private String number(double value) {
    if (value != 0 && Math.abs(value) < 0.1) {
      return language.significant(value);
    }

    return value == Math.rint(value) || Math.abs(value) >= 100
        ? language.count(value)
        : language.decimal(value, 1);
  }

  private String percent(double percent, int decimals) {
    return texts.of("percent", language.decimal(percent, decimals));
  }
}
