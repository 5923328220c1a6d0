package org.quipu.bulletin;

import java.util.List;
import java.util.stream.Collectors;
import org.quipu.YearRange;
import org.quipu.store.AssociationRow;
import org.quipu.store.EventStudyRow;

/**
 * What a figure is filed under, in no language: {@link FileNames} makes the name of its files of
 * it.
 *
 * @param subjects what it is about, in the order of the name
 * @param years that the name tells; empty where the figure has all that there are
 */
record FigureName(FigureKind kind, List<Subject> subjects, List<Integer> years) {

  /** The map of the plan. */
  static final FigureName TARGETS = new FigureName(FigureKind.MAP_TARGETS, List.of(), List.of());

  /** Of what sort a subject is. */
  enum Sort {
    INDICATOR,
    MEASURE,
    STRATEGY,
    LEVEL,
    PLACE,
    WINDOW
  }

  /** What a figure is about, by its identifier. */
  record Subject(Sort sort, String key) {
    static Subject indicator(String indicator) {
      return new Subject(Sort.INDICATOR, indicator);
    }
  }

  /** A figure of an indicator in these years. */
  static FigureName of(FigureKind kind, String indicator, Integer... years) {
    return new FigureName(kind, List.of(Subject.indicator(indicator)), List.of(years));
  }

  /** A figure of an indicator in two years. */
  static FigureName of(FigureKind kind, String indicator, YearRange span) {
    return of(kind, indicator, span.from(), span.to());
  }

  /** A figure of a place in all years. */
  static FigureName of(FigureKind kind, String region) {
    return new FigureName(kind, List.of(new Subject(Sort.PLACE, region)), List.of());
  }

  /** A figure of an indicator in which a region is compared with the others. */
  static FigureName of(FigureKind kind, String indicator, String region, int year) {
    return new FigureName(
        kind,
        List.of(Subject.indicator(indicator), new Subject(Sort.PLACE, region)),
        List.of(year));
  }

  /** A figure of the areas of a study. */
  static FigureName of(FigureKind kind, AreaFigures.Study study) {
    return new FigureName(
        kind,
        List.of(
            new Subject(Sort.LEVEL, study.level().code()), Subject.indicator(study.indicator())),
        study.years());
  }

  /** The figure of a question of association. */
  static FigureName of(AssociationRow row) {
    Subject indicator = Subject.indicator(row.indicator());
    Subject measure = new Subject(Sort.MEASURE, row.measure());
    boolean usual =
        row.coverageFrom().equals(row.fromYear()) && row.coverageTo() == row.toYear() - 1;
    Subject window = new Subject(Sort.WINDOW, row.coverageFrom() + "-" + row.coverageTo());

    return new FigureName(
        FigureKind.ASSOCIATION,
        usual ? List.of(indicator, measure) : List.of(indicator, measure, window),
        List.of(row.fromYear(), row.toYear()));
  }

  /** The figure of a strategy's event study. */
  static FigureName of(EventStudyRow row) {
    return new FigureName(
        FigureKind.STRATEGY,
        List.of(new Subject(Sort.STRATEGY, row.strategy()), Subject.indicator(row.indicator())),
        List.of(row.fromYear(), row.toYear()));
  }

  /** The identifier of the indicator; empty where there is none, or several. */
  String indicator() {
    return subjects.stream()
        .filter(subject -> subject.sort() == Sort.INDICATOR)
        .map(Subject::key)
        .collect(Collectors.joining());
  }
}
