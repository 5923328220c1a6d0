package org.quipu.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.quipu.endes.Dimensions;
import org.quipu.store.CsvTables;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.Store;
import org.quipu.store.Table;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyCluster;
import org.quipu.survey.quality.QualityScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "prevalence",
    description = {
      "Estimates prevalence with standard errors of the full sample design, by region and other domains.",
      "",
      "What the store holds already, made the same way of the same data, is not made again."
    },
    footer = {
      "",
      "Example:",
      "  quipu prevalence --store store --by national,region,region:residence --out out"
    })
final class PrevalenceCommand extends Job {
  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(
      names = "--year",
      paramLabel = "Y",
      arity = "1..*",
      description = "Years; all that the store has unless told otherwise.")
  private List<Integer> years = List.of();

  @Option(
      names = "--by",
      paramLabel = "TABLES",
      split = ",",
      description =
          "Tables of domains, separated by commas, crossings with a colon: ${DEFAULT-VALUE} unless told otherwise.")
  private List<String> tables = PrevalenceJob.Request.DEFAULT.tables();

  @Option(
      names = "--indicator",
      paramLabel = "I",
      arity = "1..*",
      description = "Indicators; all of data/indicators.yaml unless told otherwise.")
  private List<String> indicators = PrevalenceJob.Request.DEFAULT.indicators();

  @Option(
      names = "--lonely-psu",
      paramLabel = "M",
      description =
          "Strata with a single cluster: ${COMPLETION-CANDIDATES}. Default: certainty, as INEI does.")
  private LonelyCluster lonely = PrevalenceJob.Method.DEFAULT.lonely();

  @Option(
      names = "--interval",
      paramLabel = "M",
      description = "95 %% intervals: ${COMPLETION-CANDIDATES}. Default: logit.")
  private IntervalMethod interval = PrevalenceJob.Method.DEFAULT.interval();

  @Option(
      names = "--quality",
      paramLabel = "S",
      description =
          "What is fit to publish: inei, dhs, cepal-2020, cepal-2023, chile. Default: inei.",
      converter = Converters.Quality.class)
  private QualityScheme quality = PrevalenceJob.Method.DEFAULT.quality();

  @Option(names = "--out", paramLabel = "DIR", description = "Write DIR/tables/prevalence.csv too.")
  private Path out;

  @Override
  protected void run(Console console) {
    Scopes.check(this, tables, indicators);
    List<PrevalenceRow> rows =
        new PrevalenceJob(
                Store.existing(store), console, new PrevalenceJob.Method(lonely, interval, quality))
            .rows(new PrevalenceJob.Request(years, tables, indicators));
    if (out != null) {
      console.progress("wrote " + CsvTables.export(Table.PREVALENCE, rows, out));
    }

    summarise(rows, console);
  }

  private static void summarise(List<PrevalenceRow> rows, Console console) {
    console.say(String.format(Locale.ROOT, "prevalence: %,d estimates", rows.size()));
    rows.stream()
        .filter(row -> row.by().equals(Dimensions.NATIONAL))
        .filter(row -> !row.indicator().contains("_act_"))
        .forEach(
            row ->
                console.say(
                    String.format(
                        Locale.ROOT,
                        "  %d  %-42s %6.2f %%  (SE %.2f, %.2f-%.2f, n %,d)  %s",
                        row.year(),
                        row.indicator(),
                        row.percent(),
                        row.standardError(),
                        row.ciLow(),
                        row.ciHigh(),
                        row.n(),
                        row.quality())));
  }
}
