package org.quipu.program;

import org.quipu.Coded;
import org.quipu.YearRange;

/**
 * What a coverage is set against, and where its number comes from. The table holds it as {@code
 * women_15_49;census:2017}, {@code people;year:2025} or {@code men_18_29;mean:2018-2021}.
 *
 * @param ages of the people; all ages for districts
 * @param years of the number; null where they are not known
 */
public record DenominatorName(Unit unit, AgeGroup ages, Source source, YearRange years) {
  /** What is counted. */
  public enum Unit implements Coded {
    WOMEN,
    MEN,
    PEOPLE,
    DISTRICTS;

    /** People of a sex as the records name it; of both where it is empty. */
    static Unit ofSex(String sex) {
      return sex.isEmpty() ? PEOPLE : Coded.of(Unit.class, sex);
    }
  }

  /** Where the number comes from. */
  public enum Source implements Coded {
    CENSUS,
    /** The number of one year. */
    YEAR,
    /** The mean of several years. */
    MEAN,
    /** The number of the year nearest to the years of the coverage. */
    NEAREST_YEAR
  }

  /** The name as the table holds it. */
  String code() {
    String group = unit.code() + (ages.equals(AgeGroup.ALL) ? "" : "_" + ages.code());
    return group + ";" + source.code() + (years == null ? "" : ":" + code(years));
  }

  private static String code(YearRange years) {
    return years.from() == years.to()
        ? String.valueOf(years.from())
        : years.from() + "-" + years.to();
  }

  /**
   * The name that the table holds.
   *
   * @param code as in the column {@code denominator_name}, not empty
   * @throws IllegalArgumentException if it is none
   */
  public static DenominatorName of(String code) {
    String[] parts = code.split("[;:]", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException("'" + code + "' does not name a denominator");
    }

    String[] group = parts[0].split("_", 2);
    return new DenominatorName(
        Coded.of(Unit.class, group[0]),
        group.length == 1 ? AgeGroup.ALL : AgeGroup.parse(group[1], code),
        Coded.of(Source.class, parts[1]),
        parts.length == 2 ? null : years(parts[2]));
  }

  private static YearRange years(String code) {
    String[] ends = code.split("-", 2);
    return new YearRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }
}
