package org.quipu;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quipu.file.TextTable;

/**
 * Peru's 25 regions (24 departments and Callao) by the first two digits of UBIGEO, and the country
 * as {@code 00}. One name and one code for each, from {@code data/regions.csv}. Lima (15) is the
 * whole department, its metropolitan province included.
 */
public final class Regions {
  /** The code of the country. */
  public static final String NATIONAL = "00";

  private static final Pattern CODE = Pattern.compile("\\d{1,2}");
  private static final Pattern PREFIX =
      Pattern.compile("^(REGION|DEPARTAMENTO|DEPARTMENT|DPTO|DEPTO|GOBIERNO REGIONAL)( DE| DEL)? ");

  private static final Map<String, String> NAMES = new LinkedHashMap<>();
  private static final Map<String, String> CODES = new HashMap<>();

  static {
    load();
  }

  private Regions() {}

  /** The codes 01 to 25, in order. */
  public static List<String> codes() {
    return NAMES.keySet().stream().filter(code -> !code.equals(NATIONAL)).toList();
  }

  /** Spanish names by code, the country first. */
  public static Map<String, String> names() {
    return Collections.unmodifiableMap(NAMES);
  }

  /**
   * The Spanish name of a code.
   *
   * @throws IllegalArgumentException if the code is not one of 00, 01-25
   */
  public static String name(String code) {
    String name = NAMES.get(code);
    if (name == null) {
      throw new IllegalArgumentException("not a region code: " + code);
    }

    return name;
  }

  /**
   * The code of a region written as a code ({@code 7}, {@code 07}) or as a name in any letter case,
   * with or without accents, in the variants that official files use.
   */
  public static Optional<String> find(String nameOrCode) {
    if (nameOrCode == null) {
      return Optional.empty();
    }

    String words = NormalizedText.of(nameOrCode);
    if (CODE.matcher(words).matches()) {
      String code = words.length() == 1 ? "0" + words : words;
      return Optional.of(code).filter(NAMES::containsKey);
    }

    String known = CODES.get(words);
    return Optional.ofNullable(
        known != null ? known : CODES.get(PREFIX.matcher(words).replaceFirst("")));
  }

  /**
   * The code of one of the 25 regions that a user asks for, by name or code; the country is none.
   */
  public static String of(String nameOrCode) {
    return find(nameOrCode)
        .filter(code -> !code.equals(NATIONAL))
        .orElseThrow(
            () ->
                new UserException(
                    "'%s' is none of Peru's regions; the nearest are %s; all are %s"
                        .formatted(
                            nameOrCode,
                            String.join(", ", NearestNames.of(nameOrCode, regions().values())),
                            regions().entrySet().stream()
                                .map(region -> region.getKey() + " " + region.getValue())
                                .collect(Collectors.joining(", ")))));
  }

  private static Map<String, String> regions() {
    Map<String, String> regions = new LinkedHashMap<>(NAMES);
    regions.remove(NATIONAL);
    return regions;
  }

  /**
   * The code of a region that must be one.
   *
   * @param where the file and row, for the message
   */
  public static String require(String nameOrCode, String where) {
    return find(nameOrCode)
        .orElseThrow(
            () ->
                UserException.input(
                    where,
                    nameOrCode == null ? "no region" : "region '" + nameOrCode + "'",
                    "one of Peru's 25 regions by name or by code 01-25, or 00 for the country",
                    "Correct the region."));
  }

  private static void load() {
    for (TextTable.Row row : TextTable.shipped("regions.csv").rows()) {
      String code = row.text("code");
      NAMES.put(code, row.text("name"));
      CODES.put(NormalizedText.of(row.text("name")), code);
      for (String alias : row.text("aliases").split(";", -1)) {
        if (!alias.isEmpty()) {
          CODES.put(NormalizedText.of(alias), code);
        }
      }
    }
  }
}
