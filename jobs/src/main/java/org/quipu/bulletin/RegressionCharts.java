package org.quipu.bulletin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.quipu.Provenance;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.ForestFigure;
import org.quipu.charts.ForestFigure.Measure;
import org.quipu.charts.Form;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.store.Table;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.text.Language;
import org.quipu.text.narrative.RegressionWords;

/** The figure of a regression: its ratios, or differences, by term and level. */
public final class RegressionCharts {
  private static final double SIGNIFICANT = 0.05;

  /**
   * A regression.
   *
   * @param imputations how many were pooled; 1 of data that were not imputed
   * @param coefficients the rows of its table, in order
   * @param tests of each term, in order
   * @param data the name of the file or table that was read
   * @param years of the women of a store; empty for other data
   * @param source of the data; null where that is not known, so that columns have no names but
   *     their own
   */
  public record Fitted(
      RegressionSpec spec,
      RegressionFit fit,
      int imputations,
      List<RegressionRow> coefficients,
      List<RegressionTestRow> tests,
      String data,
      SortedSet<Integer> years,
      Provenance source) {}

  private final Fitted fitted;
  private final Labels labels;
  private final RegressionWords words;

  private RegressionCharts(Fitted fitted, Labels labels) {
    this.fitted = fitted;
    this.labels = labels;
    this.words = new RegressionWords(labels.names(), fitted.source != null);
  }

  /**
   * Draws the figure into a folder, with its data, puts it on the folder's list and returns the
   * pictures' names; none for a formula without terms.
   *
   * @param command that draws it
   */
  public static List<String> write(
      Fitted fitted, Language language, List<Form> forms, Path folder, String command) {
    Labels labels = new Labels(language);
    List<FigureRow> drawn =
        new RegressionCharts(fitted, labels)
            .figure().stream()
                .flatMap(
                    drawing ->
                        new FigureFiles(labels, Optional.empty())
                                .write(
                                    drawing,
                                    forms,
                                    FigureFormat.USUAL,
                                    folder,
                                    (name, form) -> command)
                                .stream())
                .toList();
    FigureList.add(drawn, folder);

    return drawn.stream().map(FigureRow::file).toList();
  }

  private Optional<Drawing> figure() {
    if (fitted.tests.isEmpty()) {
      return Optional.empty();
    }

    FigureSources sources = new FigureSources(labels);
    sources.show(Table.REGRESSION, fitted.coefficients);
    sources.show(Table.REGRESSION_TEST, fitted.tests);
    fitted.years.forEach(year -> sources.add(fitted.source, Quality.NONE, year));
    String response = fitted.spec.formula().response().label();
    About about =
        new About(
            labels.language(),
            words.outcome(response),
            universe(response),
            fitted.source == null
                ? labels.text("source.file", fitted.data)
                : labels.source(fitted.years, Set.of(fitted.source)),
            sources.marks(),
            Better.LOWER,
            "");
    return Optional.of(
        sources.drawing(
            FigureName.of(FigureKind.REGRESSION, response, ends()),
            about,
            ForestFigure.of(
                about,
                new ForestFigure.Model(
                    measure(response),
                    terms(),
                    fitted.spec.domain().isEmpty() ? "" : labels.text("regression.only", domain()),
                    notes()))));
  }

  /** The first year and the last. */
  private Integer[] ends() {
    return fitted.years.stream()
        .filter(year -> year.equals(fitted.years.first()) || year.equals(fitted.years.last()))
        .toArray(Integer[]::new);
  }

  /** Who is counted, and in which part of the population. */
  private String universe(String response) {
    String all =
        words.isIndicator(response)
            ? labels.universe(response)
            : labels.text("regression.universe", labels.language().count(fitted.fit.rows()));
    return fitted.spec.domain().isEmpty() ? all : labels.text("regression.where", all, domain());
  }

  private String domain() {
    Map<String, Set<String>> domain = fitted.spec.domain();
    return domain.keySet().stream()
        .sorted()
        .map(column -> words.term(column) + ": " + values(column, domain.get(column)))
        .collect(Collectors.joining("; "));
  }

  private String values(String column, Set<String> values) {
    return labels
        .names()
        .list(values.stream().sorted().map(value -> words.level(column, value)).toList());
  }

  private Measure measure(String response) {
    return switch (fitted.spec.family()) {
      case LOGISTIC -> Measure.ODDS_RATIO;
      case ORDINAL -> Measure.ORDINAL_ODDS_RATIO;
      case POISSON -> words.isIndicator(response) ? Measure.PREVALENCE_RATIO : Measure.MEAN_RATIO;
      case CLOGLOG -> Measure.HAZARD_RATIO;
      case LINEAR -> Measure.MEAN_DIFFERENCE;
      case PROBIT -> Measure.PROBIT_DIFFERENCE;
    };
  }

  private List<ForestFigure.Term> terms() {
    return fitted.tests.stream().map(this::term).toList();
  }

  private ForestFigure.Term term(RegressionTestRow test) {
    List<RegressionRow> rows =
        fitted.coefficients.stream().filter(row -> row.term().equals(test.term())).toList();
    String reference = rows.get(0).reference();
    return new ForestFigure.Term(
        words.heading(test.term()),
        reference.isEmpty() ? "" : words.level(test.term(), reference),
        rows.stream().map(this::level).toList(),
        labels.names().p(test.pValue()),
        test.pValue() < SIGNIFICANT);
  }

  private ForestFigure.Level level(RegressionRow row) {
    boolean ratios = fitted.spec.family().hasRatios();
    String name = row.level().isEmpty() ? "" : words.level(row.term(), row.level());
    return ratios
        ? new ForestFigure.Level(
            name,
            row.ratio(),
            row.ratioLow(),
            row.ratioHigh(),
            labels.text(
                "regression.ratio",
                words.ratio(row.ratio()),
                words.ratio(row.ratioLow()),
                words.ratio(row.ratioHigh())))
        : new ForestFigure.Level(
            name,
            row.estimate(),
            row.ciLow(),
            row.ciHigh(),
            labels.text(
                "regression.coefficient",
                words.coefficient(row.estimate()),
                words.coefficient(row.ciLow()),
                words.coefficient(row.ciHigh())));
  }

  private List<String> notes() {
    RegressionFit fit = fitted.fit;
    List<String> notes = new ArrayList<>();
    notes.add(
        labels.text(
            "regression.model",
            spaced(fitted.spec.formula().text()),
            labels.language().count(fit.rows()),
            fit.clusters(),
            fit.strata()));
    if (fitted.spec.extras().contains(Extra.SMALL_SAMPLE)) {
      notes.add(labels.text("regression.small"));
    }
    if (fitted.imputations > 1) {
      notes.add(labels.text("regression.imputed", fitted.imputations));
    }
    notes.add(labels.text("regression.tests", fitted.tests.size()));
    if (hasNumbers()) {
      notes.add(labels.text("regression.numbers"));
    }
    if (fitted.tests.stream().anyMatch(test -> test.term().contains(":"))) {
      notes.add(labels.text("regression.interaction"));
    }

    return notes;
  }

  /** Whether a term is a number as it is. */
  private boolean hasNumbers() {
    return fitted.coefficients.stream()
        .anyMatch(
            row ->
                row.level().isEmpty()
                    && fitted.tests.stream().anyMatch(test -> test.term().equals(row.term())));
  }

  /** A formula whose lines can end. */
  private static String spaced(String formula) {
    return formula.replaceAll("\\s*([~+*])\\s*", " $1 ");
  }
}
