package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Provenance;
import org.quipu.bulletin.RegressionCharts;
import org.quipu.charts.Form;
import org.quipu.endes.WomenEstimates;
import org.quipu.endes.WomenTable;
import org.quipu.file.Source;
import org.quipu.store.Manifest;
import org.quipu.store.Store;
import org.quipu.store.TableRows;
import org.quipu.survey.Identifiers;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.Replication;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.regression.Extra;
import org.quipu.survey.regression.Family;
import org.quipu.survey.regression.Formula;
import org.quipu.survey.regression.PooledFit;
import org.quipu.survey.regression.RegressionFit;
import org.quipu.survey.regression.RegressionSpec;
import org.quipu.text.Language;

/**
 * Regressions on any survey, and on the women of a store, whose tables {@code regression…} hold the
 * last one.
 */
public final class RegressionJob {
  /**
   * A regression on the women of a store.
   *
   * @param years empty for all that the store has
   * @param domain the values that columns have in the part of the population that is looked at
   * @param replication how variances are replicated from the clusters; null for linearization
   * @param calibration of the women's weights, by totals from a file; null for weights as they are
   */
  public record Request(
      Collection<Integer> years,
      Formula formula,
      Family family,
      Map<String, Set<String>> domain,
      LonelyPsu lonely,
      Set<Extra> extras,
      Replication replication,
      Calibration calibration) {}

  /**
   * What was fitted.
   *
   * @param imputations how many were pooled; 1 of data that were not imputed
   * @param data what was read: a file's own name, or that of a table
   * @param years of the women of a store; empty for other data
   * @param source of the data; null where that is not known
   */
  public record Result(
      RegressionSpec spec,
      RegressionFit fit,
      int imputations,
      String data,
      SortedSet<Integer> years,
      Provenance source) {
    public RegressionTables tables() {
      return RegressionTables.of(fit, spec.family(), source);
    }

    /**
     * Draws the figure of the estimates into {@code OUT/charts}, in these forms, and returns the
     * pictures.
     *
     * @param command that draws it
     */
    public List<Path> draw(Language language, List<Form> forms, Path out, String command) {
      RegressionTables tables = tables();
      Path folder = out.resolve("charts");
      return RegressionCharts.write(
              new RegressionCharts.Fitted(
                  spec,
                  fit,
                  imputations,
                  tables.coefficients(),
                  tables.tests(),
                  data,
                  years,
                  source),
              language,
              forms,
              folder,
              command)
          .stream()
          .map(folder::resolve)
          .toList();
    }

    /** What a user should know before using the results. */
    public List<Notice> warnings() {
      List<Notice> warnings = new ArrayList<>();
      LonelyStrata.warning(fit.lonelyStrata(), spec.design().lonelyPsu()).ifPresent(warnings::add);
      for (String column : spec.asStored()) {
        List<String> levels = fit.levels(column);
        long numbers = levels.stream().filter(Identifiers::isNumber).count();
        if (numbers >= MANY && numbers < levels.size()) {
          warnings.add(Notice.of("regression.texts", column, (long) levels.size()));
        }
      }

      return warnings;
    }
  }

  /** So many numbers among the levels of a factor look like a measure, not like codes. */
  private static final int MANY = 10;

  private final Store store;
  private final Progress progress;

  public RegressionJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Fits a regression.
   *
   * @param survey the fits to whose imputations are pooled, where there are several
   * @param spec on its design
   */
  public static Result of(Survey survey, RegressionSpec spec) {
    List<RegressionFit> fits = survey.imputations().stream().map(data -> data.fit(spec)).toList();
    return new Result(
        spec,
        PooledFit.of(fits),
        fits.size(),
        survey.years().isEmpty() ? lastPart(survey.imputations().get(0).name()) : WomenTable.NAME,
        survey.years(),
        survey.source());
  }

  /** A path without folders. */
  private static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Fits a regression on the women of the store, and keeps it there. */
  public Result run(Request request) {
    return store.alone(progress, () -> made(request));
  }

  private Result made(Request request) {
    Survey women = Survey.ofWomen(store, request.years, request.lonely, request.calibration);
    Result result =
        of(
            women,
            new RegressionSpec(
                request.formula,
                request.family,
                women.design().replicated(request.replication),
                request.domain,
                request.extras));
    write(request, result);
    return result;
  }

  private void write(Request request, Result result) {
    Map<String, String> options = new TreeMap<>();
    options.put("model", request.formula.text());
    options.put("family", request.family.code());
    options.put("years", String.join(" ", result.years.stream().map(String::valueOf).toList()));
    options.put("lonely-psu", request.lonely.code());
    if (request.replication != null) {
      options.put("replicates", request.replication.text());
    }

    request.extras.forEach(extra -> options.put(extra.code(), "true"));
    request.domain.forEach(
        (column, values) ->
            options.put("where " + column, String.join(" ", new TreeSet<>(values))));
    WomenEstimates women = new WomenEstimates(store);
    List<Manifest.Input> inputs =
        new ArrayList<>(result.years.stream().map(women::manifest).map(Manifest::asInput).toList());
    if (request.calibration != null) {
      options.put("calibration", request.calibration.text());
      inputs.add(Manifest.Input.of(Source.of(request.calibration.totals().source())));
    }

    Map<String, String> facts =
        Map.of(
            "rows", String.valueOf(result.fit.rows()),
            "clusters", String.valueOf(result.fit.clusters()),
            "strata", String.valueOf(result.fit.strata()));
    store.update(
        progress,
        update -> {
          for (TableRows<?> table : result.tables().all()) {
            Manifest plan = Manifest.plan(table.table().name(), options, inputs);
            update.write(table, plan.withFacts(facts));
          }
        });
  }
}
