package org.quipu.endes;

import java.util.List;
import java.util.Optional;
import org.quipu.Coded;
import org.quipu.UserException;

/**
 * An indicator as {@code data/indicators.yaml} declares it: yes or no for each woman of its
 * universe.
 *
 * @param form of the violence that it is about
 * @param period in which the violence happened
 * @param ineiTable INEI's table of the indicator; empty where there is none
 * @param any true where a column holds one of the codes
 * @param anyOf true where one of these indicators is
 * @param better which way it should move
 */
public record Indicator(
    String name,
    Kind kind,
    Form form,
    Period period,
    String labelEs,
    String labelEn,
    String ineiTable,
    Universe universe,
    List<Codes> any,
    List<String> anyOf,
    Better better) {

  /** What an indicator tells. */
  public enum Kind implements Coded {
    /** Whether any act of a form of violence happened. There is one for each form and period. */
    SUMMARY,
    /** Whether one act happened. */
    ACT,
    /** Whether and where a woman asked for help. */
    HELP_SEEKING,
    OTHER
  }

  /** Forms of violence. */
  public enum Form implements Coded {
    ANY,
    PSYCHOLOGICAL,
    PHYSICAL,
    SEXUAL,
    PHYSICAL_OR_SEXUAL
  }

  /** When the violence happened. */
  public enum Period implements Coded {
    EVER("ever"),
    LAST_12_MONTHS("12m");

    private final String code;

    Period(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Which way an indicator should move. */
  public enum Better implements Coded {
    LOWER,
    HIGHER
  }

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

  private static final List<Indicator> DECLARED = IndicatorFile.shipped().indicators();

  /** The forms of violence that INEI publishes, all of them together first. */
  private static final List<Form> PUBLISHED =
      List.of(Form.ANY, Form.PSYCHOLOGICAL, Form.PHYSICAL, Form.SEXUAL);

  /** All indicators, in the order of the file. */
  public static List<Indicator> all() {
    return DECLARED;
  }

  /** The indicator of this name; an unknown one is the user's error. */
  public static Indicator of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new UserException(
                    "no indicator '%s' in data/indicators.yaml; it has %s"
                        .formatted(
                            name,
                            String.join(", ", all().stream().map(Indicator::name).toList()))));
  }

  /** The indicator of this name; empty where none is declared. */
  public static Optional<Indicator> find(String name) {
    return DECLARED.stream().filter(indicator -> indicator.name.equals(name)).findFirst();
  }

  /** The name of the indicator that sums up a form of violence. */
  public static String summary(Form form, Period period) {
    return DECLARED.stream()
        .filter(indicator -> indicator.kind == Kind.SUMMARY)
        .filter(indicator -> indicator.form == form && indicator.period == period)
        .map(Indicator::name)
        .findFirst()
        .orElseThrow(
            () ->
                IndicatorFile.wrong(
                    "no indicator of kind summary, form %s and period %s"
                        .formatted(form.code(), period.code()),
                    "one",
                    "Declare it."));
  }

  /**
   * The names of the indicators that sum up the forms of violence as INEI publishes them: any form,
   * psychological, physical, sexual.
   */
  public static List<String> summaries(Period period) {
    return PUBLISHED.stream().map(form -> summary(form, period)).toList();
  }

  /**
   * The name of the universe of an indicator: those that share it count the same women. One that is
   * not declared has a universe of its own.
   */
  public static String universeOf(String name) {
    return find(name).map(indicator -> indicator.universe.labelEn()).orElse(name);
  }

  /** Whether the indicator of this name is of a kind; no where none is declared. */
  public static boolean is(String name, Kind kind) {
    return find(name).filter(indicator -> indicator.kind == kind).isPresent();
  }
}
