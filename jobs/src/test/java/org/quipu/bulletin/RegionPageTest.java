package org.quipu.bulletin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.store.ChangeRow;
import org.quipu.store.DomainComparisons;
import org.quipu.store.PositionRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Table;
import org.quipu.text.Language;

class RegionPageTest {
  private static final Evidence REAL = SampleEvidence.of(Provenance.RECOMPUTED);
  private static final String PASCO = "19";

  @TempDir Path folder;

  private static String words(Evidence evidence, String region) {
    return words(evidence, Language.SPANISH, region);
  }

  /** The words of a page that a reader sees, blanks made plain. */
  private static String words(Evidence evidence, Language language, String region) {
    return plain(Bulletins.of(evidence, language, SampleEvidence.SPAN).page(region));
  }

  private static String plain(String html) {
    return html.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>|<svg.*?</svg\\s*>", " ")
        .replaceAll("<[^>]+>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }

  /** Each figure and each thing that the ministry's bulletin on Pasco names, in its order. */
  @Test
  void pascosPageHoldsAllThatItsDocumentSays() {
    assertThat(words(REAL, PASCO))
        .contains("Programa Nacional Aurora", "MIMP")
        .contains("avances en la prevención de la violencia contra las mujeres y los integrantes")
        .contains("iniciativas locales y regionales", "innovadoras", "vida libre de violencia")
        .contains("con la comunidad, en la escuela y en los medios")
        .contains("en 5 años", "remite a la ENDES 2022", "a un sitio web")
        .contains(
            "Estrategia comunitaria", "Con tres intervenciones", "participación de la comunidad")
        .contains("Mujeres empoderadas y autónomas")
        .contains(
            "56 mujeres capacitadas (adolescentes y jóvenes) en habilidades personales,"
                + " vocacionales y en finanzas; de ellas, 38 abrieron un negocio")
        .contains("Distritos: Chaupimarca y Yanacancha")
        .contains("Mujeres acompañando mujeres", "mentoras voluntarias", "psicólogas comunitarias")
        .contains(
            "51 mentoras voluntarias formadas para acompañar a mujeres víctimas", "10 sesiones")
        .contains("62 mujeres que denunciaron", "77 mujeres que no habían denunciado")
        .contains("Distritos: Chaupimarca, Simón Bolívar y Yanacancha")
        .contains("Hombres por la Igualdad", "colectivos", "Entre patas", "pareja y paternidad")
        .contains("105 hombres capacitados en masculinidad con enfoque de género")
        .contains("3 colectivos de hombres (se deduce: a la frase de la fuente le falta una")
        .contains("4474 hombres informados por los colectivos")
        .contains("78 hombres capacitados junto con sus parejas en comportamientos no violentos")
        .contains(
            "573 hombres en espacios de reflexión «Entre patas» dirigidos por un profesional"
                + " especializado")
        .contains("3 espacios de reflexión «Entre patas»")
        .contains("«Entre patas»: Chaupimarca, Simón Bolívar, Yanacancha y Villa Rica")
        .contains("Estrategia educativa", "UGEL", "DRE", "25 asistencias técnicas a autoridades")
        .contains("2 UGEL asistidas", "UGEL: Daniel Alcides Carrión y Pasco")
        .contains("147 docentes informados sobre estrategias para un ambiente educativo con buen")
        .contains("553 estudiantes informados para llevar una vida libre de violencia")
        .contains("570 madres y padres informados para llevar una vida libre de violencia")
        .contains("Niveles: inicial, primaria y secundaria")
        .contains("Estrategia comunicacional", "espacios públicos", "movilizaciones", "medios")
        .contains(
            "16 590 personas informadas sobre la violencia contra las mujeres, el acoso sexual en"
                + " espacios públicos, el acoso virtual y la trata de personas con fines de"
                + " explotación sexual")
        .contains(
            "Aurora te acompaña", "6 p. m.", "desde noviembre de 2023", "1 programa de radio");
  }

  @Test
  void noOtherPageHoldsWhatThatDocumentSays() {
    assertThat(words(REAL, "02"))
        .contains("Programa Nacional Aurora")
        .doesNotContain("Aurora te acompaña", "en 5 años", "adolescentes y jóvenes", "16 590");
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void thePositionIsToldAsTheTableHasIt(Language language) {
    for (PositionRow row : SampleEvidence.compared(REAL.prevalence()).positions()) {
      if (row.indicator().equals(FigureBuilder.ANY) && row.year() == SampleEvidence.SPAN.to()) {
        String words = words(REAL, language, row.domain());
        boolean spanish = language.is(Language.SPANISH);
        if (row.higher() + row.lower() == 0) {
          assertThat(words)
              .contains(spanish ? "de ninguna de las otras 24 regiones" : "any of the other 24");
        } else {
          assertThat(words)
              .contains(
                  spanish
                      ? "no se distingue de la de %d de las otras 24"
                          .formatted(row.notDistinguished())
                      : "told from %d of the other 24".formatted(row.notDistinguished()));
        }
        assertThat(words)
            .contains(
                spanish
                    ? "el puesto %d de 25".formatted(row.rank())
                    : "ranks %d of 25".formatted(row.rank()));
      }
    }
  }

  @Test
  void withoutATableOfPositionsNothingIsSaidOfThem() {
    assertThat(words(REAL.with(Table.POSITION, List.of()), PASCO))
        .doesNotContain("frente a las demás regiones", "claramente más");
  }

  private static PrevalenceRow group(String by, String domain, double percent) {
    PrevalenceRow row =
        SampleEvidence.level(
            SampleEvidence.SPAN.to(), FigureBuilder.ANY, "01", percent, 3, Provenance.RECOMPUTED);
    return new PrevalenceRow(
        row.year(),
        row.indicator(),
        by,
        domain,
        domain,
        row.percent(),
        row.standardError(),
        row.ciLow(),
        row.ciHigh(),
        row.cv(),
        row.deff(),
        row.df(),
        row.n(),
        row.weightedN(),
        row.psus(),
        row.strata(),
        row.quality(),
        row.source(),
        row.qualityReason());
  }

  private static Evidence with(PrevalenceRow... more) {
    List<PrevalenceRow> levels = new ArrayList<>(REAL.prevalence());
    levels.addAll(List.of(more));
    return REAL.with(Table.PREVALENCE, levels);
  }

  @Test
  void groupsStandBesideTheCountryAndAHiddenOneSaysWhy() {
    Evidence evidence =
        with(
            group("residence", "1", 50),
            group("residence", "2", 56),
            group("region:residence", "19|1", 48),
            SampleEvidence.hidden(group("region:residence", "19|2", 61)));

    assertThat(words(evidence, PASCO))
        .contains("Dónde vive Urbana 48.0 % (42.1–53.9) 50.0 % (44.1–55.9)")
        .contains("Rural pocas entrevistas 56.0 % (50.1–61.9)")
        .doesNotContain("61.0", "no hay entrevistas suficientes");
    assertThat(words(evidence, Language.ENGLISH, PASCO)).contains("Urban 48.0%");
    // No test was made of groups: neither heading nor note says that they differ.
    assertThat(words(evidence, PASCO))
        .contains("¿Cuántas mujeres de cada grupo han sufrido violencia?")
        .contains("Estas diferencias no se han puesto a prueba")
        .doesNotContain("afecta más");
  }

  @Test
  void groupsAreTheCountrysWhereTheRegionHasTooFewInterviews() {
    Evidence evidence =
        with(
            group("residence", "1", 50),
            group("residence", "2", 56),
            SampleEvidence.hidden(group("region:residence", "19|1", 48)),
            SampleEvidence.hidden(group("region:residence", "19|2", 61)));

    assertThat(words(evidence, PASCO))
        .contains("En Pasco no hay entrevistas suficientes para separar estos grupos")
        .contains("Urbana 50.0 % (44.1–55.9)")
        .doesNotContain("Urbana pocas entrevistas");
  }

  @Test
  void helpThatWomenSoughtIsToldWhereTheSurveyAskedForIt() {
    PrevalenceRow institution =
        SampleEvidence.level(
            SampleEvidence.SPAN.to(),
            "help_sought_institution",
            PASCO,
            29.5,
            3,
            Provenance.RECOMPUTED);

    assertThat(words(with(institution), PASCO))
        .contains("¿Pidieron ayuda?", "maltratadas físicamente alguna vez por alguna persona")
        .contains("Buscó ayuda en alguna institución sin dato 29.5 % (23.6–35.4)");
    assertThat(words(REAL, PASCO)).doesNotContain("¿Pidieron ayuda?");
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void wordsAreExplainedAndThePageCanBeCited(Language language) {
    String words = words(REAL, language, PASCO);

    assertThat(words)
        .contains(
            language.is(Language.SPANISH)
                ? "Punto porcentual La resta de dos porcentajes"
                : "Percentage point One percentage less another")
        .contains(
            language.is(Language.SPANISH)
                ? "Región Pasco, 2021 y 2024. Elaborado con Quipu, versión"
                : "Pasco region, 2021 and 2024. Made with Quipu, version")
        .contains("Apache 2.0");
  }

  @Test
  void aSyntheticPageIsNotToBeCitedAsData() {
    assertThat(words(SampleEvidence.of(Provenance.SYNTHETIC), PASCO))
        .contains("no se deben citar como datos del Perú");
    assertThat(words(REAL, PASCO)).doesNotContain("no se deben citar");
  }

  @Test
  void everyPairOfRegionsStandsInATableAndTheIndexAnswersWithoutIt() {
    Bulletins bulletins = Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN);
    String table = plain(bulletins.regions());
    String index = bulletins.index(Regions.codes());

    // Amazonas 49.5 and Áncash 53.1: −3.6, standard error √(2.5² + 2.8²) = 3.75, 200 df: ± 7.4
    assertThat(table).contains("Amazonas Áncash −3.6 (−11.0 a +3.8) no se distinguen");
    assertThat(Pattern.compile("no se distinguen|la primera, más").matcher(table).results().count())
        .isGreaterThanOrEqualTo(300);
    assertThat(index)
        .contains("data-pairs=\"−3.6 (−11.0 a +3.8)|no_clear_change;", "comparar-regiones.html")
        .contains("document.getElementById(\"compare\")");
    String pairs = index.substring(index.indexOf("data-pairs"), index.indexOf("<h2>Comparar"));
    assertThat(pairs.split(";", -1)).hasSize(300);
    assertThat(bulletins.index(List.of(PASCO))).doesNotContain("getElementById(\"compare\")");
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void thePageOfAllRegionsHasEachFormOfViolenceAndStaysLight(Language language) {
    Evidence evidence = SampleEvidence.of(Provenance.SYNTHETIC);
    String page = Bulletins.of(evidence, language, SampleEvidence.SPAN).regions();

    assertThat(plain(page))
        .contains(new Labels(language).text("compare.forms", SampleEvidence.SPAN.to()));
    assertThat(page.getBytes(UTF_8)).hasSizeLessThan(250_000);
  }

  @Test
  void theIndexBeginsWithAMapWhoseRegionsAreLinks() {
    String index = Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).index(Regions.codes());
    String map = index.substring(index.indexOf("<nav"), index.indexOf("</nav>"));

    assertThat(index.indexOf("<nav")).isLessThan(index.indexOf("<table"));
    for (String region : Regions.codes()) {
      assertThat(map)
          .contains("href=\"" + FileNames.plain(Regions.name(region)) + ".html\"")
          .contains("aria-label=\"" + Regions.name(region) + ": ");
    }
    assertThat(map).contains("href=\"#regions\"");
    assertThat(index).contains("id=\"regions\"");
    // Only a region with a page is a link; the others are there all the same.
    String one = Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).index(List.of(PASCO));
    String few = one.substring(one.indexOf("<nav"), one.indexOf("</nav>"));
    assertThat(few.split("<a class", -1)).hasSize(2);
    assertThat(few.split("<path", -1)).hasSize(26);
  }

  @Test
  void pagesOfBothLanguagesLinkEachOtherWhicheverCameFirst() throws Exception {
    Set<PageFormat> html = Set.of(PageFormat.HTML);
    Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN)
        .write(List.of(PASCO, "02"), html, folder);
    assertThat(folder.resolve("pasco.html")).content().doesNotContain("hreflang");
    Bulletins.of(REAL, Language.ENGLISH, SampleEvidence.SPAN).write(List.of(PASCO), html, folder);

    assertThat(folder.resolve("pasco.html"))
        .content()
        .contains("<a href=\"pasco-en.html\" hreflang=\"en\" lang=\"en\">English</a>");
    assertThat(folder.resolve("pasco-en.html"))
        .content()
        .contains("<a href=\"pasco.html\" hreflang=\"es\" lang=\"es\">Español</a>");
    assertThat(folder.resolve("index.html")).content().contains("index-en.html", "ancash.html");
    assertThat(folder.resolve("ancash.html")).content().doesNotContain("hreflang");
    Bulletins.of(REAL, Language.SPANISH, SampleEvidence.SPAN).write(List.of(PASCO), html, folder);
    assertThat(folder.resolve("pasco.html")).content().containsOnlyOnce("pasco-en.html");
    assertThat(folder.resolve("index.html")).content().contains("ancash.html", "pasco.html");
  }

  /** Few interviews everywhere: words in the place of numbers, and no number of that region. */
  @Test
  void aRegionOfFewInterviewsHasAPageWithoutItsNumbers() {
    List<PrevalenceRow> levels = new ArrayList<>(REAL.prevalence());
    levels.replaceAll(row -> row.domain().equals(PASCO) ? SampleEvidence.hidden(row) : row);
    List<ChangeRow> changes = new ArrayList<>(REAL.changes());
    changes.replaceAll(row -> row.domain().equals(PASCO) ? SampleEvidence.hidden(row) : row);
    DomainComparisons compared = SampleEvidence.compared(levels);
    Evidence evidence =
        REAL.with(Table.PREVALENCE, levels)
            .with(Table.CHANGE, changes)
            .with(Table.POSITION, compared.positions())
            .with(Table.COMPARISON, compared.pairs());
    Bulletins bulletins = Bulletins.of(evidence, Language.SPANISH, SampleEvidence.SPAN);

    assertThat(words(evidence, PASCO))
        .contains("pocas entrevistas", "No se puede comprobar: falta una cifra")
        .doesNotContain("50.6 %", "55.5 %", "frente a las demás regiones", "año por año", "NaN");
    assertThat(words(evidence, "02")).contains("el puesto", "de 24");
    // 24 regions are left: 276 pairs
    String pairs = plain(bulletins.regions());
    assertThat(pairs.substring(pairs.indexOf("Comparar dos regiones")))
        .doesNotContain("Pasco")
        .contains("Puno San Martín", "San Martín Tacna");
    assertThat(compared.pairs().stream().filter(row -> row.year() == 2024)).hasSize(276 * 4);
    String index = bulletins.index(Regions.codes());
    String known = index.substring(index.indexOf("data-pairs"), index.indexOf("<h2>Comparar"));
    assertThat(Pattern.compile("–\\|not_tested").matcher(known).results()).hasSize(24);
  }

  @Test
  void namesKeepTheirAccents() {
    for (String region : List.of("02", "10", "22")) {
      assertThat(words(REAL, region)).contains("Región " + Regions.name(region));
    }
    assertThat(Regions.name("02")).isEqualTo("Áncash");
  }
}
