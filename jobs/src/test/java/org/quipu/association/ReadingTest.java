package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.YearRange;
import org.quipu.math.TestedEstimate;
import org.quipu.text.Language;
import org.quipu.text.Messages;

class ReadingTest {
  private static final Reading READING =
      new Reading(Language.SPANISH, key -> "Violencia física", key -> key);

  @Test
  void saysThatNothingIsToldApartAndWhatCouldHaveBeen() {
    assertThat(READING.of(answer(), finding(Method.META_REGRESSION, -0.0024, 0.7), 0.836, 24))
        .isEqualTo(
            "Con 5 regiones no se distingue si la prevalencia de «violencia física» cambió de 2021 a 2024"
                + " de otro modo donde fue mayor la cobertura «personas informadas por 1000 mujeres de 15 a"
                + " 49 años» (2021-2022): entre una cobertura baja (200) y una alta (400) el cambio difiere"
                + " en −0.48 puntos porcentuales (intervalo de 95\u00a0%: −2.48 a 1.52), y solo una"
                + " diferencia de 2.40 puntos o más se habría detectado 8 de cada 10 veces; p = 0.700, y"
                + " corregida por las 24 pruebas hechas p = 0.836; datos sintéticos, que nada dicen del"
                + " país; es asociación, no causa: compara regiones y no dice qué le pasó a ninguna mujer"
                + " ni por qué.");
  }

  @Test
  void saysWhichWayAClearAssociationGoes() {
    assertThat(
            READING.of(
                answer(), finding(Method.META_REGRESSION_ADJUSTED, -0.02, 0.0001), 0.001, 24))
        .contains("de igual nivel de partida, descontado su error de muestreo, ")
        .contains("bajó más (o subió menos)")
        .contains("p < 0.001, y corregida por las 24 pruebas hechas p = 0.001");
    assertThat(READING.of(answer(), finding(Method.META_REGRESSION, 0.02, 0.001), 0.01, 24))
        .contains("bajó menos (o subió más)");
  }

  @Test
  void givesACorrelationWithoutAUnit() {
    assertThat(READING.of(answer(), finding(Method.SPEARMAN, -0.31, 0.12), 0.12, 1))
        .startsWith("En 5 regiones la correlación de rangos de Spearman entre el cambio de")
        .contains("es −0.31 (intervalo de 95")
        .contains("y no se distingue de cero")
        .contains("; p = 0.120;")
        .doesNotContain("puntos porcentuales");
  }

  @Test
  void aCorrelationThatTheFamilyDoesNotBearIsSaidToBeOne() {
    assertThat(READING.of(answer(), finding(Method.KENDALL, -0.42, 0.003), 0.078, 24))
        .contains(
            " y por sí sola se distinguiría de cero, pero no resiste la corrección por 24 pruebas;");
    assertThat(READING.of(answer(), finding(Method.KENDALL, -0.42, 0.003), 0.01, 24))
        .contains(" y se distingue de cero;");
  }

  @Test
  void smallChangesKeepTheirDigits() {
    TestedEstimate test = new TestedEstimate(-6e-5, 3e-5, -1.3e-4, 6e-6, -2, 10, 0.069);

    assertThat(
            READING.of(
                answer(), MethodResult.of(Method.META_REGRESSION, 5, test, 0, 1e-4), 0.069, 1))
        .contains("difiere en −0.012 puntos porcentuales (intervalo de 95\u00a0%: −0.026 a 0.001)")
        .contains("una diferencia de 0.020 puntos");
  }

  @Test
  void saysInBothLanguagesHowAMeasureCounts() {
    Reading english = Reading.ofKeys(Language.ENGLISH);

    assertThat(english.counting("people_informed_per_1000_people"))
        .containsExactly("people are counted each time they are reached");
    assertThat(english.counting("estrategia_educativa_people").get(0)).startsWith("sum of the");
    assertThat(READING.counting("cases_attended_per_1000_women").get(0)).contains("oferta");
    assertThat(READING.counting("districts_with_service_percent")).isEmpty();
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    Messages spanish = Messages.beside(Reading.class, "reading", Language.SPANISH);
    Messages english = Messages.beside(Reading.class, "reading", Language.ENGLISH);

    assertThat(english.keys()).isEqualTo(spanish.keys());
  }

  @Test
  void theHeadlineSaysWhatIsLeftAtEqualLevels() {
    MethodResult adjusted = finding(Method.META_REGRESSION_ADJUSTED, -0.001, 0.42);
    AssociationAnalysis answer =
        new AssociationAnalysis(question(), List.of(adjusted), List.of(), List.of());

    assertThat(READING.of(answer, finding(Method.META_REGRESSION, -0.0024, 0.004), 0.105, 24))
        .contains(
            "; entre regiones de igual nivel de partida la diferencia es de −0.20 puntos"
                + " (−2.20 a 1.80; p = 0.420)");
  }

  private static AssociationAnalysis answer() {
    return new AssociationAnalysis(question(), List.of(), List.of(), List.of());
  }

  private static AssociationSpec question() {
    List<Region> regions = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      regions.add(new Region("0" + i, -i, 2, 50, 1, 0, 100 * i, List.of()));
    }

    return new AssociationSpec(
        "partner_violence_physical_ever",
        "people_informed_per_1000_women",
        new YearRange(2021, 2024),
        new YearRange(2021, 2022),
        regions,
        List.of(),
        List.of(READING.caveat("synthetic")));
  }

  private static MethodResult finding(Method method, double estimate, double p) {
    TestedEstimate test =
        new TestedEstimate(estimate, 0.005, estimate - 0.01, estimate + 0.01, -0.4, 23, p);
    return MethodResult.of(method, 5, test, 2, 0.012);
  }
}
