package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.charts.StandingFigure.Relation;
import org.quipu.text.Language;

/** Figures of all regions beside each other, and of one region's years. */
class RegionsFiguresTest {
  private static final ChangeFigure.Family FAMILY = new ChangeFigure.Family(25, "Holm");

  private static PanelsFigure.Year year(int year, double percent, double se) {
    return new PanelsFigure.Year(year, Sample.estimate(percent, se), false);
  }

  private static PanelsFigure.Year published(int year, double percent) {
    return new PanelsFigure.Year(year, Sample.estimate(percent, Double.NaN), true);
  }

  /** The country from 2018 on; a region with a year missing and one of others. */
  private static final List<PanelsFigure.Year> NATION =
      IntStream.rangeClosed(2018, 2024).mapToObj(y -> year(y, 63 - 1.8 * (y - 2018), 0.8)).toList();

  private static List<PanelsFigure.Panel> forms() {
    List<PanelsFigure.Panel> panels = new ArrayList<>();
    List<String> names = List.of("Cualquier forma", "Psicológica o verbal", "Física", "Sexual");
    double[] shares = {1, 0.93, 0.5, 0.11};
    for (int i = 0; i < shares.length; i++) {
      double share = shares[i];
      panels.add(
          new PanelsFigure.Panel(
              names.get(i),
              List.of(
                  published(2018, 70 * share),
                  year(2019, 66 * share, 2.5 * share),
                  year(2021, 60 * share, 2.4 * share),
                  year(2022, 57 * share, 2.4 * share),
                  year(2024, 50.6 * share, 2.4 * share)),
              NATION.stream().map(y -> year(y.year(), y.level().percent() * share, 0.8)).toList(),
              Sample.change(-9.4 * share, 2)));
    }

    return panels;
  }

  private static List<PanelsFigure.Panel> regions() {
    List<PanelsFigure.Panel> panels = new ArrayList<>();
    for (int i = 0; i < Sample.REGIONS.size(); i++) {
      panels.add(
          new PanelsFigure.Panel(
              Sample.REGIONS.get(i),
              List.of(year(2021, Sample.EARLY[i], 2.4), year(2024, Sample.LATE[i], 2.4)),
              List.of(year(2021, 54.9, 0.8), year(2024, 52, 0.8)),
              Sample.change(Sample.LATE[i] - Sample.EARLY[i], 3 + i % 3)));
    }

    return panels;
  }

  private static Figure years(Language language) {
    return PanelsFigure.ofForms(
        Sample.about(language),
        "Pasco",
        "Perú",
        forms(),
        new PanelsFigure.Tested(2021, 2024, FAMILY));
  }

  @Test
  void aRegionsYearsStandOverTheCountrysByForm() throws Exception {
    Figure figure = Sample.keep("years", years(Language.SPANISH));

    assertThat(figure.title()).isEqualTo("Pasco: la violencia alguna vez bajó de 2021 a 2024");
    for (Form form : List.of(Form.WIDE, Form.PHONE)) {
      assertThat(Drawn.words(figure.in(form)))
          .contains("Cualquier forma", "Psicológica o verbal", "Física", "Sexual")
          .contains("2018", "2024", "50.6", "5.6", "Pasco", "Perú")
          .contains("publicada por otros, sin microdatos")
          .doesNotContain("NaN");
    }
    Drawn.assertNotBlank(figure.image(), 2, 3);
  }

  @Test
  void linesBreakWhereAYearIsMissingAndTwoYearsAloneAreASlope() {
    PanelsFigure.Panel broken =
        panel(List.of(year(2018, 70, 2), year(2019, 66, 2), year(2021, 60, 2), year(2022, 57, 2)));
    PanelsFigure.Panel slope = panel(List.of(year(2018, 70, 2), year(2022, 57, 2)));
    PanelsFigure.Panel whole =
        panel(List.of(year(2018, 70, 2), year(2019, 66, 2), year(2020, 63, 2)));

    assertThat(PanelsPlot.joined(broken.own())).isEqualTo(2);
    assertThat(PanelsPlot.joined(slope.own())).isEqualTo(1);
    assertThat(PanelsPlot.joined(whole.own())).isEqualTo(2);
  }

  private static PanelsFigure.Panel panel(List<PanelsFigure.Year> own) {
    return new PanelsFigure.Panel("Pasco", own, List.of(), Sample.change(-5, 1));
  }

  @Test
  void everyRegionHasAPanelOnOneScale() throws Exception {
    Figure figure =
        Sample.keep(
            "panels",
            PanelsFigure.ofRegions(
                Sample.about(Language.SPANISH),
                "Perú",
                regions(),
                new PanelsFigure.Tested(2021, 2024, FAMILY)));

    assertThat(figure.title()).isEqualTo("Baja clara en 3 de 25 regiones, alza clara en ninguna");
    for (Form form : List.of(Form.WIDE, Form.PHONE)) {
      assertThat(Drawn.words(figure.in(form))).contains(Sample.REGIONS.toArray(String[]::new));
    }
  }

  private static SlopeFigure.Line line(String label, double from, double to, double se) {
    return new SlopeFigure.Line(
        label, Sample.estimate(from, 2), Sample.estimate(to, 2), Sample.change(to - from, se));
  }

  @Test
  void slopesNameEachRegionAtBothEndsApart() throws Exception {
    List<SlopeFigure.Line> lines =
        IntStream.range(0, 25)
            .mapToObj(i -> line(Sample.REGIONS.get(i), Sample.EARLY[i], Sample.LATE[i], 3 + i % 3))
            .toList();
    Figure figure =
        Sample.keep(
            "slopes",
            SlopeFigure.of(
                Sample.about(Language.SPANISH),
                new SlopeFigure.Years(2021, 2024, FAMILY),
                line("Perú", 54.9, 52, 1.1),
                lines));

    assertThat(Drawn.words(figure))
        .contains("Amazonas  49.6", "49.5  Amazonas", "Madre de Dios  70.6", "Perú  54.9");
    assertThat(Drawn.words(figure.in(Form.PHONE)))
        .contains("49.6", "49.5  Amazonas")
        .doesNotContain("Amazonas  49.6");
  }

  @Test
  void twoYearsOfFormsAreSlopesWithTheTestOfEach() throws Exception {
    PlottedChange fall = Sample.change(-12, 1);
    Figure figure =
        Sample.keep(
            "slopes-of-forms",
            SlopeFigure.ofForms(
                Sample.about(Language.SPANISH),
                new SlopeFigure.Years(2020, 2024, FAMILY),
                List.of(
                    new SlopeFigure.Line(
                        "Física", Sample.estimate(42, 1), Sample.estimate(30, 1), fall),
                    new SlopeFigure.Line(
                        "Sexual",
                        Sample.estimate(9, 1),
                        Sample.estimate(7, 1),
                        PlottedChange.without(PlottedLevel.Showing.ABSENT))),
                List.of(new SeriesFigure.Break(2020, "2020: solo en persona"))));

    assertThat(figure.title())
        .isEqualTo("Física: bajó de 42.0\u00a0% en 2020 a 30.0\u00a0% en 2024");
    assertThat(Drawn.words(figure))
        .contains("Física  42.0", "30.0  Física", "7.0  Sexual", "baja", "2020: solo en persona");
    assertThat(figure.description()).contains("Sexual: 9.0 → 7.0");
  }

  @Test
  void aRegionWithoutAFigureIsNamedUnderTheSlopes() throws Exception {
    Figure figure =
        SlopeFigure.of(
            Sample.about(Language.SPANISH),
            new SlopeFigure.Years(2021, 2024, FAMILY),
            line("Perú", 54.9, 52, 1.1),
            List.of(
                line("Pasco", 55.5, 50.6, 3),
                new SlopeFigure.Line(
                    "Tacna",
                    PlottedLevel.NONE,
                    Sample.estimate(39.6, 2),
                    PlottedChange.without(PlottedLevel.Showing.ABSENT))));

    assertThat(Drawn.words(figure)).contains("Sin alguna de las dos cifras: Tacna.");
  }

  @Test
  void labelsMoveAsLittleAsKeepsThemApart() {
    // Pooled: 10, 11, 12 around their mean 11; 30 where it is.
    assertThat(Spread.apart(new double[] {11, 10, 30, 12}, 5, 0, 100))
        .containsExactly(11, 6, 30, 16);
    assertThat(Spread.apart(new double[] {1, 2, 3}, 5, 0, 100)).containsExactly(0, 5, 10);
    assertThat(Spread.apart(new double[] {99, 98, 97}, 5, 0, 100)).containsExactly(100, 95, 90);
    double[] equal = Spread.apart(new double[] {50, 50, 50}, 4, 0, 100);
    assertThat(equal).containsExactly(46, 50, 54);
  }

  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void theOtherRegionsAreToldFromOneBySign(Language language) throws Exception {
    List<StandingFigure.Row> rows =
        List.of(
            new StandingFigure.Row("Junín", Sample.estimate(69.1, 2.4), Relation.HIGHER),
            new StandingFigure.Row("Pasco", Sample.estimate(55.5, 2.4), Relation.ITSELF),
            new StandingFigure.Row("Piura", Sample.estimate(53.9, 2.4), Relation.NOT_DISTINGUISHED),
            new StandingFigure.Row("Ica", Sample.estimate(42.1, 2.4), Relation.LOWER));
    Figure figure =
        StandingFigure.of(
            Sample.about(language).highlighting("Pasco"),
            2024,
            300,
            new StandingFigure.Row("Perú", Sample.estimate(54.9, 0.8), Relation.NOT_DISTINGUISHED),
            rows);
    Sample.keep("standing", figure);

    boolean spanish = language.is(Language.SPANISH);
    assertThat(figure.title())
        .isEqualTo(
            spanish
                ? "Pasco no se distingue de 1 de las otras 3 regiones"
                : "Pasco cannot be told from 1 of the other 3 regions");
    assertThat(Drawn.words(figure))
        .contains(spanish ? "claramente más alta que Pasco" : "clearly higher than Pasco")
        .contains(spanish ? "claramente más baja que Pasco" : "clearly lower than Pasco");
    assertThat(figure.description()).contains("Junín: 69.1", "Ica: 42.1");
    assertThat(
            StandingFigure.of(
                    Sample.about(language).highlighting("Pasco"),
                    2024,
                    1,
                    rows.get(0),
                    List.of(rows.get(1), rows.get(2), open("Tumbes")))
                .title())
        .isEqualTo(
            spanish
                ? "Pasco no se distingue de ninguna de las otras 2 regiones"
                : "Pasco cannot be told from any of the other 2 regions");
  }

  private static StandingFigure.Row open(String label) {
    return new StandingFigure.Row(label, Sample.estimate(52, 2.4), Relation.NOT_DISTINGUISHED);
  }

  @Test
  void aHeatTableHasEveryCellInEachForm() throws Exception {
    List<String> columns =
        Stream.of("", ", últimos 12 meses")
            .flatMap(
                period ->
                    Stream.of("Cualquier forma", "Psicológica o verbal", "Física", "Sexual")
                        .map(form -> form + period))
            .toList();
    List<HeatFigure.Row> rows =
        IntStream.range(0, 25)
            .mapToObj(
                i ->
                    new HeatFigure.Row(
                        Sample.REGIONS.get(i),
                        IntStream.range(0, 8)
                            .mapToObj(
                                c ->
                                    i == 3 && c == 7
                                        ? new PlottedLevel(
                                            Double.NaN,
                                            Double.NaN,
                                            Double.NaN,
                                            PlottedLevel.Showing.FEW_INTERVIEWS)
                                        : Sample.estimate(Sample.LATE[i] / (c + 1), 2))
                            .toList()))
            .toList();
    HeatFigure.Row nation =
        new HeatFigure.Row(
            "Perú",
            IntStream.range(0, 8).mapToObj(c -> Sample.estimate(52.0 / (c + 1), 1)).toList());
    Figure figure =
        Sample.keep(
            "heat", HeatFigure.of(Sample.about(Language.SPANISH), 2024, columns, nation, rows));

    for (Form form : List.of(Form.WIDE, Form.PHONE)) {
      assertThat(Drawn.words(figure.in(form))).contains("49.5", "Madre de Dios", "–");
    }
    assertThat(Drawn.words(figure))
        .contains("Pocas entrevistas: hay menos de las necesarias para mostrar la cifra.");
    assertThat(figure.in(Form.PHONE).height()).isGreaterThan(figure.height());
  }

  @Test
  void allAnswersStandTogetherWithTheirCorrectedP() throws Exception {
    AnswersFigure.Answer open =
        new AnswersFigure.Answer("Personas informadas", -0.3, -1.9, 1.3, "p = 0.96", false);
    AnswersFigure.Answer none =
        new AnswersFigure.Answer("Acciones", Double.NaN, Double.NaN, Double.NaN, "p = –", false);
    Figure figure =
        AnswersFigure.of(
            Sample.about(Language.SPANISH),
            2021,
            2024,
            List.of(
                new AnswersFigure.Group("Cualquier forma", List.of(open, none)),
                new AnswersFigure.Group("Sexual", List.of(open))));
    Sample.keep("answers", figure);

    assertThat(figure.title()).isEqualTo("Ninguna de 3 preguntas muestra una asociación clara");
    assertThat(Drawn.words(figure))
        .contains("Cualquier forma", "Sexual", "−0.3 (−1.9 a +1.3), p = 0.96", "no se pudo estimar")
        .contains("Son asociaciones entre regiones, no causas.")
        .doesNotContain("asociación clara");
    AnswersFigure.Answer clear =
        new AnswersFigure.Answer("Casos", -3.1, -4.9, -1.3, "p = 0.02", true);
    assertThat(
            AnswersFigure.of(
                    Sample.about(Language.ENGLISH),
                    2021,
                    2024,
                    List.of(new AnswersFigure.Group("Any form", List.of(clear, open))))
                .title())
        .isEqualTo("1 of 2 questions shows a clear association");
  }
}
