package org.quipu.endes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quipu.file.TextTable;

/**
 * A file of ENDES that Quipu reads, from {@code data/endes/modules.csv}.
 *
 * @param key the column that identifies the row's unit
 * @param line the column with the member's line number; empty where the key holds it
 */
record EndesModule(String name, Unit unit, String key, String line) {
  /** What a row of the file is about. */
  enum Unit {
    WOMAN,
    HOUSEHOLD,
    MEMBER
  }

  /** The women's own module, which holds their weights and their selection. */
  static final String WOMEN = "REC0111";

  /** The module on violence, which one woman of a household is selected for. */
  static final String VIOLENCE = "REC84DV";

  private static final List<EndesModule> ALL =
      TextTable.shipped("endes/modules.csv").rows().stream()
          .map(
              row ->
                  new EndesModule(
                      row.text("module"),
                      Unit.valueOf(row.text("unit").toUpperCase(Locale.ROOT)),
                      row.text("key"),
                      row.text("line")))
          .toList();

  static List<EndesModule> all() {
    return ALL;
  }

  static EndesModule of(String name) {
    return ALL.stream().filter(module -> module.name.equals(name)).findFirst().orElseThrow();
  }

  static int index(String name) {
    return ALL.indexOf(of(name));
  }

  /**
   * The module of a file by its name without extension: {@code rec84dv}, {@code REC84DV_2023},
   * {@code REC84_DV}, {@code 2015_73_REC84DV}.
   */
  static Optional<EndesModule> ofFileName(String baseName) {
    List<String> parts = List.of(baseName.toUpperCase(Locale.ROOT).split("[^A-Z0-9]+", -1));
    String joined =
        String.join("", parts.stream().filter(part -> !part.matches("20\\d\\d")).toList());
    return ALL.stream()
        .filter(module -> joined.equals(module.name) || parts.contains(module.name))
        .findFirst();
  }
}
