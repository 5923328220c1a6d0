package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Period;
import org.quipu.program.ServiceFigure;
import org.quipu.program.ServiceMeasure;
import org.quipu.store.AssociationRow;
import org.quipu.store.CoverageRow;
import org.quipu.store.ProgramRow;
import org.quipu.text.Language;

/** What a page says of how far prevention reached, and of what it can and cannot explain. */
final class Prevention {
  /** The measures that a page shows, the main one first. */
  private static final List<String> MEASURES =
      Stream.of(
              ServiceMeasure.PEOPLE_INFORMED_PER_1000_WOMEN,
              ServiceMeasure.PEOPLE_INFORMED_PER_1000_PEOPLE,
              ServiceMeasure.PREVENTIVE_ACTIONS_PER_10000_PEOPLE,
              ServiceMeasure.DISTRICTS_WITH_SERVICE_PERCENT,
              ServiceMeasure.CASES_ATTENDED_PER_1000_WOMEN)
          .map(ServiceMeasure::code)
          .toList();

  private final Evidence evidence;
  private final Labels labels;
  private final Language language;
  private final YearRange span;

  Prevention(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.language = labels.language();
    this.span = span;
  }

  /** What the services' records say, year by year. */
  List<PageParts.ServiceYear> services(String region) {
    List<ProgramRow> records = evidence.programs(region);
    Map<Integer, AnnualReach.Year> informed =
        AnnualReach.byYear(records, ServiceFigure.PEOPLE_INFORMED);
    Map<Integer, AnnualReach.Year> actions =
        AnnualReach.byYear(records, ServiceFigure.PREVENTIVE_ACTIONS);
    Map<Integer, AnnualReach.Year> cases =
        AnnualReach.byYear(records, ServiceFigure.CASES_ATTENDED);
    SortedMap<Integer, Integer> districts = AnnualReach.districts(records);
    Set<Integer> years = new TreeSet<>(informed.keySet());
    years.addAll(actions.keySet());
    years.addAll(cases.keySet());
    List<PageParts.ServiceYear> rows = new ArrayList<>();
    for (int year : years) {
      rows.add(
          new PageParts.ServiceYear(
              String.valueOf(year),
              months(informed.get(year), actions.get(year), cases.get(year)),
              count(informed.get(year)),
              count(actions.get(year)),
              districts.containsKey(year) ? language.count(districts.get(year)) : "–",
              count(cases.get(year))));
    }

    return rows;
  }

  private String count(AnnualReach.Year year) {
    return year == null ? "–" : language.count(year.value());
  }

  /** The months that the first of these years covers, where it is not whole. */
  private String months(AnnualReach.Year... years) {
    for (AnnualReach.Year year : years) {
      if (year != null) {
        return year.whole() ? "" : labels.months(year.fromMonth(), year.toMonth());
      }
    }

    return "";
  }

  /** The measures of coverage, of the region with those of the country. */
  List<PageParts.Coverage> coverage(String region) {
    return shown(region).stream().map(this::coverage).toList();
  }

  /** Which years are left out of the coverage, and why; of which measures, unless of all shown. */
  List<String> leftOut(String region) {
    List<CoverageRow> shown = shown(region);
    Map<String, List<String>> measures = new LinkedHashMap<>();
    for (CoverageRow row : shown) {
      if (!row.partial().isEmpty()) {
        measures
            .computeIfAbsent(labels.coverage().partial(row), years -> new ArrayList<>())
            .add(labels.measure(row.measure()));
      }
    }

    List<String> sentences = new ArrayList<>();
    measures.forEach(
        (years, of) ->
            sentences.add(
                of.size() == shown.size()
                    ? labels.text("coverage.partial", years)
                    : labels.text("coverage.partial.of", years, String.join("; ", of))));

    return sentences;
  }

  private List<CoverageRow> shown(String region) {
    return MEASURES.stream()
        .flatMap(
            measure ->
                window(measure)
                    .flatMap(window -> evidence.coverage(measure, region, window))
                    .filter(row -> !Double.isNaN(row.coverage()))
                    .stream())
        .toList();
  }

  private PageParts.Coverage coverage(CoverageRow row) {
    YearRange window = new YearRange(row.fromYear(), row.toYear());
    Optional<CoverageRow> nation = evidence.coverage(row.measure(), Regions.NATIONAL, window);

    return new PageParts.Coverage(
        labels.measure(row.measure()),
        labels.names().years(window),
        language.decimal(row.coverage(), 1),
        nation.map(national -> language.decimal(national.coverage(), 1)).orElse("–"),
        labels.coverage().denominator(row));
  }

  /** The longest window of a measure up to the year before the change's last, or else of all. */
  private Optional<YearRange> window(String measure) {
    List<YearRange> windows =
        evidence.coverage().stream()
            .filter(row -> row.measure().equals(measure))
            .map(row -> new YearRange(row.fromYear(), row.toYear()))
            .distinct()
            .sorted(
                Comparator.comparingInt((YearRange window) -> window.from() - window.to())
                    .thenComparing(Comparator.comparingInt(YearRange::to).reversed()))
            .toList();
    YearRange usual = new YearRange(span.from(), span.to() - 1);

    return windows.stream()
        .filter(window -> window.from() >= usual.from() && window.to() <= usual.to())
        .filter(window -> window.from() < window.to() || usual.from() == usual.to())
        .findFirst()
        .or(() -> windows.stream().findFirst());
  }

  /**
   * The association of any violence with the main measure of coverage that has one, over the page's
   * years: of the last 12 months first, which prevention can change, then ever.
   */
  List<AssociationRow> associations() {
    return Stream.of(Period.LAST_12_MONTHS, Period.EVER)
        .map(period -> Indicator.summary(Form.ANY, period))
        .map(this::association)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<AssociationRow> association(String indicator) {
    return evidence.associations().stream()
        .filter(row -> row.headline() && row.indicator().equals(indicator))
        .filter(
            row ->
                Integer.valueOf(span.from()).equals(row.fromYear())
                    && Integer.valueOf(span.to()).equals(row.toYear()))
        .min(Comparator.comparingInt(row -> rank(row.measure())));
  }

  private static int rank(String measure) {
    int at = MEASURES.indexOf(measure);

    return at < 0 ? MEASURES.size() : at;
  }

  /**
   * How the years of the interventions lie to the years of the change: what came later cannot
   * explain it.
   */
  List<String> timing(Set<Integer> years) {
    List<String> before = new ArrayList<>();
    List<String> during = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int year : years) {
      (year < span.from() ? before : year < span.to() ? during : after).add(String.valueOf(year));
    }
    List<String> sentences = new ArrayList<>();
    sentence(sentences, "timing.after", after);
    sentence(sentences, "timing.during", during);
    sentence(sentences, "timing.before", before);

    return sentences;
  }

  private void sentence(List<String> sentences, String key, List<String> years) {
    if (!years.isEmpty()) {
      sentences.add(labels.text(key, labels.names().list(years), span.from(), span.to()));
    }
  }
}
