package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.Provenance;
import org.quipu.Ubigeo;
import org.quipu.charts.Figure;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Diagnostic;
import org.quipu.smallarea.Scale;
import org.quipu.smallarea.SmallAreaMethod;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.store.SmallAreaRow;
import org.quipu.store.Table;
import org.quipu.survey.quality.Quality;
import org.quipu.target.SelectionBand;
import org.quipu.text.Language;

class AreaFiguresTest {
  private static final Labels SPANISH = new Labels(Language.SPANISH);

  @TempDir Path folder;

  private static SmallAreaRow row(
      AreaLevel level, String area, double percent, int rank, String quality) {
    double none = Double.NaN;
    return new SmallAreaRow(
        level,
        area,
        Ubigeo.shipped().name(area).orElseThrow(),
        area.substring(0, 2),
        FigureBuilder.ANY,
        40L,
        percent + 2,
        5,
        percent + 1,
        4,
        100 * 4 / percent,
        percent,
        rank,
        1,
        100,
        Math.max(0, (percent - 40) / 40),
        Quality.parse(quality),
        0.2,
        SmallAreaMethod.BAYES,
        Scale.ARCSINE,
        percent - 7,
        percent + 8,
        none,
        none,
        0.1,
        20,
        52,
        4L,
        "2024",
        null,
        1,
        100 + rank,
        1,
        196,
        0.5,
        rank <= 30 ? 1 : 2,
        true,
        SelectionBand.UNLIKELY,
        none,
        Provenance.MICRODATA,
        2 - rank / 50.0);
  }

  /** From 70 % in the province of the last code downwards by 0.2. */
  private static List<SmallAreaRow> provinces() {
    List<String> codes = new ArrayList<>(Ubigeo.shipped().provinces());
    List<SmallAreaRow> rows = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      int rank = codes.size() - i;
      String quality = codes.get(i).equals("1608") ? "model;no_sample" : "model";
      rows.add(row(AreaLevel.PROVINCE, codes.get(i), 70 - 0.2 * (rank - 1), rank, quality));
    }

    return rows;
  }

  private static Evidence evidence() {
    return SampleEvidence.of(Provenance.MICRODATA).with(Table.SMALL_AREAS, provinces());
  }

  private static AreaFigures figures(Evidence evidence) {
    return new AreaFigures(evidence, SPANISH, Boundaries.shipped());
  }

  private static AreaFigures.Study study(Evidence evidence) {
    return figures(evidence).studies().get(0);
  }

  @Test
  void provincesAreOnAMapWithTheHighestNamedAndEveryValueInWords() {
    Evidence evidence = evidence();
    Figure map = figures(evidence).levels(study(evidence)).orElseThrow().figure();

    assertThat(map.title()).isEqualTo("De 31.0 % en Chachapoyas a 70.0 % en Purús");
    assertThat(map.svg())
        .contains("2024, por provincia", "Estimación de modelo:", "sin entrevistas")
        .contains("Perú 52.0", "Lima Metropolitana y Callao", "más de una clase");
    assertThat(map.description().split(";", -1)).hasSize(197);
    assertThat(map.description().replace('\u00a0', ' '))
        .contains("Purús: 70.0 % (63.0–78.0);")
        .contains("Chachapoyas: 31.0 % (24.0–39.0).");
  }

  @Test
  void widthsOfTheirIntervalsAreOnAnother() {
    Evidence evidence = evidence();

    assertThat(figures(evidence).widths(study(evidence)).orElseThrow().figure().svg())
        .contains("ancho del intervalo del 95 % por provincia", ">15.0<");
  }

  @Test
  void theHighestAreWithTheirRanks() {
    Evidence evidence = evidence();
    Figure figure = figures(evidence).highest(study(evidence)).figure();

    assertThat(figure.title())
        .isEqualTo("29 de 196 provincias no se distinguen del nivel más alto");
    assertThat(figure.svg()).contains("70.0 (63.0–78.0), 1–101", "66.2 (59.2–74.2), 1–120");
  }

  @Test
  void howSureTheyAreIsDrawnFromTheirRowsAlone() {
    Evidence evidence =
        evidence()
            .with(
                Table.SMALL_AREA_DIAGNOSTICS,
                List.of(
                    check(Diagnostic.GROUP_OUT_COVERAGE, 90),
                    check(Diagnostic.RESIDUAL_NORMALITY_P, 0.3),
                    check(Diagnostic.BIAS_SLOPE, 1.2)));
    AreaFigures.Study study = study(evidence);
    UncertaintyFigures figures = new UncertaintyFigures(evidence, SPANISH, figures(evidence));

    Drawing ridges = figures.ridges(study).orElseThrow();
    assertThat(ridges.figure().title())
        .isEqualTo("De 10 provincias con menor nivel, 10 se distinguen del nivel máximo");
    assertThat(ridges.figure().svg()).contains("Purús (Ucayali)  70.0", "Perú 52.0");
    Figure exceedance = figures.exceedance(study).orElseThrow().figure();
    // 0.66 from 66.4 % on: ranks 1 to 19, 0.2 points apart.
    assertThat(exceedance.title())
        .isEqualTo("En 19 de 196 provincias es probable superar 52.0\u00a0%");
    assertThat(exceedance.svg()).contains("es el nivel de todo el país");
    assertThat(figures.ranks(study).figure().title())
        .isEqualTo("196 de 196 provincias pueden estar entre los 20 niveles más altos");
    Drawing model = figures.model(study).orElseThrow();
    assertThat(model.figure().title())
        .isEqualTo("1 de 2 comprobaciones del modelo está dentro de lo esperado");
    assertThat(model.rows()).hasSize(2);
    assertThat(model.figure().svg())
        .contains("Fuera de lo esperado. Cifras directas", "Residuo estandarizado");
  }

  private static SmallAreaDiagnosticRow check(Diagnostic check, double value) {
    return SmallAreaDiagnosticRow.of(
        AreaLevel.PROVINCE, FigureBuilder.ANY, check, value, 100, Provenance.MICRODATA);
  }

  @Test
  void thePlanIsOnAMap() {
    Evidence evidence =
        evidence()
            .with(
                Table.TARGETS,
                List.of(
                    BulletinsTest.target(1, "1501", "Lima", "15", true, 0.95),
                    BulletinsTest.target(2, "1902", "Carrión", "19", true, 0.2),
                    BulletinsTest.target(3, "1903", "Oxapampa", "19", false, 0.45)));
    Figure map = figures(evidence).targets().orElseThrow().figure();

    assertThat(map.title())
        .isEqualTo("Elegidas: 2 provincias; 1 probable, 0 inciertas, 1 improbable");
    assertThat(map.svg())
        .contains("Violencia física o sexual, últimos 12 meses: provincias que el plan elige")
        .contains("Fuente: INEI, ENDES y censo de 2017")
        .doesNotContain("DATOS SINTÉTICOS");
    assertThat(figures(evidence()).targets()).isEmpty();
    assertThat(
            figures(SampleEvidence.of(Provenance.SYNTHETIC).with(Table.TARGETS, evidence.targets()))
                .targets()
                .orElseThrow()
                .figure()
                .svg())
        .contains("DATOS SINTÉTICOS", "encuesta sintética");
  }

  @Test
  void districtsAreOnMapsWhereTheirOutlinesAreGiven() throws Exception {
    Evidence evidence =
        SampleEvidence.of(Provenance.MICRODATA)
            .with(
                Table.SMALL_AREAS,
                List.of(
                    row(AreaLevel.DISTRICT, "150101", 60, 1, "model"),
                    row(AreaLevel.DISTRICT, "150102", 50, 2, "model"),
                    row(AreaLevel.DISTRICT, "150103", 40, 3, "model")));
    String features =
        List.of("150101", "150102", "010101").stream()
            .map(
                code ->
                    """
                    {"properties":{"ID":"%s"},"geometry":{"type":"Polygon",
                    "coordinates":[[[-%2$s,0],[-%2$s,1],[-%2$s.5,1],[-%2$s,0]]]}}\
                    """
                        .formatted(code, code.substring(5)))
            .collect(Collectors.joining(","));
    Path file =
        Files.writeString(folder.resolve("districts.geojson"), "{\"features\":[" + features + "]}");
    Boundaries given = Boundaries.shipped().with(file);
    AreaFigures figures = new AreaFigures(evidence, SPANISH, given);

    Figure map = figures.levels(study(evidence)).orElseThrow().figure();
    assertThat(map.svg()).contains("2024, por distrito", "sin dato o no se muestra");
    assertThat(map.title()).isEqualTo("De 50.0 % en Ancón a 60.0 % en Lima");
    assertThat(figures(evidence).levels(study(evidence))).isEmpty();
    assertThat(figures(evidence).widths(study(evidence))).isEmpty();
    assertThat(ChartSet.lacksDistricts(evidence, Boundaries.shipped())).isTrue();
    assertThat(ChartSet.lacksDistricts(evidence, given)).isFalse();
    assertThat(ChartSet.lacksDistricts(evidence(), Boundaries.shipped())).isFalse();
  }

  @Test
  void chartsDrawThemUnderTheNamesOfTheirStudies() {
    Evidence evidence =
        Evidence.NONE
            .with(Table.SMALL_AREAS, provinces())
            .with(
                Table.TARGETS, List.of(BulletinsTest.target(1, "1501", "Lima", "15", true, 0.95)));

    assertThat(
            ChartSet.of(evidence, Language.SPANISH, ChartSet.Choice.USUAL, Boundaries.shipped())
                .write(folder, FigureFormat.USUAL, (name, form) -> ""))
        .containsExactly(
            "mayores-provincias-violencia-2024",
            "mapa-provincias-violencia-2024",
            "mapa-precision-provincias-violencia-2024",
            "curvas-provincias-violencia-2024",
            "probabilidad-provincias-violencia-2024",
            "puestos-provincias-violencia-2024",
            "modelo-provincias-violencia-2024",
            "mapa-prioridades");
    assertThat(FigureList.read(folder))
        .extracting(FigureRow::kind)
        .contains(FigureKind.RIDGES, FigureKind.EXCEEDANCE, FigureKind.RANKS, FigureKind.MODEL);
    assertThat(folder.resolve("curvas-provincias-violencia-2024.csv"))
        .as("the ten highest, the ten lowest and the heading")
        .content()
        .hasLineCount(21);
  }

  @Test
  void areasOfAFileAreNotOnMaps() {
    SmallAreaRow province = row(AreaLevel.PROVINCE, "0101", 50, 1, "model");
    List<SmallAreaRow> own = List.of(row(AreaLevel.AREA, "0101", 50, 1, "model"), province);

    assertThat(figures(Evidence.NONE.with(Table.SMALL_AREAS, own)).studies()).hasSize(1);
  }
}
