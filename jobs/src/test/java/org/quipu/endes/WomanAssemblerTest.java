package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quipu.file.Source;

class WomanAssemblerTest {
  private static final int WOMEN = EndesModule.index("REC0111");
  private static final int VIOLENCE = EndesModule.index("REC84DV");
  private static final int HOUSEHOLDS = EndesModule.index("RECH0");
  private static final Key HOUSEHOLD = new Key(1, 15, 1, Key.HOUSEHOLD);

  private final YearReport report = new YearReport();
  private final List<double[]> women = new ArrayList<>();
  private final List<Set<Integer>> unanswered = new ArrayList<>();
  private final WomanAssembler assembler =
      new WomanAssembler(
          new YearPlan(
              2018,
              WOMEN,
              WeightKind.WOMAN,
              false,
              List.of(
                  plan(WOMEN, "weight", "stratum", "region"),
                  plan(VIOLENCE, "d105a"),
                  plan(HOUSEHOLDS, "ubigeo"))),
          report,
          (key, row, none) -> {
            women.add(row);
            unanswered.add(none);
          });

  @Test
  void bringsAWomansModulesAndHerHouseholdTogether() {
    assembler.accept(HOUSEHOLD, HOUSEHOLDS, new double[] {150101});
    assembler.accept(HOUSEHOLD.member(2), WOMEN, new double[] {146823, 3, 15});
    assembler.accept(HOUSEHOLD.member(2), VIOLENCE, new double[] {1});
    assembler.finish();

    assertThat(women).hasSize(1);
    assertThat(women.get(0)[Dictionary.index("d105a")]).isEqualTo(1);
    assertThat(women.get(0)[Dictionary.index("ubigeo")]).isEqualTo(150101);
    assertThat(women.get(0)[Dictionary.index("cluster")]).as("from the key").isEqualTo(1);
    assertThat(report.notes(WeightKind.WOMAN)).isEmpty();
  }

  @Test
  void keepsAWomanWhoWasNotAskedAboutViolence() {
    assembler.accept(HOUSEHOLD.member(1), WOMEN, new double[] {1, 3, 1});
    assembler.accept(HOUSEHOLD.member(2), WOMEN, new double[] {1, 3, 1});
    assembler.accept(HOUSEHOLD.member(2), VIOLENCE, new double[] {1});
    assembler.finish();

    assertThat(women).hasSize(2);
    assertThat(women.get(0)[Dictionary.index("d105a")]).as("nothing of the next woman's").isNaN();
    assertThat(unanswered.get(0))
        .containsExactlyInAnyOrder(Dictionary.index("d105a"), Dictionary.index("ubigeo"));
    assertThat(unanswered.get(1)).containsExactly(Dictionary.index("ubigeo"));
    assertThat(report.notes(WeightKind.WOMAN)).isEmpty();
    assertThat(report.faults())
        .containsExactly(
            "RECH0: no answers of 2 of the 2 women interviewed (100.0 %; Amazonas 100.0 %); they"
                + " count as missing");
  }

  /** Of women selected, interviewed and of 15 to 49 years; those ever in union have answers too. */
  @Test
  void countsSelectedWomenWithoutARowOrAnAnswer() {
    YearReport selected = new YearReport();
    WomanAssembler women =
        new WomanAssembler(
            new YearPlan(
                2018,
                WOMEN,
                WeightKind.WOMAN,
                false,
                List.of(
                    plan(WOMEN, "weight", "stratum", "region", "age", "violence_selected"),
                    plan(EndesModule.index("RE516171"), "union_status"),
                    plan(VIOLENCE, "d105a"))),
            selected,
            (key, row, none) -> {});
    int line = 0;
    double[][] ageSelectedUnion = {
      {30, 1, 1}, {30, 1, 2}, {30, 1, 0}, {30, 0, 1}, {30, 2, 1}, {13, 1, 1}
    };
    for (double[] answers : new double[][] {null, {Double.NaN}, {0}}) {
      for (double[] woman : ageSelectedUnion) {
        Key key = HOUSEHOLD.member(++line);
        women.accept(key, WOMEN, new double[] {7, 3, 1, woman[0], woman[1]});
        women.accept(key, EndesModule.index("RE516171"), new double[] {woman[2]});
        if (answers != null) {
          women.accept(key, VIOLENCE, answers);
        }
      }
    }

    women.finish();

    // without a row the first three women, with a blank row the first two
    assertThat(selected.faults())
        .containsExactly(
            "REC84DV: no answers of 5 of the 9 women selected and interviewed (55.6 %; Amazonas"
                + " 55.6 %); they count as missing");
  }

  @Test
  void countsTheEligibleWomenOfEachHousehold() {
    List<Double> eligible = new ArrayList<>();
    WomanAssembler assembler =
        new WomanAssembler(
            new YearPlan(
                2018,
                WOMEN,
                WeightKind.WOMAN,
                false,
                List.of(plan(WOMEN, "weight", "stratum", "region", "age"))),
            report,
            (key, row, none) -> eligible.add(row[Dictionary.index("eligible_women")]));
    int line = 0;
    for (double age : new double[] {14, 15, 49, 50}) {
      assembler.accept(HOUSEHOLD.member(++line), WOMEN, new double[] {1, 3, 1, age});
    }

    Key other = new Key(2, 15, 1, 1);
    assembler.accept(other, WOMEN, new double[] {1, 3, 1, 30});
    assembler.finish();

    assertThat(eligible).containsExactly(2.0, 2.0, 2.0, 2.0, 1.0);
  }

  /** Without the women's own file: one woman of a household is in that of violence. */
  @Test
  void countsTheEligibleWomenAmongTheMembersOfTheHousehold() {
    List<Double> eligible = new ArrayList<>();
    int members = EndesModule.index("RECH1");
    WomanAssembler assembler =
        new WomanAssembler(
            new YearPlan(
                2020,
                VIOLENCE,
                WeightKind.HOUSEHOLD,
                false,
                List.of(
                    plan(HOUSEHOLDS, "weight", "stratum", "region"),
                    plan(VIOLENCE, "d105a"),
                    plan(members, "sex", "age"))),
            report,
            (key, row, none) -> eligible.add(row[Dictionary.index("eligible_women")]));
    assembler.accept(HOUSEHOLD, HOUSEHOLDS, new double[] {1, 3, 1});
    assembler.accept(HOUSEHOLD.member(1), members, new double[] {1, 40});
    assembler.accept(HOUSEHOLD.member(2), VIOLENCE, new double[] {0});
    assembler.accept(HOUSEHOLD.member(2), members, new double[] {2, 39});
    assembler.accept(HOUSEHOLD.member(3), members, new double[] {2, 17});
    assembler.accept(HOUSEHOLD.member(4), members, new double[] {2, 9});
    assembler.finish();

    assertThat(eligible).containsExactly(2.0);
  }

  @Test
  void countsARepeatedKeyAndKeepsTheFirst() {
    assembler.accept(HOUSEHOLD.member(2), WOMEN, new double[] {7, 3, 1});
    assembler.accept(HOUSEHOLD.member(2), WOMEN, new double[] {8, 3, 1});
    assembler.finish();

    assertThat(women).hasSize(1);
    assertThat(women.get(0)[Dictionary.index("weight")]).isEqualTo(7);
    assertThat(report.faults()).contains("REC0111: 1 rows repeat a key; the first is kept");
  }

  @Test
  void countsAnswersWithoutAWoman() {
    assembler.accept(HOUSEHOLD.member(2), VIOLENCE, new double[] {1});
    assembler.finish();

    assertThat(women).isEmpty();
    assertThat(report.withoutWoman("REC84DV")).isEqualTo(1);
  }

  @Test
  void leavesOutAWomanWithoutWeightAndSaysSo() {
    assembler.accept(HOUSEHOLD.member(1), WOMEN, new double[] {0, 3, 1});
    assembler.accept(HOUSEHOLD.member(2), WOMEN, new double[] {Double.NaN, 3, 1});
    assembler.finish();

    assertThat(women).isEmpty();
    assertThat(report.notes(WeightKind.WOMAN))
        .contains(
            "2 women without a weight above 0 (interviews not completed) are not in the design");
  }

  @Test
  void keepsAWomanOfAnUnknownRegionInTheCountry() {
    assembler.accept(HOUSEHOLD.member(1), WOMEN, new double[] {1, 3, 26});
    assembler.finish();

    assertThat(women.get(0)[Dictionary.index("region")]).isNaN();
    assertThat(report.faults())
        .contains("1 women with an unknown region code count in the country alone");
  }

  private static ModulePlan plan(int module, String... columns) {
    List<Integer> places = Arrays.stream(columns).map(Dictionary::index).toList();
    return new ModulePlan(2018, module, Source.of("none"), List.of(columns), places, List.of());
  }
}
