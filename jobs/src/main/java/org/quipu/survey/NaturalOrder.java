package org.quipu.survey;

import java.util.Comparator;
import java.util.List;

/** The order of codes that readers expect: 9 before 10, and text after numbers. */
public final class NaturalOrder {
  /** Single codes. */
  public static final Comparator<String> ORDER =
      Comparator.<String>comparingDouble(NaturalOrder::number)
          .thenComparing(Comparator.naturalOrder());

  /** Lists of codes, code by code. */
  public static final Comparator<List<String>> LISTS =
      (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
          int order = ORDER.compare(a.get(i), b.get(i));
          if (order != 0) {
            return order;
          }
        }

        return Integer.compare(a.size(), b.size());
      };

  private NaturalOrder() {}

  private static double number(String code) {
    boolean digits = !code.isEmpty() && code.length() < 16;
    for (int i = 0; i < code.length() && digits; i++) {
      digits = Character.isDigit(code.charAt(i));
    }

    return digits ? Double.parseDouble(code) : Double.POSITIVE_INFINITY;
  }
}
