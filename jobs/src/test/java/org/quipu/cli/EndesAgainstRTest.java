package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.SharedData;
import org.quipu.endes.ClusterCounts;
import org.quipu.file.Source;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;
import org.quipu.store.Agreement;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.RegressionRow;
import org.quipu.store.RegressionTestRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.quality.QualityMark;

/** From INEI's files to prevalence, through the commands, against R's survey package. */
class EndesAgainstRTest {
  @TempDir Path dir;

  @Test
  void equalsEveryEstimateOfROnTheDesignOf2018() {
    Path results = SharedData.require("data/endes-2018-simulated-answers/r-survey-results.csv");
    Path store = RealSurveys.copy(dir.resolve("store"), 2018);

    CommandRun.of("prevalence", "--store", store, "--by", "national,region,residence").succeeds();

    Map<String, PrevalenceRow> rows = prevalence(store);
    int compared = 0;
    // R survey 4.1-1, svyby over the full design, lonely clusters "certainty"
    try (TableReader r =
        TableFile.open(
            Source.file(results), List.of("by", "domain", "form", "n", "percent", "se"))) {
      while (r.next()) {
        PrevalenceRow row =
            rows.get(
                key(
                    r.text(0),
                    domain(r.text(0), r.text(1)),
                    "partner_violence_" + r.text(2) + "_ever"));
        assertThat(row.n()).isEqualTo((long) r.number(3));
        assertThat(row.percent()).isCloseTo(r.number(4), relative(r.number(4)));
        assertThat(row.standardError()).isCloseTo(r.number(5), relative(r.number(5)));
        compared++;
      }
    }

    assertThat(compared).isEqualTo(112);
  }

  @Test
  void equalsROnTheRealAnswersOf2020() {
    Path store = RealSurveys.copy(dir.resolve("store"), 2020);

    assertThat(RealSurveys.messages())
        .contains("the household's weight HV005 stands in for the woman's V005V");
    CommandRun.of(
            "prevalence",
            "--store",
            store,
            "--indicator",
            "partner_violence_physical_ever",
            "partner_violence_sexual_ever")
        .succeeds();

    Map<String, PrevalenceRow> rows = prevalence(store);
    // R survey 4.1-1: svydesign(~HV001, strata = ~HV022, weights = ~HV005, nest = TRUE) over all
    // 27,922 women,
    // svymean of D105A-F > 0 where D105A is answered
    PrevalenceRow country = rows.get(key("national", "00", "partner_violence_physical_ever"));
    assertThat(country.percent()).isCloseTo(28.38400280, within(5e-9));
    assertThat(country.standardError()).isCloseTo(0.54894626, within(5e-9));
    assertThat(country.n()).isEqualTo(19_290);
    // clusters of the women asked; degf(subset(design, !is.na(D105A))) is 2971
    assertThat(country.psus()).isEqualTo(3_219);
    assertThat(country.df()).isEqualTo(2_971);
    assertThat(country.strata()).isEqualTo(248);
    assertThat(country.quality()).hasToString("very_good;partial;household_weight");
    assertSame(rows, "01", 20.33752522, 1.61966520);
    assertSame(rows, "02", 25.09816380, 2.24723626);
    assertSame(rows, "03", 37.99736975, 2.39489685);
    PrevalenceRow sexual = rows.get(key("national", "00", "partner_violence_sexual_ever"));
    assertThat(sexual.percent()).isCloseTo(6.03966052, within(5e-9));
    assertThat(sexual.standardError()).isCloseTo(0.27626461, within(5e-9));
    assertThat(sexual.quality()).hasToString("very_good;household_weight");
    weighsByTheEligibleWomenOfTheHousehold(store);
    remade(store, "national");
    assertThat(remade(store, "national,region", "province"))
        .as("provinces after their regions are judged as with them")
        .isEqualTo(remade(store, "national,region,province"));
    theCompleteModuleOf2020GivesRsRegionsAndIneisFigures();
  }

  /**
   * One woman of a household is asked. R survey 4.1-1 with the weight times the women of 15 to 49
   * years among the household's members (RECH1: HV104 2, HV105).
   */
  private static void weighsByTheEligibleWomenOfTheHousehold(Path store) {
    CommandRun.of(
            "prevalence",
            "--store",
            store,
            "--indicator",
            "partner_violence_physical_ever",
            "--weight",
            "eligible-women")
        .succeeds();

    PrevalenceRow country =
        prevalence(store).get(key("national", "00", "partner_violence_physical_ever"));
    assertThat(country.percent()).isCloseTo(29.5666042740834, within(1e-10));
    assertThat(country.standardError()).isCloseTo(0.618332569893232, within(1e-10));
    assertThat(country.quality().has(QualityMark.ELIGIBLE_WOMEN_WEIGHT)).isTrue();
    assertThat(Store.existing(store.toString()).manifest("prevalence").orElseThrow().options())
        .containsEntry("weight", "eligible-women");
  }

  /**
   * V005V is blank for women interviewed by telephone. R survey 4.1-1 over the women who have it:
   * svydesign(~V001, strata = ~V022, weights = ~V005V, nest = TRUE), lonely clusters "certainty".
   */
  private void theCompleteModuleOf2020GivesRsRegionsAndIneisFigures() {
    Path results = SharedData.require("data/endes-2020-complete/r-results-by-region.csv");
    Path store = dir.resolve("complete");
    RealSurveys.ingestComplete2020(store);

    CommandRun validate = CommandRun.of("validate", "--store", store).succeeds();

    Store tables = Store.existing(store.toString());
    assertThat(tables.manifest("women/year=2020").orElseThrow().notes())
        .contains(
            "15377 women without a weight above 0 (interviewed by telephone, or not about violence)"
                + " are not in the design");
    Map<String, PrevalenceRow> rows = prevalence(store);
    int compared = 0;
    for (CsvTable.Row r : CsvTable.read(results).rows().toList()) {
      for (String form : List.of("any", "psychological", "physical", "sexual")) {
        PrevalenceRow row =
            rows.get(key("region", r.text("region_code"), "partner_violence_" + form + "_ever"));
        assertThat(row.n()).isEqualTo((long) r.number("n"));
        assertThat(row.percent()).isCloseTo(r.number(form), relative(r.number(form)));
        assertThat(row.standardError())
            .isCloseTo(r.number("se." + form), relative(r.number("se." + form)));
        compared += 2;
      }
    }

    assertThat(compared).isEqualTo(200);
    // INEI, series anuales and budget programmes: 54.8, 50.1, 27.1, 6.0 and 8.8 %
    assertThat(validate.out())
        .contains(
            "5 of 5 published figures compared are equal to the digits printed.", "0 more lie");
    assertThat(tables.read(Table.VALIDATION))
        .filteredOn(row -> row.verdict() == Agreement.EQUAL)
        .extracting(row -> row.published())
        .containsExactlyInAnyOrder(54.8, 50.1, 27.1, 6.0, 8.8);
    assertThat(
            ClusterCounts.giveTheEstimatesOfTheWomen(
                tables,
                List.of(2020),
                List.of("partner_violence_any_ever", "partner_violence_physical_12m")))
        .isPositive();
    theRegressionOf2020EqualsR(store);
    theCalibratedLevelsOf2020EqualR(store);
  }

  /**
   * Totals near those of the weights, by age and residence. R survey 4.1-1 on the same design, with
   * weights brought to 8,650,001 women: calibrate(d, ~age_group + residence, calfun = "logit",
   * bounds = c(0.85, 1.25)), svymean of the women asked.
   */
  private void theCalibratedLevelsOf2020EqualR(Path store) {
    String[] ages = {"15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49"};
    int[] women = {1_027_923, 1_312_426, 1_469_996, 1_521_116, 1_333_227, 1_175_047, 810_266};
    StringBuilder totals = new StringBuilder("variable,level,total\n");
    for (int i = 0; i < ages.length; i++) {
      totals.append("age_group,").append(ages[i]).append(',').append(women[i]).append('\n');
    }
    totals.append("residence,1,6963117\nresidence,2,1686884\n");
    Path file = write(dir.resolve("totals.csv"), totals.toString());

    CommandRun run =
        CommandRun.of(
                "prevalence",
                "--store",
                store,
                "--indicator",
                "partner_violence_physical_ever",
                "--year",
                2020,
                "--calibrate",
                file,
                "--calibration-method",
                "logit",
                "--calibration-bounds",
                "0.85,1.25")
            .succeeds();

    assertThat(run.err()).contains("2020: weights of 12,545 rows calibrated in ");
    Map<String, PrevalenceRow> rows = prevalence(store);
    PrevalenceRow country = rows.get(key("national", "00", "partner_violence_physical_ever"));
    assertThat(country.percent()).isCloseTo(27.053217258658, within(1e-10));
    assertThat(country.standardError()).isCloseTo(0.763603081012363, within(1e-10));
    assertThat(country.n()).isEqualTo(10_359);
    assertSame(rows, "01", 22.1702820412447, 2.80265676351143);
    assertSame(rows, "02", 23.9611610431435, 2.90742912703956);
    assertSame(rows, "15", 26.2747884187929, 1.70362509069806);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * R survey 4.1-1 on the same design: svyglm(physical ~ age_group + factor(residence) +
   * factor(wealth), family = quasibinomial()), regTermTest.
   */
  private static void theRegressionOf2020EqualsR(Path store) {
    CommandRun.of(
            "regress",
            "--store",
            store,
            "--model",
            "partner_violence_physical_ever ~ age_group + residence + wealth")
        .succeeds();

    Store tables = Store.existing(store.toString());
    double[][] expected = {
      {-2.1894389512176855, 0.268785159890634, 8.45234090312424e-16},
      {1.0876554406370853, 0.281584412260754, 1.17446326985920e-04},
      {1.2150652066099095, 0.270709753378458, 7.78022180303744e-06},
      {1.3758235800856116, 0.273673469301849, 5.63803312068630e-07},
      {1.3377472462524556, 0.271822985388827, 9.64207325096294e-07},
      {1.7326460049168926, 0.279500455402136, 7.51479930919463e-10},
      {1.849852979114205, 0.282341483728395, 8.04054569179603e-11},
      {-0.2350205129051783, 0.111323833650075, 3.49419758398860e-02},
      {0.0977178177033168, 0.119497439696464, 4.13648887276960e-01},
      {-0.1331033275508876, 0.139925990964452, 3.41650985967128e-01},
      {-0.2190127447355521, 0.150054935549266, 1.44644437715783e-01},
      {-0.5556660676508913, 0.174716874984682, 1.50399297459021e-03},
    };
    List<RegressionRow> rows = tables.read(Table.REGRESSION);
    assertThat(rows).hasSameSizeAs(expected).allMatch(row -> row.df() == 1361);
    for (int j = 0; j < expected.length; j++) {
      assertThat(rows.get(j).estimate()).isCloseTo(expected[j][0], relative(expected[j][0]));
      assertThat(rows.get(j).standardError()).isCloseTo(expected[j][1], relative(expected[j][1]));
      assertThat(rows.get(j).pValue()).isCloseTo(expected[j][2], relative(expected[j][2]));
    }

    assertThat(tables.read(Table.REGRESSION_TEST))
        .extracting(RegressionTestRow::f)
        .satisfiesExactly(
            f -> assertThat(f).isCloseTo(10.6967171605969, relative(10.7)),
            f -> assertThat(f).isCloseTo(4.456924036777945, relative(4.5)),
            f -> assertThat(f).isCloseTo(5.07099462198728, relative(5.1)));
  }

  /** The table of prevalence after these calls; one of another scheme first clears it. */
  private static List<PrevalenceRow> remade(Path store, String... calls) {
    List<Object> words = new ArrayList<>(List.of("prevalence", "--store", store));
    words.addAll(List.of("--indicator", "partner_violence_physical_ever", "--by"));
    for (String call : calls) {
      words.add(call);
      CommandRun.of(words.toArray()).succeeds();
      words.remove(call);
    }

    List<PrevalenceRow> rows = Store.existing(store.toString()).read(Table.PREVALENCE);
    words.addAll(List.of("national", "--quality", "dhs"));
    CommandRun.of(words.toArray()).succeeds();
    return rows;
  }

  private static void assertSame(
      Map<String, PrevalenceRow> rows, String region, double percent, double se) {
    PrevalenceRow row = rows.get(key("region", region, "partner_violence_physical_ever"));
    assertThat(row.percent()).isCloseTo(percent, within(5e-9));
    assertThat(row.standardError()).isCloseTo(se, within(5e-9));
  }

  private static Map<String, PrevalenceRow> prevalence(Path store) {
    Map<String, PrevalenceRow> rows = new HashMap<>();
    Store.existing(store.toString())
        .read(Table.PREVALENCE)
        .forEach(row -> rows.put(key(row.by(), row.domain(), row.indicator()), row));
    return rows;
  }

  private static String key(String by, String domain, String indicator) {
    return by + " " + domain + " " + indicator;
  }

  private static String domain(String by, String code) {
    return switch (by) {
      case "national" -> "00";
      case "region" -> code.length() == 1 ? "0" + code : code;
      default -> code;
    };
  }

  private static Offset<Double> relative(double value) {
    return within(1e-9 * Math.abs(value));
  }
}
