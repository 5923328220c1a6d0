package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class HighestAreasFigureTest {
  private static final List<HighestAreasFigure.Row> ROWS =
      List.of(
          new HighestAreasFigure.Row("Canas (Cusco)", Sample.estimate(70, 4), 1, 37, false),
          new HighestAreasFigure.Row("Purús (Ucayali)", Sample.estimate(66, 7), 1, 120, true));

  private static Figure figure(Language language, long tied) {
    return Sample.keep(
        "highest",
        HighestAreasFigure.of(
            Sample.about(language),
            "2024",
            ROWS,
            new HighestAreasFigure.Among(
                AreaKind.PROVINCE, "Perú", Sample.estimate(52, 1), 196, tied)));
  }

  @Test
  void saysHowManyCannotBeToldApartFromTheFirst() {
    assertThat(figure(Language.SPANISH, 64).title())
        .isEqualTo("63 de 196 provincias no se distinguen del nivel más alto");
    assertThat(figure(Language.ENGLISH, 1).title())
        .isEqualTo("Canas (Cusco) can be told from all others");
  }

  @Test
  void showsEstimatesIntervalsAndRanks() throws Exception {
    Figure figure = figure(Language.SPANISH, 64);

    assertThat(Drawn.words(figure))
        .contains("Canas (Cusco)", "70.0 (62.2–77.8), 1–37", "66.0 (52.3–79.7), 1–120")
        .contains("sin entrevistas", "con entrevistas");
    assertThat(Drawn.text(figure)).contains("Perú 52.0", "entre los 196");
    assertThat(figure.description())
        .contains("Canas (Cusco): 70.0 (62.2–77.8), 1–37; Purús (Ucayali): 66.0");
  }
}
