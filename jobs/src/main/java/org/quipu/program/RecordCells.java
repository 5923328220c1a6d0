package org.quipu.program;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.quipu.NormalizedText;
import org.quipu.UserException;
import org.quipu.file.Heading;
import org.quipu.file.TextTable;

/** The values of a record: counts, years, months, sexes. */
final class RecordCells {
  /** Thousands separated by commas or blanks: {@code 4,146} and {@code 16 590}. */
  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,3}(?:[,\\u0020\\u00A0\\u202F]\\d{3})+(?:\\.\\d+)?");

  private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern NOT_DIGIT_OR_POINT = Pattern.compile("[^0-9.]");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private static final Map<String, Set<String>> SEXES =
      Map.of(
          "men", Set.of("MEN", "MAN", "MALE", "HOMBRES", "HOMBRE", "VARONES", "VARON", "MASCULINO"),
          "women", Set.of("WOMEN", "WOMAN", "FEMALE", "MUJERES", "MUJER", "FEMENINO"),
          "", Set.of("", "TOTAL", "BOTH", "AMBOS", "ALL", "TODOS"));

  private RecordCells() {}

  /** A number that is not negative; NaN where the cell is empty. */
  static double number(TextTable.Row row, Heading heading) {
    String text = row.text(heading);
    if (text.isEmpty()) {
      return Double.NaN;
    }

    if (PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches()) {
      return Double.parseDouble(NOT_DIGIT_OR_POINT.matcher(text).replaceAll(""));
    }

    throw UserException.input(
        row.where(heading),
        "'" + text + "'",
        "a number such as 4146, 4,146 or 12.5, or nothing",
        "Correct the cell, or leave it empty where the figure is not known.");
  }

  /** Any number as computers write it; NaN where the cell is empty or says S.I., no information. */
  static double decimal(TextTable.Row row, Heading heading) {
    String text = row.text(heading);
    try {
      return text.isEmpty() || text.equals("S.I.") ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw UserException.input(
          row.where(heading), "'" + text + "'", "a number such as 12.5, or nothing", "Correct it.");
    }
  }

  /** Degrees of latitude or longitude, up to a limit either way; NaN where the cell is empty. */
  static double degrees(TextTable.Row row, Heading heading, int limit) {
    double degrees = decimal(row, heading);
    if (Math.abs(degrees) > limit) {
      throw UserException.input(
          row.where(heading),
          "'" + row.text(heading) + "'",
          "degrees from -%d to %d".formatted(limit, limit),
          "Correct it: degrees with decimals, south and west negative.");
    }

    return degrees;
  }

  /** A whole number that is not negative; NaN where the cell is empty. */
  static double count(TextTable.Row row, Heading heading) {
    double number = number(row, heading);
    if (number != Math.rint(number) && !Double.isNaN(number)) {
      throw UserException.input(
          row.where(heading),
          "'" + row.text(heading) + "'",
          "a whole number of people or actions",
          "Write thousands as 4146 or 4,146.");
    }

    return number;
  }

  static int year(TextTable.Row row, Heading heading) {
    double year = number(row, heading);
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || year != Math.rint(year)) {
      throw UserException.input(
          row.where(heading),
          "'" + row.text(heading) + "'",
          "a year such as 2022",
          "Correct the cell.");
    }

    return (int) year;
  }

  /** A month by number; empty where the cell is. */
  static OptionalInt month(TextTable.Row row, Heading heading) {
    double month = number(row, heading);
    if (Double.isNaN(month)) {
      return OptionalInt.empty();
    }

    if (month < 1 || month > 12 || month != Math.rint(month)) {
      throw UserException.input(
          row.where(heading), "'" + row.text(heading) + "'", "a month, 1 to 12", "Correct it.");
    }

    return OptionalInt.of((int) month);
  }

  /** {@code men}, {@code women} or nothing for both. */
  static String sex(TextTable.Row row, Heading heading) {
    String words = NormalizedText.of(row.text(heading));
    return SEXES.entrySet().stream()
        .filter(sex -> sex.getValue().contains(words))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                UserException.input(
                    row.where(heading),
                    "'" + row.text(heading) + "'",
                    "men, women (hombres, mujeres) or nothing for both",
                    "Correct the cell."));
  }

  /** The sex that a heading names, by whole words. */
  static String sexIn(Set<String> words) {
    for (String sex : new String[] {"men", "women"}) {
      if (SEXES.get(sex).stream().anyMatch(words::contains)) {
        return sex;
      }
    }

    return "";
  }

  /** Whether a text says that its figures are made up, in Spanish or English. */
  static boolean saysSynthetic(String text) {
    String words = NormalizedText.of(text);
    return words.contains("SINTETIC") || words.contains("SYNTHETIC");
  }
}
