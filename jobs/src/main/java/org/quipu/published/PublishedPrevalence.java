package org.quipu.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.change.AssumedDesign;
import org.quipu.change.AssumedDesign.Assumption;
import org.quipu.endes.Dimensions;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.survey.quality.Assessment;
import org.quipu.survey.quality.Publication;
import org.quipu.survey.quality.Publication.Cell;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.survey.quality.ReviewedEstimate;

/**
 * Published figures as rows of the table {@code prevalence}. A figure without a standard error gets
 * √(p(1−p)/n · deff) with an {@link AssumedDesign assumed design effect}, marked {@code
 * se_approximated} and not graded for its precision, which is not known; without n there is none.
 * The country's n, where its source does not say it, is the sum of its regions'. Intervals are
 * INEI's, ± 1.96 standard errors.
 */
public final class PublishedPrevalence {
  private static final double Z = 1.96;

  private PublishedPrevalence() {}

  /** A row for each figure, graded by the scheme. */
  public static List<PrevalenceRow> rows(List<PublishedRow> figures, QualityScheme scheme) {
    Map<List<Object>, List<PublishedRow>> regions =
        figures.stream()
            .filter(figure -> !figure.region().equals(Regions.NATIONAL))
            .collect(Collectors.groupingBy(PublishedPrevalence::table));
    List<PrevalenceRow> rows =
        figures.stream()
            .map(
                figure ->
                    row(figure, answers(figure, regions.getOrDefault(table(figure), List.of()))))
            .toList();
    // Regions are the only parts of the country that are published: no dimension nests in another.
    List<Assessment> assessments =
        new Publication(scheme, List.of())
            .assess(rows.stream().map(PublishedPrevalence::cell).toList());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rows.get(i).published(assessments.get(i)))
        .toList();
  }

  private static List<Object> table(PublishedRow figure) {
    return List.of(figure.year(), figure.indicator());
  }

  /** The number of women a figure is of; null where neither it nor each region says it. */
  private static Long answers(PublishedRow figure, List<PublishedRow> regions) {
    boolean summed =
        figure.n() == null
            && figure.region().equals(Regions.NATIONAL)
            && regions.size() == Regions.codes().size()
            && regions.stream().allMatch(region -> region.n() != null);
    return summed ? (Long) regions.stream().mapToLong(PublishedRow::n).sum() : figure.n();
  }

  private static Cell cell(PrevalenceRow row) {
    double none = Double.NaN;
    boolean approximated = row.quality().has(QualityMark.SE_APPROXIMATED);
    return new Cell(
        String.valueOf(row.year()),
        row.indicator(),
        row.indicator(),
        row.by(),
        row.domain(),
        ReviewedEstimate.proportion(
            row.percent() / 100,
            approximated ? none : row.standardError() / 100,
            row.n() == null ? none : row.n(),
            none,
            approximated ? none : row.deff(),
            row.df()));
  }

  private static PrevalenceRow row(PublishedRow figure, Long n) {
    boolean national = figure.region().equals(Regions.NATIONAL);
    boolean approximated = Double.isNaN(figure.standardError()) && n != null;
    double p = figure.percent();
    double se =
        approximated
            ? PrevalenceRow.assumedDesign(figure.region())
                .standardError(p, (double) n, Assumption.USUAL)
            : figure.standardError();
    List<QualityMark> marks = new ArrayList<>();
    if (approximated) {
      marks.add(QualityMark.SE_APPROXIMATED);
    }

    if (figure.source() == Provenance.RECOMPUTED) {
      marks.add(QualityMark.RECOMPUTED);
    }

    double none = Double.NaN;
    return new PrevalenceRow(
        figure.year(),
        figure.indicator(),
        national ? Dimensions.NATIONAL : Dimensions.REGION,
        figure.region(),
        Regions.name(figure.region()),
        p,
        se,
        Math.max(0, p - Z * se),
        Math.min(100, p + Z * se),
        100 * se / p,
        n == null ? none : se * se / (p * (100 - p) / n),
        none,
        n,
        none,
        null,
        null,
        Quality.marked(marks),
        figure.source(),
        "");
  }
}
