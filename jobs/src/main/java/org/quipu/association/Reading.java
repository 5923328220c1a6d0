package org.quipu.association;

import java.util.Locale;
import org.quipu.association.Study.Answer;

/**
 * An answer in one plain Spanish sentence: size, interval, number of regions and tests, what could
 * have been found, and that it is no cause.
 *
 * @param indicator its name in the sentence
 * @param measure likewise
 * @param change the years of the change; empty where not known
 * @param window the years of coverage; empty where not known
 */
public record Reading(String indicator, String measure, String change, String window) {
  private static final double SIGNIFICANT = 0.05;

  /**
   * The sentence.
   *
   * @param pAdjusted p after the correction for {@code tests} tests of this method
   * @param spread of coverage between regions, by which the slope is brought to a readable unit
   */
  public String of(Answer answer, double pAdjusted, int tests, double spread) {
    boolean slope = !isCorrelation(answer.method());
    String head =
        String.format(
            Locale.ROOT,
            "Entre %d regiones, el cambio de «%s»%s y «%s»%s: ",
            answer.k(),
            indicator,
            bracketed(change),
            measure,
            bracketed(window));
    String verdict = verdict(answer, pAdjusted, slope);
    String tested =
        Double.isNaN(pAdjusted)
            ? ""
            : String.format(
                Locale.ROOT,
                "; p %s, corregido por %d %s: p %s",
                p(answer.coefficient().pValue()),
                tests,
                tests == 1 ? "prueba" : "pruebas",
                p(pAdjusted));
    return head
        + verdict
        + " ("
        + (slope ? slope(answer, spread) : correlation(answer))
        + tested
        + "). "
        + power(answer, slope, spread)
        + limits(answer.method());
  }

  private static String verdict(Answer answer, double pAdjusted, boolean slope) {
    if (!(pAdjusted < SIGNIFICANT)) {
      return "no se distingue una asociación";
    }

    boolean more = answer.coefficient().estimate() < 0;
    if (!slope) {
      return more ? "correlación negativa" : "correlación positiva";
    }

    return more
        ? "bajó más donde la cobertura fue mayor"
        : "bajó menos, o subió más, donde la cobertura fue mayor";
  }

  private static String slope(Answer answer, double spread) {
    double unit = unit(spread);
    Coefficient slope = answer.coefficient();
    return String.format(
        Locale.ROOT,
        "%s puntos porcentuales por cada %s más de cobertura, IC 95 %% de %s a %s",
        signed(slope.estimate() * unit),
        plain(unit),
        signed(slope.low() * unit),
        signed(slope.high() * unit));
  }

  private String correlation(Answer answer) {
    Coefficient r = answer.coefficient();
    return String.format(
        Locale.ROOT,
        "%s %s, IC 95 %% de %s a %s",
        switch (answer.method()) {
          case "spearman" -> "rho de Spearman";
          case "kendall" -> "tau de Kendall";
          case "pearson_disattenuated" -> "r de Pearson, descontado el error de muestreo,";
          default -> "r de Pearson";
        },
        signed(r.estimate()),
        signed(r.low()),
        signed(r.high()));
  }

  private static String power(Answer answer, boolean slope, double spread) {
    if (Double.isNaN(answer.smallestDetectable())) {
      return "";
    }

    return slope
        ? String.format(
            Locale.ROOT,
            "Con estos datos solo se habría detectado, con 80 %% de potencia, un efecto de %s puntos o más por cada %s. ",
            String.format(Locale.ROOT, "%.2f", answer.smallestDetectable() * unit(spread)),
            plain(unit(spread)))
        : String.format(
            Locale.ROOT,
            "Con %d regiones solo se habría detectado, con 80 %% de potencia, una correlación de %.2f o más. ",
            answer.k(),
            answer.smallestDetectable());
  }

  private static String limits(String method) {
    String baseline =
        method.equals("meta_regression_adjusted")
            ? "Compara regiones con igual nivel inicial. "
            : method.equals("meta_regression")
                ? "No descuenta el nivel inicial de cada región. "
                : "";
    return baseline + "Es asociación, no causa.";
  }

  static boolean isCorrelation(String method) {
    return method.startsWith("pearson") || method.equals("spearman") || method.equals("kendall");
  }

  /** The power of ten next under the spread. */
  private static double unit(double spread) {
    return spread > 0 ? Math.pow(10, Math.floor(Math.log10(spread))) : 1;
  }

  private static String bracketed(String years) {
    return years.isEmpty() ? "" : " (" + years + ")";
  }

  private static String signed(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.startsWith("-") ? "−" + text.substring(1) : "+" + text;
  }

  private static String plain(double unit) {
    return unit >= 1 ? String.format(Locale.ROOT, "%.0f", unit) : Double.toString(unit);
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
  }
}
