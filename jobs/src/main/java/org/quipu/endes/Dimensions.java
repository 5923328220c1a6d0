package org.quipu.endes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.UserException;
import org.quipu.file.TextTable;
import org.quipu.survey.quality.Nesting;

/** The dimensions by which ENDES is broken down, and the Spanish names of their codes. */
public final class Dimensions {
  public static final String NATIONAL = "national";
  public static final String REGION = "region";
  public static final String RESIDENCE = "residence";
  public static final String LIMA_PART = "lima_part";
  public static final String PROVINCE = "province";
  private static final String AGE_GROUP = "age_group";

  /** The dimensions, as {@code --by} names them. */
  public static final List<String> NAMES =
      List.of(
          NATIONAL,
          REGION,
          RESIDENCE,
          "natural_region",
          LIMA_PART,
          PROVINCE,
          AGE_GROUP,
          "education",
          "wealth",
          "language",
          "ethnicity",
          "marital_status");

  /** What groups the women of the country, and of each region, are told apart by. */
  public static final List<String> GROUPS = List.of(RESIDENCE, AGE_GROUP, "education", "wealth");

  /** Every place lies in one larger place. */
  public static final List<Nesting> NESTINGS =
      List.of(
          new Nesting(PROVINCE, LIMA_PART, Dimensions::limaPart),
          new Nesting(PROVINCE, REGION, code -> Optional.of(code.substring(0, 2))),
          new Nesting(LIMA_PART, REGION, code -> Optional.of(code.substring(0, 2))));

  private static final String LIMA = "15";
  private static final String METROPOLITAN_LIMA = "1501";
  private static final String REST_OF_LIMA = "1500";

  /** The names of a group in both languages. */
  public record GroupName(String spanish, String english) {}

  private static final Map<String, GroupName> LABELS = new HashMap<>();

  static {
    for (TextTable.Row row : TextTable.shipped("endes/dimensions.csv").rows()) {
      LABELS.put(
          row.text("dimension") + "=" + row.text("code"),
          new GroupName(row.text("label_es"), row.text("label_en")));
    }
  }

  private Dimensions() {}

  /**
   * The dimensions of a table such as {@code region:residence}; an unknown one is the user's error,
   * and so is one that is crossed with itself or with the whole country.
   */
  public static List<String> of(String table) {
    List<String> dimensions = List.of(table.split(":", -1));
    for (String dimension : dimensions) {
      if (!NAMES.contains(dimension)) {
        throw new UserException(
            "no dimension '%s'; they are %s".formatted(dimension, String.join(", ", NAMES)));
      }
    }

    boolean repeats = dimensions.stream().distinct().count() < dimensions.size();
    if (repeats || (dimensions.size() > 1 && dimensions.contains(NATIONAL))) {
      throw new UserException(
          "'%s' crosses a dimension with itself or with the whole country".formatted(table));
    }

    return dimensions;
  }

  /**
   * The Spanish name of a domain.
   *
   * @param table such as {@code region:residence}
   * @param domain the codes joined by {@code |}, such as {@code 19|2}
   */
  public static String label(String table, String domain) {
    List<String> dimensions = List.of(table.split(":", -1));
    List<String> codes = List.of(domain.split("\\|", -1));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      names.add(name(dimensions.get(i), codes.get(i)));
    }

    return String.join(", ", names);
  }

  /** The tables of the groups, in the country and crossed with the regions. */
  public static List<String> breakdowns() {
    return Stream.of(NATIONAL, REGION)
        .flatMap(table -> GROUPS.stream().map(group -> crossed(table, group)))
        .toList();
  }

  /** A table and, inside each of its domains, the groups of another. */
  public static String crossed(String table, String groups) {
    return table.equals(NATIONAL) ? groups : table + ":" + groups;
  }

  /** The dimensions of the groups that the table does not have; empty where none is left. */
  static String without(String groups, String table) {
    Set<String> left = new LinkedHashSet<>(List.of(groups.split(":", -1)));
    List.of(table.split(":", -1)).forEach(left::remove);
    return String.join(":", left);
  }

  /** The part of Lima's department that a province is or lies in. */
  private static Optional<String> limaPart(String province) {
    if (!province.startsWith(LIMA)) {
      return Optional.empty();
    }

    return Optional.of(province.equals(METROPOLITAN_LIMA) ? METROPOLITAN_LIMA : REST_OF_LIMA);
  }

  /** The names of a group of women, such as those of a fifth of the households by wealth. */
  public static GroupName group(String dimension, String code) {
    return dimension.equals(AGE_GROUP)
        ? new GroupName(code + " años", code + " years")
        : LABELS.getOrDefault(dimension + "=" + code, new GroupName(code, code));
  }

  /** Whether a domain of a dimension is meant by its code, or by its name in either language. */
  static boolean isCalled(String dimension, String code, String nameOrCode) {
    if (nameOrCode.equals(code)) {
      return true;
    }

    if (dimension.equals(REGION)) {
      return Regions.find(nameOrCode).filter(code::equals).isPresent();
    }

    String wanted = NormalizedText.of(nameOrCode);
    return wanted.equals(NormalizedText.of(name(dimension, code)))
        || wanted.equals(NormalizedText.of(group(dimension, code).english()));
  }

  private static String name(String dimension, String code) {
    return switch (dimension) {
      case NATIONAL -> Regions.name(Regions.NATIONAL);
      case REGION -> Regions.name(code);
      case PROVINCE -> Ubigeo.shipped().name(code).orElse(code);
      default -> group(dimension, code).spanish();
    };
  }
}
