package org.quipu.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quipu.NormalizedText;
import org.quipu.store.ProgramRow;

/** The measures of coverage that a set of records allows. */
final class Measures {
  private static final String WOMEN = "women";

  /**
   * One measure of coverage.
   *
   * @param unit of the coverage
   * @param level whether it counts totals or their parts
   * @param rows the figures that it counts
   */
  record Measure(
      String name,
      Counted counted,
      CoverageUnit unit,
      DenominatorRule denominator,
      Breakdowns.Level level,
      Predicate<ProgramRow> rows) {

    /** The figures that it counts. */
    List<ProgramRow> of(Breakdowns figures) {
      return figures.of(level).stream().filter(rows).toList();
    }
  }

  private Measures() {}

  /** All measures that these figures allow. */
  static List<Measure> of(Breakdowns figures) {
    List<Measure> measures = new ArrayList<>();
    Arrays.stream(ServiceMeasure.values()).map(Measures::service).forEach(measures::add);
    measures.addAll(groups(figures.parts()));
    measures.addAll(interventions(figures.totals()));
    return measures;
  }

  private static Measure service(ServiceMeasure measure) {
    return new Measure(
        measure.code(),
        measure.counted(),
        measure.unit(),
        DenominatorRule.per(measure.unit()),
        measure.counted() == Counted.WOMEN_INFORMED
            ? Breakdowns.Level.PARTS
            : Breakdowns.Level.TOTALS,
        rows(measure.counted()));
  }

  private static Predicate<ProgramRow> rows(Counted counted) {
    return switch (counted) {
      case PEOPLE_INFORMED -> ServiceFigure.PEOPLE_INFORMED::isOf;
      case WOMEN_INFORMED -> informed(WOMEN, "");
      case PREVENTIVE_ACTIONS -> ServiceFigure.PREVENTIVE_ACTIONS::isOf;
      case DISTRICTS_WITH_SERVICE -> Measures::isOfServiceInDistrict;
      case CASES_ATTENDED -> ServiceFigure.CASES_ATTENDED::isOf;
      case PEOPLE_OF_INTERVENTION -> Measures::isPeopleOfIntervention;
    };
  }

  private static boolean isOfServiceInDistrict(ProgramRow row) {
    boolean prevention =
        ServiceFigure.PEOPLE_INFORMED.isOf(row) || ServiceFigure.PREVENTIVE_ACTIONS.isOf(row);
    return prevention && !row.district().isEmpty();
  }

  private static Predicate<ProgramRow> informed(String sex, String ages) {
    return row ->
        ServiceFigure.PEOPLE_INFORMED.isOf(row)
            && row.sex().equals(sex)
            && row.ageGroup().equals(ages);
  }

  /** People informed by sex, by age group, and by both. */
  private static List<Measure> groups(List<ProgramRow> rows) {
    record Group(String sex, String ages) {}
    return rows.stream()
        .filter(ServiceFigure.PEOPLE_INFORMED::isOf)
        .map(row -> new Group(row.sex(), row.ageGroup()))
        .filter(group -> !group.sex().isEmpty() || !group.ages().isEmpty())
        .distinct()
        .sorted(Comparator.comparing(Group::sex).thenComparing(Group::ages))
        .map(group -> group(group.sex(), group.ages()))
        .toList();
  }

  private static Measure group(String sex, String ages) {
    AgeGroup group =
        ages.isEmpty() ? AgeGroup.ALL : AgeGroup.parse(ages, "age group of people informed");
    return new Measure(
        MeasureName.of(sex, ages),
        Counted.PEOPLE_INFORMED,
        CoverageUnit.PER_1000_OF_GROUP,
        DenominatorRule.perGroup(sex, group),
        Breakdowns.Level.PARTS,
        informed(sex, ages));
  }

  /** The people of each named intervention. */
  private static List<Measure> interventions(List<ProgramRow> rows) {
    return rows.stream()
        .filter(Measures::isPeopleOfIntervention)
        .collect(Collectors.groupingBy(row -> slug(row.intervention())))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> intervention(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The target group of an intervention is known where all its figures are of one sex. */
  private static Measure intervention(String slug, List<ProgramRow> rows) {
    Set<String> sexes = rows.stream().map(ProgramRow::sex).collect(Collectors.toSet());
    String sex = sexes.size() == 1 ? sexes.iterator().next() : "";
    CoverageUnit unit =
        switch (sex) {
          case "" -> CoverageUnit.PEOPLE;
          case WOMEN -> CoverageUnit.PER_1000_WOMEN_15_49;
          default -> CoverageUnit.PER_1000_MEN_15_49;
        };
    return new Measure(
        MeasureName.ofIntervention(slug),
        Counted.PEOPLE_OF_INTERVENTION,
        unit,
        DenominatorRule.per(unit),
        Breakdowns.Level.TOTALS,
        row -> isPeopleOfIntervention(row) && slug(row.intervention()).equals(slug));
  }

  /** A figure of people that is not a part of another figure. */
  private static boolean isPeopleOfIntervention(ProgramRow row) {
    return !row.intervention().isEmpty()
        && Set.of("people", "personas").contains(row.unit().toLowerCase(Locale.ROOT))
        && !row.isPartOfAnother();
  }

  static String slug(String name) {
    return NormalizedText.of(name).toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}
