package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.bulletin.Boundaries;
import org.quipu.endes.Indicator;
import org.quipu.job.ChartsJob;
import org.quipu.store.Store;
import org.quipu.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "charts",
    description = {
      "Draws the figures of what the store holds: prevalence and change by region, change against coverage, the national series, maps.",
      "",
      "Each is written as DIR/charts/NAME.png and .svg, with its years, source and notes on it. Figures for which the store has no rows are not drawn."
    },
    footer = {
      "",
      "Example:",
      "  quipu charts --store store --out out --boundaries departments.geojson"
    })
final class ChartsCommand extends BaseCommand {
  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Figures go to DIR/charts.")
  private Path out;

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      description = "GeoJSON of Peru's departments: draws maps too.")
  private Path boundaries;

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      description =
          "Indicators of data/indicators.yaml. Without it: the forms of violence whose change the store holds.")
  private List<String> indicators = List.of();

  @Option(
      names = "--language",
      paramLabel = "L",
      description = "Language of the figures: es, en. Default: es.",
      converter = Converters.LanguageTag.class)
  private Language language = Language.SPANISH;

  @Override
  protected void run(Console console) {
    indicators.forEach(Indicator::of);
    Optional<Boundaries> outlines = Optional.ofNullable(boundaries).map(Boundaries::read);
    List<String> written =
        new ChartsJob(Store.existing(store))
            .run(new ChartsJob.Request(language, indicators, outlines), out);
    if (written.isEmpty()) {
      throw UserException.input(
          store,
          "no rows to draw",
          "the table change, or programme records",
          "Make it with: quipu change --store " + store + " --from Y --to Y");
    }

    summarise(written, out, console);
  }

  static void summarise(List<String> written, Path out, Console console) {
    if (!written.isEmpty()) {
      console.say(written.size() + " figures, each as PNG and SVG: " + ChartsJob.folder(out));
    }
  }
}
