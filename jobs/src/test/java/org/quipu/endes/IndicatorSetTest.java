package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** INEI's definitions: which answers count as violence, and who is asked. */
class IndicatorSetTest {
  private static final Set<String> ALL = new HashSet<>(Dictionary.columns());

  @ParameterizedTest
  @CsvSource({
    // code of D105A, ever, last 12 months: 3 is labelled "Nunca" and means: not in the last 12
    // months
    "0, false, false",
    "1, true, true",
    "2, true, true",
    "3, true, false",
    "4, true, false",
    "9, false, false",
    ", false, false",
  })
  void countsAnAnswerOnPhysicalViolence(Double code, boolean ever, boolean lastYear) {
    double[] woman = asked();
    set(woman, "d105a", code == null ? Double.NaN : code);

    assertThat(value(woman, "partner_violence_physical_ever")).isEqualTo(ever);
    assertThat(value(woman, "partner_violence_physical_12m")).isEqualTo(lastYear);
    assertThat(value(woman, "partner_violence_any_ever")).isEqualTo(ever);
    assertThat(value(woman, "partner_violence_physical_or_sexual_12m")).isEqualTo(lastYear);
    assertThat(value(woman, "partner_violence_sexual_ever")).isFalse();
  }

  @Test
  void saysWhoStandsInWhereTheUniverseCannotBeIdentified() {
    Set<String> withoutUnion = new HashSet<>(ALL);
    withoutUnion.removeAll(List.of("union_status", "violence_selected"));

    assertThat(new IndicatorSet(ALL).standIns()).isEmpty();
    assertThat(new IndicatorSet(withoutUnion).standIns())
        .containsExactly(
            "\"Women aged 15-49 ever in union, interviewed in the violence module\" cannot be"
                + " identified without violence_selected, union_status: women with an answer to"
                + " d105a stand in for them");
  }

  @Test
  void countsAThreatWithAWeaponAsPhysical() {
    double[] woman = asked();
    set(woman, "d105f", 2);

    assertThat(value(woman, "partner_violence_physical_ever")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false", "8, false", "9, false"})
  void countsControlAsPsychologicalOnlyWhereSheSaysYes(double code, boolean expected) {
    double[] woman = asked();
    set(woman, "d101d", code);

    assertThat(value(woman, "partner_violence_psychological_ever")).isEqualTo(expected);
  }

  @Test
  void datesControlByTheQuestionsOnTheLastYear() {
    double[] woman = asked();
    set(woman, "d101a", 1);
    assertThat(value(woman, "partner_violence_psychological_12m")).isFalse();

    set(woman, "qi1003an", 2);
    assertThat(value(woman, "partner_violence_psychological_12m")).isTrue();

    set(woman, "qi1003an", 3);
    assertThat(value(woman, "partner_violence_psychological_12m")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "violence_selected, 0",
    "violence_selected, 2",
    "union_status, 0",
    "age, 14",
    "age, 50",
    "violence_selected, ",
  })
  void isMissingOutsideTheUniverse(String column, Double code) {
    double[] woman = asked();
    set(woman, "d105a", 1);
    set(woman, column, code == null ? Double.NaN : code);

    assertThat(value(woman, "partner_violence_physical_ever")).isNull();
  }

  @Test
  void asksWomenFormerlyInUnionAboutTheLastYearToo() {
    double[] woman = asked();
    set(woman, "union_status", 2);
    set(woman, "d105h", 1);

    assertThat(value(woman, "partner_violence_sexual_12m")).isTrue();
  }

  @Test
  void takesTheAnsweredWomenWhereSelectionAndUnionAreNotInTheFiles() {
    Set<String> present = new HashSet<>(ALL);
    present.remove("violence_selected");
    double[] woman = asked();
    set(woman, "violence_selected", Double.NaN);
    set(woman, "d105b", 3);

    assertThat(value(woman, "partner_violence_physical_ever", present)).isNull();
    set(woman, "d105a", 0);
    assertThat(value(woman, "partner_violence_physical_ever", present)).isTrue();
  }

  @Test
  void leavesOutAnItemThatTheFilesLackAndSaysSo() {
    Set<String> present = new HashSet<>(ALL);
    present.remove("d105g");

    IndicatorSet indicators = new IndicatorSet(present);

    assertThat(indicators.lacking().get("partner_violence_physical_ever")).containsExactly("d105g");
    assertThat(indicators.lacking().get("partner_violence_any_ever")).containsExactly("d105g");
    assertThat(indicators.lacking()).doesNotContainKey("partner_violence_sexual_ever");
    assertThat(indicators.absent())
        .containsExactlyInAnyOrder(
            "partner_violence_act_attacked_weapon_ever",
            "partner_violence_act_attacked_weapon_12m");
  }

  @Test
  void countsAsHelpOfInstitutionsThatSheDidNotSayNone() {
    double[] woman = asked();
    set(woman, "d119y", 1);
    set(woman, "s1023az", 0);
    assertThat(value(woman, "help_sought_institution")).isTrue();

    set(woman, "d119y", Double.NaN);
    assertThat(value(woman, "help_sought_institution")).isNull();
  }

  @Test
  void aWomanWithoutAnyAnswerToAModuleIsMissingAndNotWithoutViolence() {
    Set<Integer> module = new HashSet<>();
    for (String column : List.of("d101a", "d103a", "d105a", "d105b", "d105h", "d119y")) {
      module.add(Dictionary.index(column));
    }

    for (String form : List.of("any", "psychological", "physical", "sexual")) {
      String indicator = "partner_violence_" + form + "_ever";
      assertThat(value(asked(), indicator, ALL, module)).as(indicator).isNull();
      assertThat(value(asked(), indicator)).as("a missing answer beside others").isFalse();
    }
  }

  @Test
  void oneModuleWithoutAnswersSaysNothingOfTheOther() {
    Set<Integer> institutions = Set.of(Dictionary.index("s1023aa"), Dictionary.index("s1023az"));
    double[] woman = asked();
    set(woman, "d119y", 0);
    set(woman, "help_close_persons", 1);
    assertThat(value(woman, "help_sought_close_persons", ALL, institutions)).isTrue();
    assertThat(value(woman, "help_sought_institution", ALL, institutions)).isNull();
    assertThat(value(woman, "help_sought_institution")).isFalse();
  }

  @Test
  void declaresEachIndicatorOfTheContractOnce() {
    List<String> names = Indicator.all().stream().map(Indicator::name).toList();

    assertThat(names).doesNotHaveDuplicates();
    for (String form :
        List.of("any", "psychological", "physical", "sexual", "physical_or_sexual")) {
      assertThat(names)
          .contains("partner_violence_" + form + "_ever", "partner_violence_" + form + "_12m");
    }
  }

  private static double[] asked() {
    double[] woman = new double[Dictionary.columns().size()];
    Arrays.fill(woman, Double.NaN);
    set(woman, "violence_selected", 1);
    set(woman, "union_status", 1);
    set(woman, "age", 30);
    return woman;
  }

  private static void set(double[] woman, String column, double value) {
    woman[Dictionary.index(column)] = value;
  }

  private static Boolean value(double[] woman, String indicator) {
    return value(woman, indicator, ALL);
  }

  private static Boolean value(double[] woman, String indicator, Set<String> present) {
    return value(woman, indicator, present, Set.of());
  }

  private static Boolean value(
      double[] woman, String indicator, Set<String> present, Set<Integer> unanswered) {
    List<String> names = Indicator.all().stream().map(Indicator::name).toList();
    return new IndicatorSet(present).of(woman, unanswered)[names.indexOf(indicator)];
  }
}
