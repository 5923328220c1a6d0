package org.quipu.program;

import java.util.Optional;
import java.util.stream.Stream;
import org.quipu.file.TextTable;

/**
 * What the name of a measure says that depends on the records: a group of the people informed, by
 * sex, by age or by both ({@code people_informed_men_18_29}), or the people of a named intervention
 * ({@code hombres_por_la_igualdad_people}).
 */
public final class MeasureName {
  private static final String INFORMED = ServiceFigure.PEOPLE_INFORMED.code();
  private static final String PEOPLE = "_people";

  /**
   * A group of people.
   *
   * @param sex {@code women}, {@code men}; empty for both
   */
  public record Group(String sex, AgeGroup ages) {}

  private MeasureName() {}

  /** The measure of a group of the people informed, with sex and ages as the records write them. */
  static String of(String sex, String ages) {
    return INFORMED + suffix(sex) + suffix(ages);
  }

  private static String suffix(String part) {
    return part.isEmpty() ? "" : "_" + part;
  }

  /** The measure of the people of an intervention. */
  static String ofIntervention(String slug) {
    return slug + PEOPLE;
  }

  /** The group of the people informed that a measure counts; empty for other measures. */
  public static Optional<Group> group(String measure) {
    return Stream.of("women", "men", "")
        .filter(sex -> measure.startsWith(of(sex, "") + (sex.isEmpty() ? "_" : "")))
        .findFirst()
        .flatMap(sex -> group(sex, measure.substring(of(sex, "").length())));
  }

  private static Optional<Group> group(String sex, String ages) {
    return ages.isEmpty()
        ? Optional.of(new Group(sex, AgeGroup.ALL))
        : AgeGroup.find(ages.substring(1)).map(group -> new Group(sex, group));
  }

  /** The intervention whose people a measure counts; empty for one that is not known. */
  public static Optional<String> intervention(String measure) {
    return TextTable.shipped("programs/interventions.csv").rows().stream()
        .flatMap(row -> Stream.of(row.text("intervention"), row.text("strategy")))
        .filter(name -> !name.isEmpty())
        .filter(name -> ofIntervention(Measures.slug(name)).equals(measure))
        .findFirst();
  }
}
