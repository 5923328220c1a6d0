package org.quipu.bulletin;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.quipu.Provenance;
import org.quipu.YearRange;
import org.quipu.charts.About;
import org.quipu.charts.Better;
import org.quipu.charts.Mark;
import org.quipu.endes.Indicator;
import org.quipu.store.AssociationPointRow;
import org.quipu.store.ChangeRow;
import org.quipu.survey.quality.Quality;

/** Sources, years and marks of the rows that go into one figure. */
final class FigureSources {
  private final Labels labels;
  private final Set<Integer> years = new TreeSet<>();
  private final Set<Provenance> sources = EnumSet.noneOf(Provenance.class);
  private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
  private final Set<YearRange> windows = new HashSet<>();

  FigureSources(Labels labels) {
    this.labels = labels;
  }

  Set<Mark> marks() {
    return marks;
  }

  void add(Provenance source, Quality quality, int year) {
    sources.add(source);
    years.add(year);
    marks.addAll(PlottedValues.marks(source, quality));
  }

  void add(ChangeRow row, YearRange span) {
    add(row.source(), row.quality(), span.from());
    years.add(span.to());
  }

  void add(AssociationPointRow row, YearRange span, YearRange window) {
    add(row.source(), row.quality(), span.from());
    years.add(span.to());
    windows.add(window);
    marks.addAll(PlottedValues.marks(row.coverageSource(), Quality.NONE));
  }

  boolean synthetic() {
    return marks.contains(Mark.SYNTHETIC);
  }

  About about(String indicator, String highlighted) {
    String survey = labels.source(years, sources);
    String source =
        windows.isEmpty()
            ? survey
            : survey
                + "; "
                + labels.text(synthetic() ? "source.programs.synthetic" : "source.programs");

    return new About(
        labels.language(),
        labels.indicator(indicator),
        labels.universe(indicator),
        source,
        marks,
        switch (Indicator.of(indicator).better()) {
          case LOWER -> Better.LOWER;
          case HIGHER -> Better.HIGHER;
        },
        highlighted.isEmpty() ? "" : labels.region(highlighted));
  }
}
