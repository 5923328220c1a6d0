package org.quipu.job;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.endes.Weighting;
import org.quipu.endes.WomenPrevalence.Method;
import org.quipu.store.Digests;
import org.quipu.store.Manifest;
import org.quipu.survey.IntervalMethod;
import org.quipu.survey.LonelyPsu;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.calibration.PopulationTotals.Margin;
import org.quipu.survey.calibration.PopulationTotals.Total;
import org.quipu.survey.calibration.StartingWeights;
import org.quipu.survey.calibration.Trim;
import org.quipu.survey.quality.QualityScheme;

/**
 * How the estimates of a store were made, as its manifest keeps it: options, which two tables that
 * were made alike have in common, and the totals of the population that weights were calibrated to
 * among the facts. What is made of the store later is so weighted too.
 */
final class PrevalenceMethod {
  private static final String LONELY = "lonely-psu";
  private static final String INTERVAL = "interval";
  private static final String QUALITY = "quality";
  private static final String WEIGHT = "weight";

  /** The digest of the totals. */
  private static final String CALIBRATE = "calibrate";

  private static final String CALIBRATION = "calibration-method";
  private static final String BOUNDS = "calibration-bounds";
  private static final String TRIM = "trim";
  private static final String STRICT = "trim-strict";

  /** Of a fact: the file that the totals are from. */
  private static final String FILE = "calibrate";

  /** Of a fact: the totals of a year, a line each, with tabs between variable, level and total. */
  private static final String TOTALS = "calibrate:";

  private PrevalenceMethod() {}

  /** The method of a table that was made. */
  static Method of(Manifest made) {
    Map<String, String> options = made.options();
    return new Method(
        Coded.of(LonelyPsu.class, options.get(LONELY)),
        Coded.of(IntervalMethod.class, options.get(INTERVAL)),
        Coded.of(QualityScheme.class, options.get(QUALITY)),
        Coded.of(Weighting.class, options.getOrDefault(WEIGHT, Weighting.INEI.code())),
        options.containsKey(CALIBRATE) ? calibrations(options, made.facts()) : null);
  }

  /** What two tables that were made alike have in common. */
  static Map<String, String> options(Method method) {
    Map<String, String> options = new HashMap<>();
    options.put(LONELY, method.lonely().code());
    options.put(INTERVAL, method.interval().code());
    options.put(QUALITY, method.quality().code());
    options.put(WEIGHT, method.weighting().code());
    options.putAll(calibration(method.calibration()));
    return options;
  }

  /** How women are weighted, where not as INEI does. */
  static Map<String, String> weighting(Method method) {
    Map<String, String> options = new HashMap<>(calibration(method.calibration()));
    if (method.weighting() != Weighting.INEI) {
      options.put(WEIGHT, method.weighting().code());
    }

    return options;
  }

  /** How weights are calibrated, and to what; empty where they are not. */
  private static Map<String, String> calibration(Calibrations calibrations) {
    if (calibrations == null) {
      return Map.of();
    }

    Map<String, String> options = new HashMap<>();
    Calibration any = calibrations.any();
    options.put(CALIBRATE, Digests.sha256(new TreeMap<>(totals(calibrations)).toString()));
    options.put(CALIBRATION, any.method().code());
    if (Double.isFinite(any.lower()) || Double.isFinite(any.upper())) {
      options.put(BOUNDS, text(any.lower(), any.upper()));
    }

    if (!any.trim().isNone()) {
      options.put(TRIM, text(any.trim().low(), any.trim().high()));
      options.put(STRICT, String.valueOf(any.trim().strict()));
    }

    return options;
  }

  /** The totals of the population, from which {@link #of} has them again. */
  static Map<String, String> facts(Method method) {
    if (method.calibration() == null) {
      return Map.of();
    }

    Map<String, String> facts = new HashMap<>(totals(method.calibration()));
    facts.put(FILE, method.calibration().source());
    return facts;
  }

  private static Map<String, String> totals(Calibrations calibrations) {
    Map<String, String> totals = new HashMap<>();
    calibrations
        .groups()
        .forEach(
            (year, calibration) ->
                totals.put(
                    TOTALS + year,
                    calibration.totals().margins().stream()
                        .flatMap(Margin::rows)
                        .map(row -> row.variable() + "\t" + row.level() + "\t" + row.total())
                        .collect(Collectors.joining("\n"))));
    return totals;
  }

  private static Calibrations calibrations(Map<String, String> options, Map<String, String> facts) {
    String source = facts.get(FILE);
    double[] bounds = numbers(options.getOrDefault(BOUNDS, ","));
    double[] trim = numbers(options.getOrDefault(TRIM, ","));
    SortedMap<String, Calibration> years = new TreeMap<>();
    facts.forEach(
        (name, text) -> {
          if (name.startsWith(TOTALS)) {
            String year = name.substring(TOTALS.length());
            years.put(
                year,
                new Calibration(
                    PopulationTotals.of(source + ", year " + year, rows(text)),
                    Coded.of(CalibrationMethod.class, options.get(CALIBRATION)),
                    bounds[0],
                    bounds[1],
                    new Trim(trim[0], trim[1], Boolean.parseBoolean(options.get(STRICT))),
                    StartingWeights.POPULATION_SIZE));
          }
        });
    return Calibrations.of(source, years);
  }

  private static List<Total> rows(String text) {
    return text.lines()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Total(parts[0], parts[1], Double.parseDouble(parts[2])))
        .toList();
  }

  /** Two numbers, of which an infinite one stays empty. */
  private static String text(double low, double high) {
    return Stream.of(low, high)
        .map(number -> Double.isInfinite(number) ? "" : String.valueOf(number))
        .collect(Collectors.joining(","));
  }

  private static double[] numbers(String text) {
    double[] numbers = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    String[] parts = text.split(",", -1);
    Arrays.setAll(numbers, i -> parts[i].isEmpty() ? numbers[i] : Double.parseDouble(parts[i]));
    return numbers;
  }
}
