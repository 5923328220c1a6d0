package org.quipu.endes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.quipu.NormalizedText;

/**
 * Converts a file's codes to the harmonised ones by the rules of the dictionary, separated by
 * {@code ;}. The first rule that fits is applied, and a code that fits none is missing; without
 * rules every value is kept. {@code 1=2} converts a code, {@code 1-5=*} keeps a range, {@code
 * /quechua/=2} converts a code whose value label in the file, in lower case without accents,
 * contains the expression. If the file has labels for the variable, only rules on labels are
 * applied.
 */
final class Recode {
  /** The conversion for one file. */
  interface Values extends Serializable {
    /** The harmonised value; NaN if missing. */
    double of(double code);
  }

  private record Range(double from, double to, Double becomes) implements Serializable {
    boolean holds(double code) {
      return code >= from && code <= to;
    }
  }

  private record LabelRule(Pattern label, double becomes) {}

  private final List<Range> ranges = new ArrayList<>();
  private final List<LabelRule> labelRules = new ArrayList<>();

  private Recode() {}

  static Recode parse(String rules) {
    Recode recode = new Recode();
    for (String rule : rules.isEmpty() ? List.<String>of() : List.of(rules.split(";", -1))) {
      int equals = rule.lastIndexOf('=');
      String from = rule.substring(0, equals).strip();
      String to = rule.substring(equals + 1).strip();
      if (from.startsWith("/")) {
        Pattern label = Pattern.compile(from.substring(1, from.length() - 1));
        recode.labelRules.add(new LabelRule(label, Double.parseDouble(to)));
      } else {
        String[] ends = from.split("-", -1);
        recode.ranges.add(
            new Range(
                Double.parseDouble(ends[0]),
                Double.parseDouble(ends[ends.length - 1]),
                to.equals("*") ? null : Double.valueOf(to)));
      }
    }

    return recode;
  }

  /** Whether the codes cannot be converted without the value labels of the file. */
  boolean needsLabels() {
    return !labelRules.isEmpty() && ranges.isEmpty();
  }

  /**
   * The recode for one file.
   *
   * @param labels the file's value labels of the variable, by code
   */
  Values forFile(Map<String, String> labels) {
    if (!labelRules.isEmpty() && !labels.isEmpty()) {
      Map<Double, Double> codes = new HashMap<>();
      labels.forEach((code, label) -> byLabel(codes, code, label));
      return (Values & Serializable) code -> codes.getOrDefault(code, Double.NaN);
    }

    if (ranges.isEmpty()) {
      return labelRules.isEmpty() ? code -> code : code -> Double.NaN;
    }

    List<Range> fixed = List.copyOf(ranges);
    return code -> {
      for (Range range : fixed) {
        if (range.holds(code)) {
          return range.becomes == null ? code : range.becomes;
        }
      }

      return Double.NaN;
    };
  }

  private void byLabel(Map<Double, Double> codes, String code, String label) {
    String words = NormalizedText.of(label).toLowerCase(Locale.ROOT);
    for (LabelRule rule : labelRules) {
      if (rule.label.matcher(words).find()) {
        try {
          codes.put(Double.valueOf(code), rule.becomes);
        } catch (NumberFormatException e) {
          return;
        }

        return;
      }
    }
  }
}
