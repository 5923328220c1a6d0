package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.UserException;
import org.quipu.charts.Figure;
import org.quipu.charts.Form;
import org.quipu.file.Source;
import org.quipu.file.TextTable;
import org.quipu.store.Table;
import org.quipu.text.Language;

class ChartSetTest {
  @TempDir Path folder;

  private List<String> write(Evidence evidence, Boundaries boundaries) {
    return ChartSet.of(
            evidence,
            Language.SPANISH,
            new ChartSet.Choice(List.of(FigureBuilder.ANY), List.of()),
            boundaries)
        .write(folder, FigureFormat.USUAL, (name, form) -> "draw " + name);
  }

  @Test
  void drawsWhatTheTablesAllow() throws Exception {
    List<String> written = write(SampleEvidence.of(Provenance.RECOMPUTED), Boundaries.shipped());

    assertThat(written)
        .containsExactly(
            "prevalencia-violencia-2021-2024",
            "cambio-violencia-2021-2024",
            "regiones-por-ano-violencia-2021-2024",
            "pendientes-violencia-2021-2024",
            "mapa-violencia-2024",
            "mapa-precision-violencia-2024",
            "mapa-cambio-violencia-2021-2024",
            "asociacion-violencia-informados-por-mujer-2021-2024-cobertura-2021-2022",
            "estrategia-prevenir-para-proteger-violencia-2021-2024",
            "serie-peru",
            "alcance-peru",
            "formas-por-region-2024",
            "respuestas-2021-2024");
    assertThat(written)
        .allMatch(name -> Files.exists(folder.resolve(name + ".png")))
        .allMatch(name -> Files.exists(folder.resolve(name + ".svg")));
  }

  @Test
  void everyFigureHasItsRowsAndIsOnTheList() throws Exception {
    List<String> written = write(SampleEvidence.of(Provenance.SYNTHETIC), Boundaries.shipped());

    List<FigureRow> list = FigureList.read(folder);
    assertThat(list).extracting(FigureRow::name).containsExactlyInAnyOrderElementsOf(written);
    FigureRow change = list.get(1);
    assertThat(change)
        .extracting(FigureRow::kind, FigureRow::indicator, FigureRow::years, FigureRow::command)
        .containsExactly(
            FigureKind.CHANGE, FigureBuilder.ANY, "2021 2024", "draw cambio-violencia-2021-2024");
    assertThat(change.source()).contains("sintética");
    // 25 regions and the country, as in the table
    TextTable rows = data("cambio-violencia-2021-2024.csv");
    assertThat(rows.headings()).isEqualTo(Table.CHANGE.header());
    assertThat(rows.rows()).hasSize(26).allMatch(row -> row.text("source").equals("synthetic"));
    assertThat(list)
        .flatExtracting(row -> List.of(row.data().split(";", -1)))
        .contains(
            "asociacion-violencia-informados-por-mujer-2021-2024-cobertura-2021-2022-association.csv")
        .allMatch(file -> Files.exists(folder.resolve(file)));
    // association does not say where its numbers come from
    assertThat(
            data("asociacion-violencia-informados-por-mujer-2021-2024-cobertura-2021-2022-association.csv")
                .rows())
        .isNotEmpty()
        .allMatch(row -> row.text("source").equals("synthetic"));
  }

  private TextTable data(String file) {
    return TextTable.read(Source.file(folder.resolve(file)));
  }

  @Test
  void figuresAreDrawnInTheFormsThatTheyHave() throws Exception {
    ChartSet.Choice choice =
        new ChartSet.Choice(
            List.of(FigureBuilder.ANY),
            List.of("cambio-violencia-2021-2024", "pendientes-violencia-2021-2024"),
            List.of(Form.SQUARE, Form.PHONE));

    List<String> names =
        ChartSet.of(
                SampleEvidence.of(Provenance.RECOMPUTED),
                Language.SPANISH,
                choice,
                Boundaries.shipped())
            .write(folder, FigureFormat.USUAL, (name, form) -> name + " " + form.code());

    assertThat(names)
        .containsExactlyInAnyOrder(
            "cambio-violencia-2021-2024-cuadrado",
            "cambio-violencia-2021-2024-movil",
            "pendientes-violencia-2021-2024-cuadrado",
            "pendientes-violencia-2021-2024-movil");
    BufferedImage square =
        ImageIO.read(folder.resolve("cambio-violencia-2021-2024-cuadrado.png").toFile());
    assertThat(square.getWidth()).isEqualTo(1080);
    assertThat(square.getHeight()).isEqualTo(1080);
    assertThat(FigureList.read(folder))
        .extracting(FigureRow::command)
        .contains("cambio-violencia-2021-2024 square");
  }

  @Test
  void theListKeepsFiguresOfEarlierRunsThatAreThere() throws Exception {
    Evidence evidence = SampleEvidence.of(Provenance.RECOMPUTED);
    write(evidence, Boundaries.shipped());
    int spanish = FigureList.read(folder).size();
    ChartSet.Choice series = new ChartSet.Choice(List.of(), List.of("series-peru"));

    List<String> english =
        ChartSet.of(evidence, Language.ENGLISH, series, Boundaries.shipped())
            .write(folder, FigureFormat.USUAL, (name, form) -> name);
    Files.delete(folder.resolve("serie-peru.png"));

    assertThat(english).containsExactly("series-peru");
    assertThat(FigureList.read(folder))
        .hasSize(spanish)
        .extracting(FigureRow::name)
        .contains("series-peru", "alcance-peru")
        .doesNotContain("serie-peru");
  }

  @Test
  void aNameThatNoFigureHasIsRefusedWithTheNearest() {
    ChartSet.Choice choice = new ChartSet.Choice(List.of(), List.of("cambio-violensia-2021-2024"));

    assertThatThrownBy(
            () ->
                ChartSet.of(
                    SampleEvidence.of(Provenance.RECOMPUTED),
                    Language.SPANISH,
                    choice,
                    Boundaries.shipped()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cambio-violencia-2021-2024");
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
    Figure change =
        real.change(FigureBuilder.ANY, SampleEvidence.SPAN, "19").orElseThrow().figure();
    Figure series = synthetic.series().orElseThrow().figure();

    assertThat(change.svg())
        .contains("Recalculado:")
        .contains("ENDES 2021 y 2024, recalculada por terceros")
        .contains("25 comparaciones (Holm)");
    assertThat(series.svg()).contains("DATOS SINTÉTICOS").doesNotContain("2009");
    assertThat(series.title()).as("two years alone are slopes").contains("en 2021", "en 2024");
    assertThat(series.description()).contains("Sexual: ", " → ");
    assertThat(real.series().orElseThrow().figure().title()).contains("en 2009 y", "en 2025");
  }

  @Test
  void aStrategyIsDrawnWithBothRunsAndSaysThatItIsAControl() throws Exception {
    StudyFigures figures =
        new StudyFigures(SampleEvidence.of(Provenance.RECOMPUTED), new Labels(Language.SPANISH));

    Figure figure =
        figures.strategy("Prevenir para proteger", FigureBuilder.ANY).orElseThrow().figure();

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

    Figure figure =
        figures.association(evidence.associations().get(0), "19").orElseThrow().figure();

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

  @Test
  void aFigureAloneIsOnePageOfItsSize() throws IOException {
    Evidence evidence = SampleEvidence.of(Provenance.SYNTHETIC);
    ChartSet set =
        ChartSet.of(
            evidence,
            Language.SPANISH,
            new ChartSet.Choice(List.of(), List.of("cambio-violencia-2021-2024")),
            Boundaries.shipped());

    set.write(folder, Set.of(FigureFormat.PDF), (name, form) -> name);

    assertThat(folder.resolve("cambio-violencia-2021-2024.png")).doesNotExist();
    assertThat(Files.readString(folder.resolve("figures.csv")))
        .contains("cambio-violencia-2021-2024.pdf");
    Figure figure = set.figure("cambio-violencia-2021-2024").orElseThrow();
    Path file = folder.resolve("cambio-violencia-2021-2024.pdf");
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      // 180 mm are 510.24 points
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isCloseTo(510.24f, within(0.1f));
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("DATOS SINTÉTICOS – " + figure.title());
      assertThat(new PDFTextStripper().getText(pdf)).contains("Madre de Dios", "Apurímac");
    }
  }
}
