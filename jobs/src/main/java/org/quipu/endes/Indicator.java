package org.quipu.endes;

import java.util.List;
import java.util.Map;
import org.quipu.UserException;
import org.quipu.file.ShippedData;

/**
 * An indicator as {@code data/indicators.yaml} declares it: yes or no for each woman of its
 * universe.
 *
 * @param ineiTable INEI's table of the indicator; empty where there is none
 * @param any true where a column holds one of the codes
 * @param anyOf true where one of these indicators is
 */
public record Indicator(
    String name,
    String labelEs,
    String labelEn,
    String ineiTable,
    String universe,
    List<Codes> any,
    List<String> anyOf) {

  /** Columns and the codes that count as yes. */
  public record Codes(List<String> columns, List<Integer> codes) {}

  /** Who is asked. */
  public record Universe(
      String labelEs, String labelEn, List<Condition> all, List<Condition> otherwise) {}

  /** A condition on one column: one of the codes, a range, or answered at all. */
  public record Condition(
      String column, List<Integer> codes, Integer from, Integer to, Boolean answered) {
    boolean holds(double value) {
      if (Double.isNaN(value)) {
        return false;
      }

      boolean coded = codes == null || codes.contains((int) value);
      return coded && (from == null || value >= from) && (to == null || value <= to);
    }
  }

  /** The file. */
  record Declarations(Map<String, Universe> universes, List<Indicator> indicators) {}

  private static final Declarations DECLARED =
      ShippedData.yaml("indicators.yaml", Declarations.class);

  public Indicator {
    ineiTable = ineiTable == null ? "" : ineiTable;
    any = any == null ? List.of() : List.copyOf(any);
    anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
  }

  /** All indicators, in the order of the file. */
  public static List<Indicator> all() {
    return DECLARED.indicators;
  }

  /** The indicator of this name; an unknown one is the user's error. */
  public static Indicator of(String name) {
    return DECLARED.indicators.stream()
        .filter(indicator -> indicator.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "no indicator '%s' in data/indicators.yaml; it has %s"
                        .formatted(
                            name,
                            String.join(", ", all().stream().map(Indicator::name).toList()))));
  }

  /** Who is asked. */
  public Universe asked() {
    return DECLARED.universes.get(universe);
  }
}
