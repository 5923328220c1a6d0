package org.quipu.study;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.association.TestFamily;
import org.quipu.endes.Indicator;

/** The families of indicators in which questions are tested. */
public final class Families {
  /**
   * The indicators of the question, declared before any is looked at: the forms of violence in the
   * last 12 months first, then ever.
   */
  public static final List<String> DECLARED =
      Stream.of(Indicator.Period.LAST_12_MONTHS, Indicator.Period.EVER)
          .flatMap(period -> Indicator.summaries(period).stream())
          .toList();

  private Families() {}

  /** The family of an indicator of ENDES. */
  public static TestFamily of(String indicator) {
    return switch (Indicator.of(indicator).period()) {
      case LAST_12_MONTHS -> TestFamily.LAST_12_MONTHS;
      case EVER -> TestFamily.EVER;
    };
  }

  /** The declared indicators among these, in the order in which they were declared. */
  public static List<String> declaredAmong(Set<String> indicators) {
    return DECLARED.stream().filter(indicators::contains).toList();
  }
}
