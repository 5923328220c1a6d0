package org.quipu.text.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.YearRange;
import org.quipu.association.AssociationAnalysis;
import org.quipu.association.AssociationSpec;
import org.quipu.association.AssociationVerdict;
import org.quipu.association.Caveat;
import org.quipu.association.CorrectedAnalysis;
import org.quipu.association.CorrectedTest;
import org.quipu.association.CoverageNotes;
import org.quipu.association.Intercept;
import org.quipu.association.Method;
import org.quipu.association.MethodResult;
import org.quipu.association.Region;
import org.quipu.association.TestFamily;
import org.quipu.math.Adjustment;
import org.quipu.math.TestedEstimate;
import org.quipu.meta.ResidualSummary;
import org.quipu.store.AssociationRow;
import org.quipu.text.Language;

class AssociationSentencesTest {
  private static final AssociationSentences SPANISH =
      new AssociationSentences(new Names(Language.SPANISH));
  private static final AssociationSentences ENGLISH =
      new AssociationSentences(new Names(Language.ENGLISH));

  private static final Method HEADLINE = Method.META_REGRESSION_EQUAL_LEVELS;

  private static final AssociationVerdict UNCLEAR = AssociationVerdict.NOT_SIGNIFICANT;

  @Test
  void saysThatNothingIsClearAndWhatCouldHaveBeenSeen() {
    AssociationRow row = row(HEADLINE, -0.0024, 0.7, 0.836, 24, UNCLEAR);

    assertThat(sentence(row))
        .startsWith(
            "Con 5 regiones de igual nivel de partida no se distingue si la prevalencia de"
                + " «violencia física, alguna vez» cambió de 2021 a 2024 de otro modo donde fue"
                + " mayor la cobertura «personas informadas por 1000 mujeres de 15 a 49 años»"
                + " (2021-2022): entre una cobertura baja (200) y una alta (400) el cambio difiere"
                + " en −0.48 puntos porcentuales (intervalo de 95\u00a0%: −2.48 a 1.52), y solo una"
                + " diferencia de 2.40 puntos o más se habría detectado 8 de cada 10 veces; p ="
                + " 0.700, y corregida por las 24 pruebas hechas p = 0.836; datos sintéticos, que"
                + " nada dicen del país; es asociación, no causa: compara regiones y no dice qué le"
                + " pasó a ninguna mujer ni por qué.");
    assertThat(ENGLISH.sentence(row, List.of(row)))
        .startsWith(
            "With 5 regions with equal initial levels, there is no clear evidence that the change"
                + " in the prevalence of \"physical violence, ever\" from 2021 to 2024 differed"
                + " where coverage (\"people informed per 1,000 women aged 15-49\" (2021-2022)) was"
                + " higher: between low coverage (200) and high coverage (400) the change differs"
                + " by −0.48 percentage points (95% interval: −2.48 to 1.52), and only a difference"
                + " of 2.40 points or more would have been detected 8 times in 10; p = 0.700,"
                + " corrected for the 24 tests made p = 0.836; synthetic data, which say nothing"
                + " about the country; this is association, not cause: it compares regions and does"
                + " not say what happened to any woman, or why.");
  }

  @Test
  void saysWhichWayAnAssociationGoes() {
    AssociationRow adjusted =
        row(Method.META_REGRESSION_ADJUSTED, -0.02, 0.0001, 0.001, 24, AssociationVerdict.NEGATIVE);
    AssociationRow rise =
        row(Method.META_REGRESSION, 0.02, 0.001, 0.01, 24, AssociationVerdict.POSITIVE);

    assertThat(sentence(adjusted))
        .contains("de igual nivel de partida, descontado su error de muestreo, ")
        .contains("bajó más (o subió menos)")
        .contains("p < 0.001, y corregida por las 24 pruebas hechas p = 0.001");
    assertThat(sentence(rise)).contains("bajó menos (o subió más)");
    assertThat(ENGLISH.sentence(rise, List.of(rise)))
        .contains("fell less (or rose more)", "association, not cause");
  }

  @Test
  void aResultThatDoesNotHoldAfterTheCorrectionIsSaidToBeOne() {
    AssociationRow slope =
        row(Method.META_REGRESSION, -0.02, 0.01, 0.2, 24, AssociationVerdict.NOT_AFTER_CORRECTION);
    AssociationRow correlation =
        row(Method.KENDALL, -0.42, 0.003, 0.078, 24, AssociationVerdict.NOT_AFTER_CORRECTION);

    assertThat(sentence(slope)).contains("no resiste la corrección por 24 pruebas");
    assertThat(ENGLISH.sentence(slope, List.of(slope)))
        .contains("but this is not significant after correction for 24 tests");
    assertThat(sentence(correlation))
        .contains(
            " y por sí sola se distinguiría de cero, pero no resiste la corrección por 24"
                + " pruebas;");
  }

  @Test
  void givesACorrelationWithoutAUnit() {
    AssociationRow row = row(Method.SPEARMAN, -0.31, 0.12, 0.12, 1, UNCLEAR);

    assertThat(sentence(row))
        .startsWith("En 5 regiones la correlación de rangos de Spearman entre el cambio de")
        .contains("es −0.31 (intervalo de 95")
        .contains("y no se distingue de cero")
        .contains("; p = 0.120;")
        .doesNotContain("puntos porcentuales");
    assertThat(sentence(row(Method.KENDALL, -0.42, 0.003, 0.01, 24, AssociationVerdict.NEGATIVE)))
        .contains(" y se distingue de cero;");
  }

  @Test
  void aCorrelationThatCannotBeEstimatedHasNoNumbers() {
    AssociationRow row =
        row(
            Method.PEARSON_DISATTENUATED,
            Double.NaN,
            0.2,
            0.2,
            1,
            AssociationVerdict.NOT_ESTIMATED);

    assertThat(sentence(row)).contains("no puede estimarse").doesNotContain("–", "NaN");
  }

  @Test
  void smallChangesKeepTheirDigits() {
    AssociationRow row =
        row(
            spec(regions(), CoverageNotes.NONE),
            Method.META_REGRESSION,
            new TestedEstimate(-6e-5, 3e-5, -1.3e-4, 6e-6, -2, 10, 0.069),
            1e-4,
            new CorrectedTest(0.069, 1, Adjustment.BENJAMINI_HOCHBERG, UNCLEAR));

    assertThat(sentence(row))
        .contains("difiere en −0.012 puntos porcentuales (intervalo de 95\u00a0%: −0.026 a 0.001)")
        .contains("una diferencia de 0.020 puntos");
  }

  @Test
  void theSlopeWithoutRegardToFirstLevelsStandsBesideTheAnswerByItsName() {
    AssociationRow answer = row(HEADLINE, -0.001, 0.42, 0.9, 24, UNCLEAR);
    AssociationRow beside =
        row(Method.META_REGRESSION_TRUNCATED, -0.0024, 0.004, 0.105, 24, UNCLEAR);
    String words =
        "; sin igualar los niveles de partida la diferencia es de −0.48 puntos"
            + " (−2.48 a 1.52; p = 0.004)";

    assertThat(SPANISH.sentence(answer, List.of(answer, beside))).contains(words);
    assertThat(SPANISH.sentence(beside, List.of(answer, beside)))
        .doesNotContain(words)
        .contains("(sin igualar su nivel de partida)");
    assertThat(SPANISH.besideInBrief(answer, beside))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith("Sin igualar el nivel de partida difiere en −0.48 puntos (IC 95")
                    .endsWith(": −2.48 a 1.52); p\u00a0=\u00a00.004."));
    assertThat(SPANISH.besideInBrief(beside, beside)).isEmpty();
  }

  @Test
  void theAnswerSaysRegressionToTheMeanTargetingAndDisclosureInASentenceEach() {
    AssociationRow answer = row(HEADLINE, -0.001, 0.42, 0.9, 24, UNCLEAR);
    AssociationRow unadjusted =
        row(Method.META_REGRESSION_TRUNCATED, -0.001, 0.42, 0.9, 24, UNCLEAR);

    assertThat(SPANISH.limits(answer)).hasSize(4);
    assertThat(sentence(answer))
        .contains(
            "Regresión a la media: ", "por eso se comparan regiones de igual nivel de partida.")
        .contains("Focalización: ", "Revelación: ", "«Alguna vez» no se puede deshacer");
    assertThat(ENGLISH.limits(answer).get(0)).startsWith("Regression to the mean: ");
    assertThat(SPANISH.limits(unadjusted).get(0)).contains("aquí no se descuenta");
  }

  @Test
  void aDifferenceThatCouldNotHaveBeenFoundIsNotSaidToHaveBeenMissed() {
    AssociationRow row = row(HEADLINE, -0.001, 0.42, 0.9, 24, UNCLEAR);

    // 0.012 points a unit of coverage, from 200 to 400
    assertThat(SPANISH.power(row))
        .hasValue(
            "Con estos datos solo una diferencia de 2.40 puntos o más se habría encontrado 8 de"
                + " cada 10 veces.");
    assertThat(ENGLISH.power(row))
        .hasValue(
            "With these data only a difference of 2.40 points or more would have been found 8"
                + " times out of 10.");
  }

  @Test
  void coverageThatFollowedTheFirstLevelsLeavesNoAnswer() {
    AssociationRow row =
        row(
            spec(regions(), CoverageNotes.NONE),
            HEADLINE,
            TestedEstimate.NONE,
            Double.NaN,
            new CorrectedTest(
                Double.NaN, 0, Adjustment.BENJAMINI_HOCHBERG, AssociationVerdict.NOT_ESTIMATED));

    assertThat(sentence(row))
        .contains("no puede estimarse", "la cobertura siguió tan de cerca al nivel de partida")
        .doesNotContain("NaN");
    assertThat(SPANISH.brief(row)).contains("no puede estimarse").doesNotContain("NaN");
    assertThat(SPANISH.answer(row)).contains("no se puede saber");
  }

  @Test
  void theFamilyIsWordsInAnExport() {
    AssociationRow row = row(HEADLINE, -0.001, 0.42, 0.9, 24, UNCLEAR);

    assertThat(SPANISH.family(row))
        .isEqualTo(
            "Benjamini-Hochberg de 24 pruebas de este método: cada indicador de «alguna vez» con"
                + " cada medida de cobertura");
    assertThat(ENGLISH.family(row)).contains("24 tests", "each indicator of violence ever");
  }

  @Test
  void regionsWithoutWeightAreNamed() {
    List<Region> regions = regions();
    regions.add(new Region("Pasco", -24.7, Double.NaN, 50, 1, 0, 300, List.of()));
    AssociationRow row =
        row(
            spec(regions, CoverageNotes.NONE),
            Method.META_REGRESSION,
            test(-0.0024, 0.7),
            0.012,
            new CorrectedTest(0.7, 1, Adjustment.BENJAMINI_HOCHBERG, UNCLEAR));

    assertThat(sentence(row))
        .contains("1 región sin error estándar o sin cobertura")
        .contains("(Pasco)");
  }

  @Test
  void keysOfAUsersFilesAreWrittenAsTheyAre() {
    AssociationRow row = row(Method.META_REGRESSION, -0.0024, 0.7, 0.7, 1, UNCLEAR);

    assertThat(AssociationSentences.ofKeys(new Names(Language.SPANISH)).sentence(row, List.of(row)))
        .contains("si el indicador «partner_violence_physical_ever» cambió");
  }

  @Test
  void answersReadersWithoutStatisticsAsStronglyAsTheTest() {
    assertThat(SPANISH.answer(row(HEADLINE, -0.1, 0.7, 0.7, 1, UNCLEAR)))
        .contains("no se puede saber", "regiones de igual nivel de partida");
    assertThat(SPANISH.answer(row(HEADLINE, -0.1, 0, 0.049, 1, AssociationVerdict.NEGATIVE)))
        .contains("bajó más (o subió menos)", "se distingue de cero al 5 %")
        .doesNotContain("azar");
    assertThat(SPANISH.answer(row(HEADLINE, 0.1, 0, 0.01, 1, AssociationVerdict.POSITIVE)))
        .contains("bajó menos (o subió más)");
    assertThat(
            SPANISH.answer(
                row(HEADLINE, 0.1, 0.01, 0.2, 24, AssociationVerdict.NOT_AFTER_CORRECTION)))
        .contains("no se puede saber", "una vez corregida por el número de pruebas");
  }

  @Test
  void headlinesAreShortAndAsStrongAsTheTest() {
    assertThat(SPANISH.headline(row(HEADLINE, -0.1, 0.01, 0.3, 1, UNCLEAR)))
        .isEqualTo("Con estos datos no se distingue un cambio según la cobertura");
    for (AssociationVerdict verdict : AssociationVerdict.values()) {
      AssociationRow row = row(HEADLINE, -0.1, 0, 0.01, 1, verdict);
      assertThat(SPANISH.headline(row).split(" ", -1)).hasSizeLessThanOrEqualTo(15);
      assertThat(ENGLISH.headline(row).split(" ", -1)).hasSizeLessThanOrEqualTo(15);
      assertThat(SPANISH.headline(row).contains("asociación, no causa")).isEqualTo(verdict.holds());
    }
  }

  @Test
  void everyVerdictOfEveryMethodHasWords() {
    for (Method method : Method.values()) {
      for (AssociationVerdict verdict : AssociationVerdict.values()) {
        AssociationRow row = row(method, -0.02, 0.01, 0.2, 24, verdict);

        assertThat(sentence(row)).isNotEmpty().doesNotContain("{");
        assertThat(ENGLISH.sentence(row, List.of(row))).isNotEmpty().doesNotContain("{");
        assertThat(SPANISH.answer(row)).isNotEmpty();
      }
    }
  }

  private static String sentence(AssociationRow row) {
    return SPANISH.sentence(row, List.of(row));
  }

  private static List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      regions.add(new Region("0" + i, -i, 2, 50, 1, 0, 100 * i, List.of()));
    }

    return regions;
  }

  private static AssociationSpec spec(List<Region> regions, CoverageNotes notes) {
    return new AssociationSpec(
        "partner_violence_physical_ever",
        "people_informed_per_1000_women",
        new YearRange(2021, 2024),
        new YearRange(2021, 2022),
        regions,
        List.of(),
        List.of(Caveat.SYNTHETIC),
        notes,
        TestFamily.EVER);
  }

  private static TestedEstimate test(double estimate, double p) {
    return new TestedEstimate(estimate, 0.005, estimate - 0.01, estimate + 0.01, -0.4, 23, p);
  }

  private static AssociationRow row(
      Method method, double estimate, double p, double adjusted, int tests, AssociationVerdict of) {
    return row(
        spec(regions(), CoverageNotes.NONE),
        method,
        test(estimate, p),
        0.012,
        new CorrectedTest(adjusted, tests, Adjustment.BENJAMINI_HOCHBERG, of));
  }

  private static AssociationRow row(
      AssociationSpec spec,
      Method method,
      TestedEstimate test,
      double smallest,
      CorrectedTest corrected) {
    double none = Double.NaN;
    MethodResult result =
        new MethodResult(
            method, 5, test, Intercept.NONE, none, ResidualSummary.of(2), none, none, smallest);
    AssociationAnalysis analysis =
        new AssociationAnalysis(spec, List.of(result), List.of(), List.of(), List.of());
    return AssociationRow.of(new CorrectedAnalysis(analysis, List.of(corrected))).get(0);
  }
}
