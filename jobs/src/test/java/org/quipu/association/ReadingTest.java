package org.quipu.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quipu.association.Study.Answer;

class ReadingTest {
  private static final Reading READING =
      new Reading("Violencia física", "Personas informadas", "2021-2024", "2021-2022");

  @Test
  void saysThatNothingIsToldApartAndWhatCouldHaveBeen() {
    assertThat(READING.of(answer("meta_regression", -0.0024, 0.7), 0.836, 24, 140))
        .isEqualTo(
            "Entre 25 regiones, el cambio de «Violencia física» (2021-2024) y «Personas informadas»"
                + " (2021-2022): no se distingue una asociación (−0.24 puntos porcentuales por cada 100"
                + " más de cobertura, IC 95 % de −1.24 a +0.76; p = 0.700, corregido por 24 pruebas: p"
                + " = 0.836). Con estos datos solo se habría detectado, con 80 % de potencia, un efecto de"
                + " 1.20 puntos o más por cada 100. No descuenta el nivel inicial de cada región. Es"
                + " asociación, no causa.");
  }

  @Test
  void saysWhichWayAClearAssociationGoes() {
    assertThat(READING.of(answer("meta_regression_adjusted", -0.02, 0.0001), 0.001, 24, 140))
        .contains("bajó más donde la cobertura fue mayor")
        .contains("p < 0.001, corregido por 24 pruebas: p = 0.001")
        .contains("Compara regiones con igual nivel inicial.")
        .endsWith("Es asociación, no causa.");
    assertThat(READING.of(answer("meta_regression", 0.02, 0.001), 0.01, 24, 140))
        .contains("bajó menos, o subió más, donde la cobertura fue mayor");
  }

  @Test
  void givesACorrelationWithoutAUnit() {
    assertThat(READING.of(answer("spearman", -0.31, 0.12), 0.4, 24, 140))
        .contains("rho de Spearman −0.31")
        .contains("una correlación de 0.01 o más")
        .doesNotContain("puntos porcentuales");
  }

  private static Answer answer(String method, double estimate, double p) {
    return new Answer(
        method,
        25,
        new Coefficient("coverage", estimate, 0.005, estimate - 0.01, estimate + 0.01, -0.4, 23, p),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0.012);
  }
}
