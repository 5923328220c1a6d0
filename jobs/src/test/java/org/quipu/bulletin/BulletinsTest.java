package org.quipu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.smallarea.AreaLevel;
import org.quipu.smallarea.Diagnostic;
import org.quipu.store.ChangeRow;
import org.quipu.store.DistrictServiceRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.SmallAreaDiagnosticRow;
import org.quipu.store.Table;
import org.quipu.store.TargetRow;
import org.quipu.store.TargetSummaryRow;
import org.quipu.target.Maximised;
import org.quipu.target.PlanKind;
import org.quipu.target.SelectionBand;
import org.quipu.target.Tie;
import org.quipu.text.Language;

class BulletinsTest {
  private static final Evidence REAL = SampleEvidence.of(Provenance.RECOMPUTED);
  private static final Evidence SYNTHETIC = SampleEvidence.of(Provenance.SYNTHETIC);

  private static final Set<PageFormat> HTML = Set.of(PageFormat.HTML);

  @TempDir Path folder;

  private static String page(Evidence evidence, Language language, String region) {
    return Bulletins.of(evidence, language, SampleEvidence.SPAN).page(region);
  }

  /** The words that a reader sees, blanks made plain. */
  private static String words(String html) {
    return html.replaceAll("(?s)<style>.*?</style>|<svg.*?</svg\\s*>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace('\u00a0', ' ')
        .replace("&nbsp;", " ")
        .replaceAll("\\s+", " ");
  }

  private static List<String> all(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
  }

  @Test
  void tellsLevelsChangesInPointsAndRelativeChangesByTheirNames() {
    String words = words(page(REAL, Language.SPANISH, "19"));

    // Perú 54.86 → 51.96: −2.9 points, −5.3 % of 54.86; Pasco 55.5 → 50.6
    assertThat(words)
        .contains("54.9 %", "52.0 %")
        .contains("En 3 años: −2.9 puntos porcentuales (entre −5.1 y −0.7)")
        .contains("En relación con el nivel de 2021: −5.3 % (entre −9.3 % y −1.2 %)")
        .contains("−4.9 puntos porcentuales")
        .contains("−8.8 %")
        .contains("corregir por 25 comparaciones, método de Holm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "07", "15", "17", "19", "25"})
  void noPageHoldsWhatIsNotThere(String region) {
    for (Language language : Language.all()) {
      assertThat(words(page(SYNTHETIC, language, region)))
          .doesNotContain("NaN", "null", "${", "{0}", "Infinity")
          .doesNotContainPattern("[\\d.]+ ?% (puntos|percentage points)");
    }
  }

  @Test
  void whatOnlyPascosSourceNamesStandsOnItsPageAlone() {
    for (String region : Regions.codes()) {
      if (!region.equals("19")) {
        assertThat(words(page(REAL, Language.SPANISH, region)))
            .doesNotContain("Aurora te acompaña", "colectivos de hombres")
            .contains("Estrategia comunicacional");
      }
    }
  }

  @Test
  void aFigureHiddenToProtectAnotherSaysSo() {
    List<PrevalenceRow> levels = new ArrayList<>(REAL.prevalence());
    levels.replaceAll(
        row ->
            row.domain().equals("19") && row.year() == 2024
                ? SampleEvidence.hidden(row, "suppressed;secondary")
                : row);

    assertThat(words(page(evidence(levels, REAL.changes()), Language.SPANISH, "19")))
        .contains("reservado", "Reservado: no se muestra porque, restándola de las demás")
        .doesNotContain("Pocas entrevistas:");
    assertThat(words(page(evidence(levels, REAL.changes()), Language.ENGLISH, "19")))
        .contains("Withheld: with it, a figure of few interviews");
  }

  @Test
  void theNotesSayThatOneWomanAHouseholdAnswers() {
    assertThat(words(page(REAL, Language.SPANISH, "19")))
        .contains("En cada hogar responde al módulo de violencia una sola mujer")
        .contains("El factor de ponderación del INEI no corrige");
  }

  @Test
  void theWindowOfCoverageIsThatOfTheSumAndTheReasonIsANote() {
    String page = page(REAL, Language.SPANISH, "19");

    assertThat(words(page))
        .contains("2021-2022")
        .doesNotContain("2021-2023")
        .contains("por cada 1000. Registros incompletos: 2023: solo enero-julio, no se suma.");
    assertThat(all(page, "<td class=\"words\"[^>]*>[^<]*no se suma")).isEmpty();
  }

  @Test
  void theUniverseIsTheIndicatorsOwn() {
    Labels labels = new Labels(Language.SPANISH);

    assertThat(labels.universe("help_sought_police"))
        .isEqualTo("Mujeres de 15 a 49 años maltratadas físicamente alguna vez por alguna persona");
    assertThat(labels.universe(FigureBuilder.ANY))
        .endsWith("módulo de violencia; violencia de su esposo o compañero");
  }

  @Test
  void pagesOfOtherRegionsStayInTheIndex() throws Exception {
    Bulletins bulletins = Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN);
    bulletins.write(List.of("17", "19"), HTML, folder);

    bulletins.write(List.of("21"), HTML, folder);

    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("href=\"madre-de-dios.html\"", "href=\"pasco.html\"", "href=\"puno.html\"")
        .doesNotContain("href=\"lima.html\"");
  }

  @Test
  void aRegionWithoutRecordsSaysSo() {
    assertThat(words(page(REAL, Language.SPANISH, "21")))
        .contains("no traen cifras de estas estrategias en Puno")
        .contains("Hombres por la Igualdad");
  }

  @Test
  void interventionsThatCameAfterTheChangeAreNotItsCause() {
    Prevention late = new Prevention(REAL, new Labels(Language.SPANISH), new YearRange(2017, 2022));
    Prevention during =
        new Prevention(REAL, new Labels(Language.SPANISH), new YearRange(2021, 2024));

    assertThat(late.timing(java.util.Set.of(2023)))
        .singleElement()
        .asString()
        .contains("2023 vinieron después del cambio medido, que va de 2017 a 2022")
        .contains("no pueden explicarlo");
    assertThat(during.timing(java.util.Set.of(2023)))
        .singleElement()
        .asString()
        .contains("caen dentro del período");
    assertThat(late.timing(java.util.Set.of())).isEmpty();
  }

  @Test
  void theAssociationIsAnsweredInPlainWordsOnceForTheReader() {
    assertThat(words(page(REAL, Language.SPANISH, "19"))).contains("no se puede saber");
    assertThat(words(page(REAL, Language.ENGLISH, "19"))).contains("These data cannot tell");
    String all = Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).associations();
    assertThat(words(all)).contains("no se puede saber", "Todas las preguntas a la vez");
    // The overview and the main question, each in two forms.
    assertThat(all(all, "<svg")).hasSize(4);
    assertThat(page(REAL, Language.SPANISH, "19")).contains("href=\"prevencion-y-violencia.html\"");
  }

  @Test
  void theStrategyForChildrenStandsInItsFifteenRegionsOnly() {
    Protection protection = new Protection(new Labels(Language.SPANISH), REAL);

    assertThat(Regions.codes().stream().filter(code -> protection.in(code).isPresent()))
        .hasSize(15)
        .contains("01", "15", "24")
        .doesNotContain("19");
    assertThat(words(page(REAL, Language.SPANISH, "15")))
        .contains("Lima Metropolitana es una de las 15 regiones")
        .contains("14 de junio de 2024")
        .contains("18 711 casos", "12 906 de ellos (69 %)", "12 a 17 años")
        .contains("Familias con Punche, Acercándonos y Asistencia económica por orfandad")
        .contains("no explica el cambio medido aquí");
    assertThat(protection.in("01").orElseThrow().objectives()).hasSize(4);
    assertThat(protection.in("01").orElseThrow().effect())
        .contains("en sus 15 regiones y en las otras 10", "que la estrategia no busca cambiar")
        .contains("La diferencia entre unas regiones y otras cambió en −0.1 puntos")
        .contains("corregida por 4 pruebas p\u00a0=\u00a00.98");
  }

  @Test
  void syntheticPagesSayItAtTheTopAndInTheTitleAndInEveryFigure() {
    String page = page(SYNTHETIC, Language.SPANISH, "19");

    assertThat(page).contains("<title>DATOS SINTÉTICOS – ").contains("class=\"banner\"");
    assertThat(all(page, "(?s)<svg.*?</svg\\s*>"))
        .hasSize(6)
        .allMatch(figure -> figure.contains("DATOS SINTÉTICOS"));
    assertThat(words(page)).contains("Cifras publicadas, no sintéticas");
    assertThat(page(REAL, Language.SPANISH, "19")).doesNotContain("SINTÉTICOS");
  }

  @Test
  void hiddenLevelsAreNotShownAnywhere() {
    List<PrevalenceRow> levels = new ArrayList<>(REAL.prevalence());
    levels.replaceAll(
        row -> row.domain().equals("19") && row.year() == 2024 ? SampleEvidence.hidden(row) : row);
    List<ChangeRow> changes = new ArrayList<>(REAL.changes());
    changes.replaceAll(row -> row.domain().equals("19") ? SampleEvidence.hidden(row) : row);

    String words = words(page(evidence(levels, changes), Language.SPANISH, "19"));

    assertThat(words)
        .contains("pocas entrevistas", "Pocas entrevistas: hay menos de las necesarias")
        .contains(
            "La cifra de Pasco en 2024 no se muestra: pocas entrevistas.",
            "No se puede comprobar: falta una cifra")
        .doesNotContain("50.6 %", "NaN");
  }

  @Test
  void independenceThatIsAssumedIsSaidOnThePageAndBelowTheFigure() {
    List<ChangeRow> changes = new ArrayList<>(REAL.changes());
    changes.replaceAll(row -> SampleEvidence.marked(row, "good;independence_assumed"));
    String html = page(evidence(REAL.prevalence(), changes), Language.SPANISH, "19");

    assertThat(words(html)).contains("Independencia supuesta: las muestras de los dos años");
    assertThat(all(html, "Independencia supuesta")).hasSizeGreaterThan(1);
    assertThat(page(REAL, Language.SPANISH, "19")).doesNotContain("Independencia supuesta");
  }

  @Test
  void aHintIsSaidWhereTheRegionsIntervalExcludesZeroAndTheTestDoesNot() {
    // Loreto: 40.0 to 47.8, standard error 2.2 · √2: z = 2.5, not clear of 25 comparisons
    assertThat(words(page(REAL, Language.SPANISH, "16")))
        .contains("Indicio de alza, no resiste la corrección: tomado solo, el cambio")
        .contains("indicio de alza, no resiste la corrección")
        .doesNotContain("Subió", "subió ");
  }

  private static Evidence evidence(List<PrevalenceRow> levels, List<ChangeRow> changes) {
    return REAL.with(Table.PREVALENCE, levels).with(Table.CHANGE, changes);
  }

  @Test
  void pagesCanBeReadByEveryone() {
    String page = page(REAL, Language.SPANISH, "15");

    assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"es\">");
    assertThat(all(page, "<h1>")).hasSize(1);
    assertThat(all(page, "<table[^>]*>\\s*<caption[^>]*>")).hasSameSizeAs(all(page, "<table"));
    assertThat(all(page, "<th>")).isEmpty();
    assertThat(all(page, "<svg[^>]*role=\"img\"[^>]*>\\s*<title")).hasSameSizeAs(all(page, "<svg"));
    assertThat(all(page, " id=\"[^\"]+\"")).doesNotHaveDuplicates();
    assertThat(page).doesNotContain("http://localhost", "src=\"", "<script");
  }

  @Test
  void english() {
    String page = page(REAL, Language.ENGLISH, "19");

    assertThat(page).contains("<html lang=\"en\">").contains("href=\"index-en.html\"");
    assertThat(words(page))
        .contains("Prevention towards equality – Pasco region")
        .contains("Peru 2021 54.9% between 53.3 and 56.4%")
        .contains("In 3 years: −2.9 percentage points (between −5.1 and −0.7)")
        .contains("16,590 people informed")
        .contains(
            "women aged 15-49, census of 2017",
            "Incomplete records: 2023: January-July only, not added.")
        .doesNotContain("censo", "enero");
  }

  @Test
  void thePageAboutWhereToWorkSaysTheListHowSureItIsAndWhatIsNear() throws Exception {
    Evidence evidence =
        REAL.with(
                Table.TARGETS,
                List.of(
                    target(1, "0401", "Arequipa", "04", true, 0.95),
                    target(2, "1902", "Daniel Alcides Carrión", "19", true, 0.5),
                    target(3, "1903", "Oxapampa", "19", false, 0.45),
                    target(4, "1001", "Huánuco", "10", false, 0.02)))
            .with(
                Table.TARGETS_SUMMARY,
                List.of(
                    new TargetSummaryRow(
                        PlanKind.OPTIMUM,
                        2,
                        19000,
                        0,
                        0,
                        190,
                        15000,
                        19000,
                        Tie.FOUND,
                        10,
                        0,
                        0,
                        19000,
                        40,
                        Maximised.AFFECTED,
                        null,
                        Provenance.MICRODATA,
                        "2022")));

    Bulletins.Written files =
        Bulletins.of(evidence, Language.SPANISH, SampleEvidence.SPAN)
            .write(List.of("19"), HTML, folder);

    assertThat(files.others())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "prioridades.html",
            "prioridades.csv",
            "comparar-regiones.html",
            "prevencion-y-violencia.html",
            "prevenir-para-proteger.html");
    assertThat(Files.readString(files.index())).contains("<a href=\"prioridades.html\">");
    String page = Files.readString(folder.resolve("prioridades.html"));
    assertThat(words(page))
        .contains("Dónde trabajar primero: 2 provincias")
        .contains(
            "En estas 2 provincias viven unas 19 000 mujeres afectadas, el 40.0 % de las del país")
        .contains("1 de las 2 provincias son probables")
        .contains("se espera que la lista pierda el 1.0 %")
        .contains("9880 (7650–12 300)", "tan probable como no", "Otra lista reúne lo mismo")
        .doesNotContain("Huánuco", "{", "NaN");
    assertThat(page.indexOf("Las que siguen")).isLessThan(page.indexOf("Oxapampa"));
    assertThat(page)
        .contains("<figure><svg")
        .contains("Arequipa: probable; Daniel Alcides Carrión: incierta.</desc");
    assertThat(Files.readAllLines(folder.resolve("prioridades.csv"))).hasSize(5);
  }

  @Test
  void thePageAboutWhereToWorkSaysByWhatWomenCountMore() throws Exception {
    Evidence evidence =
        REAL.with(Table.TARGETS, List.of(target(1, "0401", "Arequipa", "04", true, 0.95)))
            .with(
                Table.TARGETS_SUMMARY,
                List.of(
                    new TargetSummaryRow(
                        PlanKind.OPTIMUM,
                        1,
                        9000,
                        0,
                        0,
                        90,
                        7000,
                        9000,
                        Tie.NONE,
                        10,
                        0,
                        0,
                        9900,
                        40,
                        Maximised.UNREACHED,
                        "pct_poor",
                        Provenance.MICRODATA,
                        "2022")));

    Bulletins.of(evidence, Language.SPANISH, SampleEvidence.SPAN)
        .write(List.of("19"), HTML, folder);

    assertThat(words(Files.readString(folder.resolve("prioridades.html"))))
        .contains("de mayor prioridad con las reglas que se indican abajo")
        .contains("solo a las mujeres afectadas a las que la prevención no llegó")
        .contains("una mujer cuenta más donde hay más pobreza")
        .contains("Ninguna otra lista del mismo tamaño y con las mismas condiciones tiene más")
        .doesNotContain("donde viven más mujeres afectadas");
  }

  @Test
  void theIndexIsSortedByNumbersAndFilteredByVerdictWithoutAnythingFromElsewhere() {
    String index =
        Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).index(List.of("17", "19"));

    String row = index.substring(index.indexOf("<a href=\"pasco.html\""));
    assertThat(row.substring(0, row.indexOf("</tr>")))
        .containsPattern("<td data-order=\"\\d+\\.\\d+\"><?")
        .doesNotContain("data-order=\"\"");
    assertThat(all(index, "<tr data-tone=\"[a-z_]+\"")).hasSize(2);
    assertThat(all(index, "<tr data-tone=\"[a-z_]+\" data-protection=\"\">")).hasSize(1);
    assertThat(index).doesNotContain("http://localhost", "src=");
  }

  @Test
  void theStrategyHasAPageOfItsOwnWithItsRegionsObjectivesAndCounts() {
    String page =
        Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).strategy(List.of("17", "19"));

    // The 15 regions, the launch, the motto and the counts of the announcement of 13 June 2024.
    assertThat(words(page))
        .contains("niñas, niños y adolescentes libres de violencia")
        .contains("Se lanzó en Amazonas el 14 de junio de 2024 y trabaja en 15 regiones")
        .contains("18 711 casos", "12 906", "(69 %)", "de 12 a 17 años")
        .contains("violación, el acoso sexual, los tocamientos indebidos")
        .contains("Familias con Punche", "¡Actuemos Ya!", "multisectorial");
    assertThat(all(page, "<li>(<a href[^>]*>)?[^<]+(</a>)?</li>\\s*(?=<li>|</ul>\\s*</section>)"))
        .hasSizeGreaterThanOrEqualTo(15);
    assertThat(page)
        .contains("<a href=\"madre-de-dios.html\">Madre de Dios</a>")
        .doesNotContain("pasco.html");
  }

  @Test
  void thePageOfChecksMarksWhatIsOutsideItsBounds() throws Exception {
    String any = "partner_violence_any_ever";
    String physical = "partner_violence_physical_ever";
    Evidence evidence =
        REAL.with(
            Table.SMALL_AREA_DIAGNOSTICS,
            List.of(
                check(any, Diagnostic.AREAS, 196),
                check(any, Diagnostic.CLUSTERS_OUT_COVERAGE, 94.4),
                check(any, Diagnostic.GROUP_DIFFERENCE_MEAN, 0.012),
                check(physical, Diagnostic.AREAS, 196),
                check(physical, Diagnostic.CLUSTERS_OUT_COVERAGE, 88)));

    Bulletins.of(evidence, Language.SPANISH, SampleEvidence.SPAN).write(List.of(), HTML, folder);

    String page = Files.readString(folder.resolve("calidad-de-las-estimaciones.html"));
    assertThat(words(page))
        .contains("De 2 comprobaciones con límites, 1 da motivo de duda.")
        .contains("94.4 % 88.0 % duda 92 % a 98 %")
        .contains("1.2 puntos –")
        .doesNotContain("NaN");
    assertThat(all(page, "class=\"doubtful\"")).hasSize(1);
  }

  private static SmallAreaDiagnosticRow check(String indicator, Diagnostic check, double value) {
    return SmallAreaDiagnosticRow.of(
        AreaLevel.PROVINCE, indicator, check, value, 100, Provenance.MICRODATA);
  }

  static TargetRow target(
      int rank, String area, String label, String region, boolean selected, double frequency) {
    double none = Double.NaN;
    return new TargetRow(
        rank,
        area,
        label,
        region,
        100000,
        9.9,
        9876,
        12,
        88000,
        frequency,
        selected,
        none,
        frequency,
        9876,
        null,
        null,
        none,
        null,
        AreaLevel.PROVINCE,
        "partner_violence_physical_or_sexual_12m",
        Regions.name(region),
        7.6,
        12.3,
        7654,
        12345,
        SelectionBand.of(frequency),
        300,
        none,
        3,
        2,
        2023,
        3292,
        none,
        Provenance.MICRODATA,
        "2022");
  }

  @Test
  void districtsWithoutAServiceComeFirstAndTheirPeopleAreCounted() throws Exception {
    Evidence evidence =
        REAL.with(
            Table.DISTRICT_SERVICES,
            List.of(
                services("190101", "Chaupimarca", 30000, 2022, 2, 500),
                services("190102", "Huachón", 5000, 2022, 0, 0),
                services("190103", "Huariaca", 15000, 2022, 0, 0),
                services("010101", "Chachapoyas", 40000, 2022, 1, 10)));

    Bulletins.Written files =
        Bulletins.of(evidence, Language.SPANISH, SampleEvidence.SPAN)
            .write(List.of("19"), HTML, folder);

    assertThat(files.others())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "distritos-pasco.html",
            "distritos-pasco.csv",
            "distritos.csv",
            "comparar-regiones.html",
            "prevencion-y-violencia.html",
            "prevenir-para-proteger.html");
    assertThat(Files.readString(folder.resolve("pasco.html")))
        .contains("<a href=\"distritos-pasco.html\">");
    String page = Files.readString(folder.resolve("distritos-pasco.html"));
    assertThat(words(page))
        .contains("Pasco tiene 3 distritos.", "1 tiene un Centro Emergencia Mujer")
        .contains("En 2 distritos sin centro viven 20 000 personas, el 40.0 %")
        .contains("2 centros, desde 2013")
        .doesNotContain("Chachapoyas");
    assertThat(page.indexOf("Huariaca"))
        .isLessThan(page.indexOf("Huachón"))
        .isLessThan(page.indexOf("Chaupimarca"));
    assertThat(Files.readAllLines(folder.resolve("distritos-pasco.csv"))).hasSize(4);
    assertThat(Files.readAllLines(folder.resolve("distritos.csv"))).hasSize(5);
  }

  private static DistrictServiceRow services(
      String district, String name, double people, int year, double centres, double informed) {
    return new DistrictServiceRow(
        district,
        name,
        district.substring(0, 4),
        "Province",
        district.substring(0, 2),
        people,
        2025,
        year,
        1,
        12,
        centres,
        informed,
        0,
        centres > 0 ? 2013 : null,
        Provenance.PUBLISHED);
  }

  @Test
  void writesAPageARegionAndAnIndexThatLinksThem() throws Exception {
    Bulletins.Written files =
        Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN)
            .write(List.of("17", "19"), HTML, folder);

    assertThat(files.regions())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("madre-de-dios.html", "pasco.html");
    assertThat(files.index()).isEqualTo(folder.resolve("index.html"));
    assertThat(files.others())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "comparar-regiones.html", "prevencion-y-violencia.html", "prevenir-para-proteger.html");
    String index = Files.readString(folder.resolve("index.html"));
    assertThat(index)
        .contains("<a href=\"madre-de-dios.html\">Madre de Dios</a>", "href=\"pasco.html\"");
    assertThat(words(index))
        .contains("bajó", "−13.1 (−20.0 a −6.2)")
        .doesNotContain("Mujeres entrevistadas, Madre de Dios");
  }
}
