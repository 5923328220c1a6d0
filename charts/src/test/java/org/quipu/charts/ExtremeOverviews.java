package org.quipu.charts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quipu.text.Language;

/** Figures that show much at once, with inputs that strain them. */
final class ExtremeOverviews {
  private static final ChangeFigure.Family FAMILY = new ChangeFigure.Family(25, "Holm");
  private static final List<String> FORMS =
      List.of(
          "Cualquier forma",
          "Psicológica o verbal",
          "Física",
          "Sexual",
          "Cualquier forma, últimos 12 meses",
          "Psicológica o verbal, últimos 12 meses",
          "Física, últimos 12 meses",
          "Sexual, últimos 12 meses");

  private ExtremeOverviews() {}

  static void add(Map<String, Figure> figures, Language language) {
    List<ChangeFigure.Row> changes = Extremes.changes();
    figures.put(
        "slopes",
        SlopeFigure.of(
            Extremes.marked(language),
            new SlopeFigure.Years(2017, 2022, FAMILY),
            new SlopeFigure.Line("Perú", level(50), level(49), Sample.change(-1, 1)),
            regions()
                .mapToObj(
                    i ->
                        new SlopeFigure.Line(
                            Sample.REGIONS.get(i),
                            level(i % 3),
                            level(99),
                            changes.get(i).change()))
                .toList()));
    figures.put(
        "slopes of forms",
        SlopeFigure.ofForms(
            Extremes.marked(language),
            new SlopeFigure.Years(2020, 2024, FAMILY),
            IntStream.range(0, 4)
                .mapToObj(
                    i ->
                        new SlopeFigure.Line(
                            FORMS.get(i), level(50 - i), level(49), changes.get(i).change()))
                .toList(),
            List.of(new SeriesFigure.Break(2020, "2020: solo entrevistas presenciales"))));
    figures.put(
        "panels of regions",
        PanelsFigure.ofRegions(
            Extremes.marked(language), "Perú", panels(Sample.REGIONS), tested()));
    figures.put(
        "panels of forms",
        PanelsFigure.ofForms(
            Extremes.about(language),
            Extremes.LONG_REGION,
            "Perú",
            panels(FORMS.subList(0, 4)),
            tested()));
    StandingFigure.Relation[] relations = StandingFigure.Relation.values();
    figures.put(
        "standing",
        StandingFigure.of(
            Extremes.marked(language),
            2022,
            300,
            new StandingFigure.Row("Perú", level(2), StandingFigure.Relation.NOT_DISTINGUISHED),
            regions()
                .mapToObj(
                    i ->
                        new StandingFigure.Row(
                            Sample.REGIONS.get(i),
                            level(i == 0 ? 100 : 50 - 2 * i),
                            i == 0 ? StandingFigure.Relation.ITSELF : relations[1 + i % 3]))
                .toList()));
    figures.put(
        "heat table",
        HeatFigure.of(
            Extremes.marked(language),
            2022,
            FORMS,
            new HeatFigure.Row("Perú", levels(0)),
            regions()
                .mapToObj(i -> new HeatFigure.Row(Sample.REGIONS.get(i), levels(i)))
                .toList()));
    figures.put("answers", answers(language));
  }

  private static IntStream regions() {
    return IntStream.range(0, Sample.REGIONS.size());
  }

  private static PlottedLevel level(double percent) {
    return Sample.estimate(percent, 2);
  }

  private static List<PlottedLevel> levels(int i) {
    return IntStream.range(0, FORMS.size())
        .mapToObj(
            form ->
                i == 9 && form == 3
                    ? Extremes.HIDDEN
                    : new PlottedLevel(
                        (4 * i + 7 * form) % 101, 0, 100, PlottedLevel.Showing.REFERENTIAL))
        .toList();
  }

  private static PanelsFigure.Tested tested() {
    return new PanelsFigure.Tested(2014, 2023, FAMILY);
  }

  private static List<PanelsFigure.Panel> panels(List<String> labels) {
    List<ChangeFigure.Row> changes = Extremes.changes();

    return IntStream.range(0, labels.size())
        .mapToObj(
            i ->
                new PanelsFigure.Panel(
                    labels.get(i), years(3.9 * i), years(50), changes.get(i).change()))
        .toList();
  }

  private static List<PanelsFigure.Year> years(double percent) {
    return IntStream.range(2014, 2024)
        .mapToObj(year -> new PanelsFigure.Year(year, level(percent), year % 2 == 0))
        .toList();
  }

  private static Figure answers(Language language) {
    double none = Double.NaN;

    return AnswersFigure.of(
        Extremes.marked(language),
        2017,
        2022,
        FORMS.subList(0, 4).stream()
            .map(
                form ->
                    new AnswersFigure.Group(
                        form,
                        Arrays.asList(
                            new AnswersFigure.Answer(
                                "Acciones preventivas por 10 000 habitantes",
                                -10.25,
                                -31.5,
                                12.75,
                                "p = 0.999",
                                false),
                            new AnswersFigure.Answer(
                                "Distritos con Centro Emergencia Mujer",
                                none,
                                none,
                                none,
                                "",
                                false))))
            .toList());
  }
}
