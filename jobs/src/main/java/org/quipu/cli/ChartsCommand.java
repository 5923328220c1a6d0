package org.quipu.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.quipu.UserException;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.FigureFormat;
import org.quipu.charts.Form;
import org.quipu.job.ChartsJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "charts",
    description = {
      "Draws the figures of what the store holds: prevalence and change by region, change against"
          + " coverage, the national series, maps.",
      "",
      "Each is written as DIR/charts/NAME.png and .svg, or as --format says, with its years, source"
          + " and notes on it, and the rows that it shows as NAME.csv. DIR/charts/figures.csv lists"
          + " the figures, with the command that draws each. Figures for which the store has no"
          + " rows are not drawn."
    },
    footer = {
      "",
      "Examples:",
      "  quipu charts --store store --out out --boundaries districts.geojson",
      "  quipu charts --store store --out out --figure cambio-violencia-fisica-2017-2022 --form"
          + " square card"
    })
final class ChartsCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private PageOutput output;

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "GeoJSON files for maps. A file of regions, provinces or districts, known by their names"
              + " or UBIGEO codes, replaces the outlines of its level. Default: the regions and"
              + " provinces that ship.")
  private List<Path> boundaries = List.of();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class,
      description =
          "Indicators of data/indicators.yaml. Default: the forms of violence whose change the"
              + " store holds.")
  private List<String> indicators = List.of();

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      arity = "1..*",
      description =
          "Figures by the names of their files, without ending, as DIR/charts/figures.csv has them."
              + " Default: all.")
  private List<String> figures = List.of();

  @Option(
      names = "--form",
      paramLabel = "F",
      arity = "1..*",
      converter = Converters.FormName.class,
      description =
          "Forms to draw: wide, phone (NAME-movil), square (NAME-cuadrado, 1080 by 1080 pixels),"
              + " card (NAME-tarjeta, 1200 by 630). Square and card are for social media and hold"
              + " the finding and what fits of the plot; figures that need more room are not drawn"
              + " in them. Default: wide.")
  private List<Form> forms = List.of(Form.WIDE);

  @Option(
      names = "--format",
      paramLabel = "png|svg|pdf",
      split = ",",
      converter = Converters.FigureFormatName.class,
      description = "Formats of each figure, separated by commas. Default: png,svg.")
  private List<FigureFormat> formats = List.copyOf(FigureFormat.USUAL);

  @Override
  protected void run(Console console) {
    ChartsJob.Result drawn =
        new ChartsJob(store.existing(), console)
            .run(
                new ChartsJob.Request(
                    new ChartSet.Choice(indicators, figures, forms.stream().distinct().toList()),
                    outlines(),
                    output.language(),
                    EnumSet.copyOf(formats),
                    output.folder()));
    drawn
        .withoutChange()
        .forEach(
            indicator ->
                console.warn(
                    "no change of "
                        + indicator
                        + " in the store: no figure is about it. Make it with: quipu change --store"
                        + " "
                        + store.folder()
                        + " --from Y --to Y"));
    if (drawn.lacksDistricts()) {
      console.warn(
          "no maps of districts: their outlines do not ship. Give them with --boundaries"
              + " districts.geojson");
    }
    if (drawn.figures().isEmpty()) {
      throw UserException.input(
          store.folder(),
          "no rows to draw",
          "the table change, or programme records",
          "Make it with: quipu change --store " + store.folder() + " --from Y --to Y");
    }

    summarise(drawn, console);
  }

  private Boundaries outlines() {
    Boundaries outlines = Boundaries.shipped();
    for (Path file : boundaries) {
      outlines = outlines.with(file);
    }

    return outlines;
  }

  static void summarise(ChartsJob.Result drawn, Console console) {
    if (!drawn.figures().isEmpty()) {
      int figures = drawn.figures().size();
      console.say(
          figures
              + (figures == 1 ? " figure, as" : " figures, each as")
              + " "
              + PageOutput.listed(drawn.formats())
              + " with the rows that it shows as CSV: "
              + drawn.folder());
    }
  }
}
