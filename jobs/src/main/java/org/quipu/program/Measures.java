package org.quipu.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quipu.NormalizedText;
import org.quipu.store.ProgramRow;

/** The measures of coverage that a set of records allows. */
final class Measures {
  private static final String INFORMED = "people_informed";
  private static final String ACTIONS = "preventive_actions";
  private static final String CASES = "cases_attended";
  private static final String PART = "of_which_";

  private static final String REPEATED =
      "Personas informadas, no personas distintas: quien participa varias veces se cuenta cada vez";

  private static final String SUPPLY =
      "Casos atendidos, también de hombres, niñas y niños: miden la oferta del servicio, no la"
          + " prevalencia";

  /** Whom a measure is set against: region and years in, size out. */
  @FunctionalInterface
  interface Against {
    Optional<Denominators.Denominator> of(Denominators sizes, String region, List<Integer> years);
  }

  /** Which figures a measure counts: wholes, or parts by sex and age. */
  enum Of {
    WHOLES,
    PARTS
  }

  /** How a region's records become a numerator. */
  enum Count {
    /** The sum of the figures. */
    SUM,
    /** The number of districts that have a figure. */
    DISTRICTS
  }

  /**
   * One measure of coverage.
   *
   * @param of whether it counts wholes or parts
   * @param rows the figures that it counts
   * @param per the coverage is of so many of the denominator
   * @param unit of the coverage
   * @param bare unit of the numerator, where there is no denominator
   * @param wholeServices whether records of a whole service go before those of its named
   *     interventions, so that nobody is counted in both
   */
  record Measure(
      String name,
      Of of,
      Predicate<ProgramRow> rows,
      Count count,
      Against against,
      double per,
      String unit,
      String bare,
      boolean wholeServices,
      String note) {}

  private Measures() {}

  /** All measures that these figures allow. */
  static List<Measure> of(Breakdowns figures) {
    List<Measure> measures = new ArrayList<>(services());
    measures.addAll(groups(figures.parts()));
    measures.addAll(interventions(figures.wholes()));
    return measures;
  }

  private static List<Measure> services() {
    String women = "por 1000 mujeres de 15 a 49 años";
    return List.of(
        rate("people_informed_per_1000_women", counts(INFORMED), Denominators::women, 1000, women),
        rate(
            "people_informed_per_1000_people",
            counts(INFORMED),
            Denominators::people,
            1000,
            "por 1000 personas"),
        new Measure(
            "women_informed_per_1000_women",
            Of.PARTS,
            part("women", ""),
            Count.SUM,
            Denominators::women,
            1000,
            women,
            "mujeres",
            true,
            "Mujeres informadas de toda edad. " + REPEATED),
        rate(
            "preventive_actions_per_10000_people",
            counts(ACTIONS),
            Denominators::people,
            10_000,
            "por 10 000 personas"),
        new Measure(
            "districts_with_service_percent",
            Of.WHOLES,
            counts(ACTIONS).or(counts(INFORMED)).and(row -> !row.district().isEmpty()),
            Count.DISTRICTS,
            (sizes, region, years) -> sizes.districts(region),
            100,
            "% de los distritos",
            "distritos",
            true,
            "Distritos donde se registró al menos un servicio de prevención"),
        rate("cases_attended_per_1000_women", counts(CASES), Denominators::women, 1000, women));
  }

  private static Measure rate(
      String name, Predicate<ProgramRow> rows, Against against, double per, String unit) {
    String note = name.startsWith(CASES) ? SUPPLY : name.startsWith(INFORMED) ? REPEATED : "";
    return new Measure(name, Of.WHOLES, rows, Count.SUM, against, per, unit, "", true, note);
  }

  /** People informed by sex, by age group, and by both. */
  private static List<Measure> groups(List<ProgramRow> rows) {
    record Group(String sex, String ages) {}
    return rows.stream()
        .filter(row -> row.measure().equals(INFORMED))
        .map(row -> new Group(row.sex(), row.ageGroup()))
        .filter(group -> !group.sex().isEmpty() || !group.ages().isEmpty())
        .distinct()
        .sorted(Comparator.comparing(Group::sex).thenComparing(Group::ages))
        .map(
            group -> {
              AgeGroup ages =
                  group.ages().isEmpty()
                      ? AgeGroup.ALL
                      : AgeGroup.parse(group.ages(), "age group of people informed");
              return new Measure(
                  INFORMED + suffix(group.sex()) + suffix(group.ages()),
                  Of.PARTS,
                  part(group.sex(), group.ages()),
                  Count.SUM,
                  (sizes, region, years) -> sizes.group(region, years, group.sex(), ages),
                  1000,
                  "por 1000 de ese sexo y edad",
                  "personas",
                  true,
                  REPEATED);
            })
        .toList();
  }

  private static String suffix(String part) {
    return part.isEmpty() ? "" : "_" + part;
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

  private static Measure intervention(String slug, List<ProgramRow> rows) {
    Set<String> sexes = rows.stream().map(ProgramRow::sex).collect(Collectors.toSet());
    boolean target = sexes.size() == 1 && !sexes.contains("");
    String sex = target ? sexes.iterator().next() : "";
    return new Measure(
        slug + "_people",
        Of.WHOLES,
        row -> isPeopleOfIntervention(row) && slug(row.intervention()).equals(slug),
        Count.SUM,
        target ? target(sex) : (sizes, region, years) -> Optional.empty(),
        1000,
        "por 1000 " + (sex.equals("men") ? "hombres" : "mujeres") + " de 15 a 49 años",
        "personas",
        false,
        "Suma de las cifras de la intervención: una persona puede estar en varias de ellas, y en"
            + " otras intervenciones");
  }

  private static Against target(String sex) {
    return sex.equals("women")
        ? Denominators::women
        : (sizes, region, years) -> sizes.group(region, years, sex, new AgeGroup(15, 49));
  }

  /** A figure of people that is not a part of another figure. */
  private static boolean isPeopleOfIntervention(ProgramRow row) {
    return !row.intervention().isEmpty()
        && Set.of("people", "personas").contains(row.unit().toLowerCase(Locale.ROOT))
        && !row.measure().startsWith(PART);
  }

  /** Whether it is a figure that a measure of whole services counts. */
  static boolean isOfService(ProgramRow row) {
    return Set.of(INFORMED, ACTIONS, CASES).contains(row.measure());
  }

  private static Predicate<ProgramRow> counts(String measure) {
    return row -> row.measure().equals(measure);
  }

  private static Predicate<ProgramRow> part(String sex, String ages) {
    return counts(INFORMED).and(row -> row.sex().equals(sex) && row.ageGroup().equals(ages));
  }

  static String slug(String name) {
    return NormalizedText.of(name).toLowerCase(Locale.ROOT).replace(' ', '_');
  }
}
