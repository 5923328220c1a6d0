package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.charts.Figure;
import org.quipu.text.Language;

class ChartSetTest {
  @TempDir Path folder;

  private List<String> write(Evidence evidence, Boundaries boundaries) {
    return ChartSet.of(evidence, Language.SPANISH, List.of(FigureBuilder.ANY), boundaries)
        .write(folder);
  }

  @Test
  void drawsWhatTheTablesAllow() throws Exception {
    List<String> written = write(SampleEvidence.of(Provenance.RECOMPUTED), Boundaries.shipped());

    assertThat(written)
        .containsExactly(
            "prevalence-partner_violence_any_ever-2021-2024",
            "change-partner_violence_any_ever-2021-2024",
            "map-partner_violence_any_ever-2024",
            "map-interval-partner_violence_any_ever-2024",
            "map-change-partner_violence_any_ever-2021-2024",
            "association-partner_violence_any_ever-people_informed_per_1000_women-2021-2024"
                + "-coverage-2021-2022",
            "strategy-prevenir-para-proteger-partner_violence_any_ever-2021-2024",
            "series-national",
            "reach-national");
    assertThat(written)
        .allMatch(name -> Files.exists(folder.resolve(name + ".png")))
        .allMatch(name -> Files.exists(folder.resolve(name + ".svg")));
  }

  @Test
  void drawsNothingFromNothing() {
    assertThat(write(Evidence.NONE, Boundaries.shipped())).isEmpty();
  }

  @Test
  void figuresSayWhereTheirNumbersComeFrom() {
    FigureBuilder real =
        new FigureBuilder(SampleEvidence.of(Provenance.RECOMPUTED), new Labels(Language.SPANISH));
    FigureBuilder synthetic =
        new FigureBuilder(SampleEvidence.of(Provenance.SYNTHETIC), new Labels(Language.SPANISH));
    Figure change = real.change(FigureBuilder.ANY, SampleEvidence.SPAN, "19").orElseThrow();
    Figure series = synthetic.series().orElseThrow();

    assertThat(change.svg())
        .contains("Recalculado:")
        .contains("ENDES 2021 y 2024, recalculada por terceros")
        .contains("25 comparaciones (Holm)");
    assertThat(series.svg()).contains("DATOS SINTÉTICOS").doesNotContain("2009");
    assertThat(real.series().orElseThrow().title()).endsWith("Perú, 2009 a 2025");
  }

  @Test
  void aStrategyIsDrawnWithBothRunsAndSaysThatItIsAControl() throws Exception {
    StudyFigures figures =
        new StudyFigures(SampleEvidence.of(Provenance.RECOMPUTED), new Labels(Language.SPANISH));

    Figure figure = figures.strategy("Prevenir para proteger", FigureBuilder.ANY).orElseThrow();

    assertThat(figure.svg())
        .contains("15 regiones frente a 10", "sin Lima: 14 frente a 10")
        .contains("empieza en junio de 2024")
        .contains("Control negativo: la estrategia busca prevenir la violencia sexual");
  }

  @Test
  void theAssociationIsDrawnWithItsLineAndSentence() {
    StudyFigures figures =
        new StudyFigures(SampleEvidence.of(Provenance.RECOMPUTED), new Labels(Language.SPANISH));
    Evidence evidence = SampleEvidence.of(Provenance.RECOMPUTED);

    Figure figure = figures.association(evidence.associations().get(0), "19").orElseThrow();

    assertThat(figure.svg())
        .contains("recta a igual nivel de partida", "recta sin igualar el nivel de partida")
        .contains("Asociación, no causa.")
        .contains(
            "Entre regiones de igual nivel de partida, de una cobertura baja (522) a una alta"
                + " (966)")
        .contains("Sin igualar el nivel de partida difiere en", "Focalización: ")
        .contains("Personas informadas por 1000 mujeres");
    assertThat(figure.description()).contains("25 regiones");
  }
}
