package org.quipu.cli;

import java.util.SortedMap;
import java.util.TreeMap;
import org.quipu.file.Source;
import org.quipu.study.TotalsFile;
import org.quipu.survey.Design;
import org.quipu.survey.calibration.Calibration;
import org.quipu.survey.calibration.CalibrationMethod;
import org.quipu.survey.calibration.Calibrations;
import org.quipu.survey.calibration.PopulationTotals;
import org.quipu.survey.calibration.StartingWeights;
import org.quipu.survey.calibration.Trim;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that calibrate weights to totals of the population. */
final class CalibrationOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--calibrate", paramLabel = "FILE")
  private String totals;

  @Option(names = "--calibration-method", paramLabel = "M")
  private CalibrationMethod method;

  @Option(names = "--calibration-bounds", paramLabel = "L,U", converter = BoundsConverter.class)
  private Bounds bounds;

  @Option(names = "--trim", paramLabel = "LOW,HIGH", converter = BoundsConverter.class)
  private Bounds trim;

  @Option(names = "--trim-strict")
  private boolean strict;

  /** Two numbers, of which one may be none. */
  record Bounds(double low, double high) {}

  /** Reads {@code 0.5,2}, {@code ,2} or {@code 0.5,}. */
  static final class BoundsConverter implements ITypeConverter<Bounds> {
    @Override
    public Bounds convert(String value) {
      String[] parts = value.split(",", -1);
      if (parts.length != 2 || value.equals(",")) {
        throw new TypeConversionException(
            "'" + value + "' is not two numbers with a comma between");
      }

      return new Bounds(
          number(parts[0], Double.NEGATIVE_INFINITY), number(parts[1], Double.POSITIVE_INFINITY));
    }

    private static double number(String text, double none) {
      try {
        return text.isBlank() ? none : Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not a number");
      }
    }
  }

  boolean given() {
    return totals != null;
  }

  /** Whether calibrated weights are brought to bounds. */
  boolean trims() {
    return trim != null;
  }

  /** Refuses what goes with a calibration alone. */
  void check() {
    if (!given()) {
      refuse(method != null, "--calibration-method");
      refuse(bounds != null, "--calibration-bounds");
      refuse(trim != null, "--trim");
    }

    if (strict && trim == null) {
      throw WrongCommandLine.of(spec, "wrong.goes.with", "--trim-strict", "--trim");
    }
  }

  private void refuse(boolean present, String option) {
    if (present) {
      throw WrongCommandLine.of(spec, "wrong.goes.with", option, "--calibrate");
    }
  }

  /** The design with calibrated weights; the same where none is asked for. */
  Design calibrated(Design design) {
    return design.calibrated(calibration());
  }

  /** Null where none is asked for. */
  Calibration calibration() {
    if (!given()) {
      return null;
    }

    return calibration(TotalsFile.read(Source.of(totals)).population());
  }

  /**
   * That of the women of a store, whose weights are right to each other alone: to the totals of
   * each year, where the file has years; null where none is asked for.
   */
  Calibrations ofWomen() {
    if (!given()) {
      return null;
    }

    TotalsFile file = TotalsFile.read(Source.of(totals));
    if (!file.hasYears()) {
      return Calibrations.same(calibration(file.population()).ofRelativeWeights());
    }

    SortedMap<String, Calibration> years = new TreeMap<>();
    file.byYear()
        .forEach(
            (year, population) ->
                years.put(String.valueOf(year), calibration(population).ofRelativeWeights()));
    return Calibrations.of(file.name(), years);
  }

  private Calibration calibration(PopulationTotals population) {
    return new Calibration(
        population,
        method == null ? CalibrationMethod.LINEAR : method,
        bounds == null ? Double.NEGATIVE_INFINITY : bounds.low,
        bounds == null ? Double.POSITIVE_INFINITY : bounds.high,
        trim == null ? Trim.NONE : new Trim(trim.low, trim.high, strict),
        StartingWeights.AS_GIVEN);
  }
}
