package org.quipu.published;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quipu.endes.Dimensions;
import org.quipu.store.Agreement;
import org.quipu.store.PrevalenceRow;
import org.quipu.store.PublishedRow;
import org.quipu.store.ValidationRow;
import org.quipu.survey.quality.Quality;
import org.quipu.survey.quality.QualityMark;

/**
 * Published figures compared with those that Quipu computed from microdata. {@link
 * Agreement#EQUAL}: the computed figure rounds to the published digits, of which the first two
 * decimals count; {@link Agreement#WITHIN_2SE}: it does not, but lies within two standard errors
 * (the published one, or else the computed).
 */
public final class Validation {
  /** Further digits depend on the program that computed them and not on the survey. */
  private static final int DECIMALS_THAT_COUNT = 2;

  /** Marks of estimates that need not equal INEI's. */
  private static final Set<QualityMark> EXPLAINING =
      EnumSet.of(
          QualityMark.PARTIAL,
          QualityMark.INCOMPLETE,
          QualityMark.HOUSEHOLD_WEIGHT,
          QualityMark.ELIGIBLE_WOMEN_WEIGHT,
          QualityMark.CALIBRATED_WEIGHT);

  /** Standard errors this close, in points, are equal. */
  private static final double SE_TOLERANCE = 0.005;

  private record Cell(int year, String region, String indicator) {}

  private final List<ValidationRow> rows;

  private Validation(List<ValidationRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Compares.
   *
   * @param estimates of which those that are published figures are ignored
   */
  public static Validation of(List<PublishedRow> published, List<PrevalenceRow> estimates) {
    Map<Cell, PrevalenceRow> computed = new HashMap<>();
    for (PrevalenceRow row : estimates) {
      if (row.source().isComputed()
          && (row.by().equals(Dimensions.NATIONAL) || row.by().equals(Dimensions.REGION))) {
        computed.put(new Cell(row.year(), row.domain(), row.indicator()), row);
      }
    }

    return new Validation(
        published.stream()
            .map(row -> row(row, computed.get(new Cell(row.year(), row.region(), row.indicator()))))
            .toList());
  }

  public List<ValidationRow> rows() {
    return rows;
  }

  private static ValidationRow row(PublishedRow published, PrevalenceRow own) {
    double computed = own == null ? Double.NaN : own.percent();
    double computedSe = own == null ? Double.NaN : own.standardError();
    return new ValidationRow(
        published.year(),
        published.region(),
        published.indicator(),
        published.percent(),
        computed,
        computed - published.percent(),
        published.standardError(),
        computedSe,
        verdict(published, computed, computedSe),
        seVerdict(published.standardError(), computedSe),
        own == null ? Quality.NONE : own.quality(),
        published.source(),
        published.reference());
  }

  private static Agreement verdict(PublishedRow published, double computed, double computedSe) {
    if (Double.isNaN(computed)) {
      return Agreement.NOT_COMPUTED;
    }

    double apart = Math.abs(computed - published.percent());
    double se = Double.isNaN(published.standardError()) ? computedSe : published.standardError();
    if (apart <= Rounding.half(Math.min(published.decimals(), DECIMALS_THAT_COUNT))) {
      return Agreement.EQUAL;
    }

    return apart <= 2 * se ? Agreement.WITHIN_2SE : Agreement.DIFFERS;
  }

  private static Agreement seVerdict(double published, double computed) {
    if (Double.isNaN(published) || Double.isNaN(computed)) {
      return null;
    }

    return Math.abs(computed - published) < SE_TOLERANCE ? Agreement.EQUAL : Agreement.DIFFERS;
  }

  /** The outcome in a line. */
  public String summary() {
    List<ValidationRow> compared =
        rows.stream().filter(row -> row.verdict() != Agreement.NOT_COMPUTED).toList();
    List<String> parts = new ArrayList<>();
    parts.add(rows.size() + " published figures");
    parts.add(count(Agreement.EQUAL) + " equal to the digits printed");
    parts.add(count(Agreement.WITHIN_2SE) + " within two standard errors");
    parts.add(count(Agreement.DIFFERS) + " differ" + explained());
    parts.add(count(Agreement.NOT_COMPUTED) + " not computed");
    compared.stream()
        .mapToDouble(row -> Math.abs(row.difference()))
        .max()
        .ifPresent(
            largest ->
                parts.add(String.format(Locale.ROOT, "largest difference %.4f points", largest)));
    long errors = rows.stream().filter(row -> row.seVerdict() != null).count();
    if (errors > 0) {
      long equal = rows.stream().filter(row -> row.seVerdict() == Agreement.EQUAL).count();
      parts.add(equal + " of " + errors + " standard errors equal within 0.005");
    }

    return String.join("; ", parts);
  }

  /** How many of those that differ have marks that may explain it. */
  private String explained() {
    long marked =
        rows.stream()
            .filter(row -> row.verdict() == Agreement.DIFFERS)
            .map(ValidationRow::quality)
            .filter(quality -> EXPLAINING.stream().anyMatch(quality::has))
            .count();
    return marked == 0 ? "" : " (" + marked + " of partial or incomplete files or other weights)";
  }

  private long count(Agreement verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
