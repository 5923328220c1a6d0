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

@Command(name = "charts")
final class ChartsCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private PageOutput output;

  @Option(names = "--boundaries", paramLabel = "FILE", arity = "1..*")
  private List<Path> boundaries = List.of();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      converter = Converters.IndicatorName.class)
  private List<String> indicators = List.of();

  @Option(names = "--figure", paramLabel = "NAME", arity = "1..*")
  private List<String> figures = List.of();

  @Option(names = "--form", paramLabel = "F", arity = "1..*", converter = Converters.FormName.class)
  private List<Form> forms = List.of(Form.WIDE);

  @Option(
      names = "--format",
      paramLabel = "png|svg|pdf",
      split = ",",
      converter = Converters.FigureFormatName.class)
  private List<FigureFormat> formats = List.copyOf(FigureFormat.USUAL);

  @Override
  protected void run(Console console) {
    ChartsJob.Result drawn =
        new ChartsJob(store.existing(), console)
            .run(
                new ChartsJob.Request(
                    new ChartSet.Choice(indicators, figures, forms.stream().distinct().toList()),
                    outlines(),
                    written(),
                    EnumSet.copyOf(formats),
                    output.folder()));
    drawn
        .withoutChange()
        .forEach(
            indicator ->
                console.warn(console.texts().of("charts.no.change", indicator, store.folder())));
    if (drawn.lacksDistricts()) {
      console.warn(console.texts().of("charts.no.districts"));
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
      console.sayText(
          "charts.made",
          drawn.figures().size(),
          PageOutput.listed(drawn.formats(), console),
          drawn.folder());
    }
  }
}
