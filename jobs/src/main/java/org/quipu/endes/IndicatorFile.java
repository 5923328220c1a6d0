package org.quipu.endes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.Coded;
import org.quipu.UserException;
import org.quipu.endes.Indicator.Better;
import org.quipu.endes.Indicator.Codes;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Kind;
import org.quipu.endes.Indicator.Period;
import org.quipu.endes.Indicator.Universe;
import org.quipu.file.ShippedData;

/** The file {@code data/indicators.yaml} as it is written. */
record IndicatorFile(Map<String, Universe> universes, List<Entry> entries) {
  private static final String NAME = "indicators.yaml";

  /** The file's own keys. */
  record Yaml(Map<String, Universe> universes, List<Entry> indicators) {}

  /** One indicator as it is written; what is not there is null. */
  record Entry(
      String name,
      String kind,
      String form,
      String period,
      String labelEs,
      String labelEn,
      String ineiTable,
      String universe,
      List<Codes> any,
      List<String> anyOf,
      String better) {}

  static IndicatorFile shipped() {
    Yaml yaml = ShippedData.yaml(NAME, Yaml.class);
    return new IndicatorFile(yaml.universes, yaml.indicators);
  }

  /**
   * The indicators, in their order.
   *
   * @throws UserException if an entry is incomplete, names something unknown or repeats another
   */
  List<Indicator> indicators() {
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    Set<List<Coded>> summaries = new HashSet<>();
    for (Entry entry : entries) {
      String name = required(entry, "name", entry.name);
      Indicator indicator = indicator(entry, indicators.keySet());
      if (indicators.put(name, indicator) != null) {
        throw wrong(where(entry) + " twice", "each name once", "Rename one of them.");
      }

      if (indicator.kind() == Kind.SUMMARY
          && !summaries.add(List.of(indicator.form(), indicator.period()))) {
        throw wrong(
            "%s, a second summary of form %s and period %s"
                .formatted(where(entry), entry.form, entry.period),
            "one summary of each form and period",
            "Give it the kind " + Kind.OTHER.code() + ".");
      }
    }

    return List.copyOf(indicators.values());
  }

  private Indicator indicator(Entry entry, Set<String> above) {
    String universe = required(entry, "universe", entry.universe);
    if (!universes.containsKey(universe)) {
      throw wrong(
          where(entry) + " with universe '" + universe + "'",
          "one of " + String.join(", ", universes.keySet()),
          "Correct it or declare the universe.");
    }

    List<Codes> any = entry.any == null ? List.of() : List.copyOf(entry.any);
    List<String> anyOf = entry.anyOf == null ? List.of() : List.copyOf(entry.anyOf);
    if (any.isEmpty() && anyOf.isEmpty()) {
      throw wrong(where(entry) + " without a definition", "any or any_of", "Add one of them.");
    }

    anyOf.stream()
        .filter(part -> !above.contains(part))
        .findFirst()
        .ifPresent(
            part -> {
              throw wrong(
                  where(entry) + " with '" + part + "' in any_of",
                  "indicators that are declared above it",
                  "Correct the name or move the entry down.");
            });
    return new Indicator(
        entry.name,
        coded(entry, "kind", entry.kind, Kind.class),
        coded(entry, "form", entry.form, Form.class),
        coded(entry, "period", entry.period, Period.class),
        required(entry, "label_es", entry.labelEs),
        required(entry, "label_en", entry.labelEn),
        entry.ineiTable == null ? "" : entry.ineiTable,
        universes.get(universe),
        any,
        anyOf,
        entry.better == null ? Better.LOWER : coded(entry, "better", entry.better, Better.class));
  }

  private static String required(Entry entry, String key, String value) {
    if (value == null || value.isBlank()) {
      throw wrong(where(entry) + " without " + key, "a " + key, "Add it.");
    }

    return value;
  }

  private static <E extends Enum<E> & Coded> E coded(
      Entry entry, String key, String code, Class<E> type) {
    String codes =
        Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    if (code == null) {
      throw wrong(where(entry) + " without " + key, "one of " + codes, "Add it.");
    }

    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    where(entry) + " with " + key + " '" + code + "'",
                    "one of " + codes,
                    "Correct it."));
  }

  private static String where(Entry entry) {
    return "the indicator " + (entry.name == null ? "without a name" : entry.name);
  }

  /** What is wrong with the file. */
  static UserException wrong(String found, String expected, String doThis) {
    return UserException.input("data/" + NAME, found, expected, doThis);
  }
}
