package org.quipu.published;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.change.Approximation;
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
 * Published figures as rows of the table {@code prevalence}. A region's figure without a standard
 * error gets √(p(1−p)/n · 1.7), marked {@code se_approximated}; the country's does not, for which
 * that design effect is far too small; without n there is none. Intervals are INEI's, ± 1.96
 * standard errors.
 */
public final class PublishedPrevalence {
  private static final double Z = 1.96;

  private PublishedPrevalence() {}

  /** A row for each figure, graded by the scheme. */
  public static List<PrevalenceRow> rows(List<PublishedRow> figures, QualityScheme scheme) {
    List<PrevalenceRow> rows = figures.stream().map(PublishedPrevalence::row).toList();
    // Regions are the only parts of the country that are published: no dimension nests in another.
    List<Assessment> assessments =
        new Publication(scheme, List.of())
            .assess(rows.stream().map(PublishedPrevalence::cell).toList());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rows.get(i).published(assessments.get(i)))
        .toList();
  }

  private static Cell cell(PrevalenceRow row) {
    double none = Double.NaN;
    return new Cell(
        String.valueOf(row.year()),
        row.indicator(),
        row.by(),
        row.domain(),
        ReviewedEstimate.proportion(
            row.percent() / 100,
            row.standardError() / 100,
            row.n() == null ? none : row.n(),
            none,
            row.deff(),
            row.df()));
  }

  private static PrevalenceRow row(PublishedRow figure) {
    boolean national = figure.region().equals(Regions.NATIONAL);
    boolean approximated = Double.isNaN(figure.standardError()) && figure.n() != null && !national;
    double p = figure.percent();
    double se =
        approximated
            ? Approximation.standardError(p, figure.n(), Approximation.USUAL_DEFF)
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
        figure.n() == null ? none : se * se / (p * (100 - p) / figure.n()),
        none,
        figure.n(),
        none,
        null,
        null,
        Quality.marked(marks),
        figure.source(),
        "");
  }
}
