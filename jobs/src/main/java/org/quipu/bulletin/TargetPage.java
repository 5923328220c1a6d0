package org.quipu.bulletin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.smallarea.AreaLevel;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.target.Maximised;
import org.quipu.target.PlanKind;
import org.quipu.target.SelectionBand;
import org.quipu.target.Tie;
import org.quipu.text.Language;

/** The page about where to work next: the areas of the best plan, how sure it is, what is near. */
final class TargetPage {
  /** So many of the areas that were not chosen are shown. */
  private static final int NEXT = 10;

  private static final MathContext DIGITS = new MathContext(3);

  private final Labels labels;
  private final Language language;
  private final List<TargetRow> rows;
  private final List<TargetSummaryRow> plans;

  TargetPage(Evidence evidence, Labels labels) {
    this.labels = labels;
    this.language = labels.language();
    this.rows = evidence.targets().stream().filter(row -> row.level() != AreaLevel.AREA).toList();
    this.plans = evidence.targetPlans();
  }

  boolean has() {
    return rows.stream().anyMatch(TargetRow::selected);
  }

  /** The table behind the page. */
  List<TargetRow> rows() {
    return rows;
  }

  /** The values of the page. */
  Map<String, Object> page() {
    List<TargetRow> chosen = rows.stream().filter(TargetRow::selected).toList();
    String kind = rows.get(0).level().code();
    String count = language.count(chosen.size());
    String indicator = labels.indicator(rows.get(0).indicator());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", labels.text("targets.title." + kind, count));
    page.put(
        "lead",
        labels.text(
            (isWeighted() ? "targets.lead.weighted." : "targets.lead.") + kind, count, indicator));
    page.put("messages", messages(chosen, kind));
    page.put("areaHeading", labels.text("targets.area." + kind));
    page.put("indicator", indicator);
    page.put("chosen", chosen.stream().map(this::target).toList());
    page.put(
        "next",
        rows.stream()
            .filter(row -> !row.selected() && row.selectionBand() != SelectionBand.VERY_UNLIKELY)
            .limit(NEXT)
            .map(this::target)
            .toList());
    page.put("services", rows.stream().anyMatch(row -> !Double.isNaN(row.services())));
    page.put(
        "servicesYear",
        rows.get(0).servicesYear() == null ? "" : String.valueOf(rows.get(0).servicesYear()));
    page.put("distances", rows.stream().anyMatch(row -> !Double.isNaN(row.distanceKm())));
    page.put("notes", notes());
    return page;
  }

  private List<String> messages(List<TargetRow> chosen, String kind) {
    TargetSummaryRow best = plan(PlanKind.OPTIMUM).orElseThrow();
    long likely =
        chosen.stream().filter(row -> row.selectionBand() == SelectionBand.LIKELY).count();
    List<String> messages = new ArrayList<>();
    messages.add(
        labels.text(
            "targets.message.reach." + kind,
            language.count(chosen.size()),
            people(best.affectedWomen()),
            language.percent(best.affectedShare())));
    messages.add(
        labels.text(
            "targets.message.sure." + kind,
            language.count((double) likely),
            language.count(chosen.size())));
    if (!Double.isNaN(best.expectedRegret())) {
      messages.add(
          labels.text(
              "targets.message.regret",
              language.percent(100 * best.expectedRegret() / best.value())));
    }

    return messages;
  }

  /** Whether the list is of something else than women affected, one by one. */
  private boolean isWeighted() {
    return plan(PlanKind.OPTIMUM).filter(best -> !weights(best).isEmpty()).isPresent();
  }

  /** By what women count more or less. */
  private List<String> weights(TargetSummaryRow best) {
    List<String> weights = new ArrayList<>();
    if (best.maximised() == Maximised.UNREACHED) {
      weights.add(labels.text("targets.note.unreached"));
    }
    if (best.equity() != null) {
      weights.add(labels.text("targets.note.equity", labels.text("targets.need." + best.equity())));
    }

    return weights;
  }

  private Optional<TargetSummaryRow> plan(PlanKind kind) {
    return plans.stream().filter(row -> row.plan() == kind).findFirst();
  }

  private PageParts.Target target(TargetRow row) {
    return new PageParts.Target(
        language.count(row.rank()),
        row.label(),
        row.regionLabel() == null ? "" : row.regionLabel(),
        people(row.affectedWomen()),
        people(row.affectedLow()) + "–" + people(row.affectedHigh()),
        language.percent(row.prevalence()),
        language.interval(row.prevalenceLow(), row.prevalenceHigh()),
        language.percent(row.coverage()),
        language.count(row.services()),
        Double.isNaN(row.distanceKm()) ? "" : language.decimal(row.distanceKm(), 0),
        row.selectionBand() == null
            ? ""
            : labels.text("targets.band." + row.selectionBand().code()));
  }

  /** An estimated number of people, to three digits: more are not known. */
  private String people(double number) {
    return Double.isNaN(number)
        ? language.count(number)
        : language.count(new BigDecimal(number).round(DIGITS).doubleValue());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(labels.text("targets.note.women"));
    plan(PlanKind.OPTIMUM).ifPresent(best -> notes.addAll(weights(best)));
    notes.add(labels.text("targets.note.model"));
    notes.add(labels.text("targets.note.bands"));
    plan(PlanKind.OPTIMUM)
        .ifPresent(
            best -> {
              notes.add(
                  best.gap() == 0
                      ? labels.text(
                          isWeighted() ? "targets.note.proven.weighted" : "targets.note.proven")
                      : labels.text("targets.note.gap", language.decimal(best.gap(), 2)));
              if (best.tie() == Tie.FOUND) {
                notes.add(labels.text("targets.note.tie"));
              }
            });
    notes.add(labels.text("targets.note.informed"));
    return notes;
  }
}
