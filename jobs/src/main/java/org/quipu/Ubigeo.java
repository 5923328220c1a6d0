package org.quipu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quipu.file.TextTable;

/**
 * INEI's codes of provinces (four digits) and districts (six), and their names; the first two
 * digits are the region's. From {@code data/geography}.
 */
public final class Ubigeo {
  private static final Pattern CODE = Pattern.compile("\\d{5,6}");
  private static final Ubigeo SHIPPED = load();

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  private Ubigeo() {}

  /** The codes that ship with Quipu: the 196 provinces, and districts of today and of the past. */
  public static Ubigeo shipped() {
    return SHIPPED;
  }

  /** The name of a province or district; empty where the code is not known. */
  public Optional<String> name(String code) {
    return Optional.ofNullable(names.get(code));
  }

  /** The codes of the 196 provinces, in order. */
  public List<String> provinces() {
    return names.keySet().stream().filter(code -> code.length() == 4).sorted().toList();
  }

  /** The province of this name in a region. */
  public Optional<String> province(String region, String name) {
    return Optional.ofNullable(codes.get(region + letters(name)));
  }

  /** The district of this name in a province. */
  public Optional<String> district(String province, String name) {
    return Optional.ofNullable(codes.get(province + letters(name)));
  }

  /**
   * The district of this name in a region: in the province where that is known, otherwise the only
   * one of that name; empty where there are several.
   */
  public Optional<String> district(String region, String province, String name) {
    if (!province.isEmpty()) {
      return district(province, name);
    }

    String suffix = letters(name);
    List<String> found =
        codes.entrySet().stream()
            .filter(entry -> entry.getValue().length() == 6)
            .filter(entry -> entry.getValue().startsWith(region))
            .filter(entry -> entry.getKey().substring(4).equals(suffix))
            .map(Map.Entry::getValue)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Six digits of a code that may have lost the zero in front; empty where it is not a code. */
  public static Optional<String> padded(String written) {
    // Tools that take codes for numbers write 30101.0.
    String code = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    return CODE.matcher(code).matches()
        ? Optional.of(code.length() == 5 ? "0" + code : code)
        : Optional.empty();
  }

  /** The letters of a name, for comparison: CARMEN DE LA LEGUA as CARMENDELALEGUA. */
  public static String letters(String name) {
    return NormalizedText.of(name).replace(" ", "");
  }

  private static Ubigeo load() {
    Ubigeo known = new Ubigeo();
    for (TextTable.Row row : TextTable.shipped("geography/provinces.csv").rows()) {
      String code = row.text("province");
      known.add(code.substring(0, 2), code, row.text("name"));
    }

    for (TextTable.Row row : TextTable.shipped("geography/districts.csv").rows()) {
      String code = row.text("district");
      known.add(code.substring(0, 4), code, row.text("name"));
    }

    return known;
  }

  private void add(String parent, String code, String name) {
    names.put(code, name);
    codes.put(parent + letters(name), code);
  }
}
