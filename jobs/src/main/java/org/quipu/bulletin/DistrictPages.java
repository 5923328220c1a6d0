package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.store.DistrictServiceRow;
import org.quipu.text.Language;

/** What a region's page of districts shows: those without a service first. */
final class DistrictPages {
  private static final int DECEMBER = 12;

  private final List<DistrictServiceRow> rows;
  private final Labels labels;
  private final Language language;
  private final OptionalInt now;
  private final OptionalInt wholeYear;

  DistrictPages(Evidence evidence, Labels labels) {
    this.rows = evidence.districtServices();
    this.labels = labels;
    this.language = labels.language();
    this.now = rows.stream().mapToInt(DistrictServiceRow::year).max();
    this.wholeYear =
        rows.stream()
            .filter(row -> row.fromMonth() == 1 && row.toMonth() == DECEMBER)
            .mapToInt(DistrictServiceRow::year)
            .max();
  }

  /** All rows of a region, or of the country as {@code 00}: what its CSV file holds. */
  List<DistrictServiceRow> rows(String region) {
    return rows.stream()
        .filter(row -> region.equals(Regions.NATIONAL) || row.region().equals(region))
        .toList();
  }

  boolean has(String region) {
    return !rows(region).isEmpty();
  }

  /** How many of a region's districts have a service now; empty where it is not known. */
  Optional<String> message(String region) {
    List<DistrictServiceRow> last =
        rows(region).stream().filter(row -> row.year() == now.orElseThrow()).toList();
    return last.isEmpty() || last.stream().anyMatch(row -> order(row) == 1)
        ? Optional.empty()
        : Optional.of(
            labels.text(
                "message.services",
                when(last),
                language.count((double) last.stream().filter(row -> order(row) == 2).count()),
                language.count(last.size())));
  }

  /** The values of a region's page. */
  Map<String, Object> page(String region) {
    List<DistrictServiceRow> own = rows(region);
    List<DistrictServiceRow> last =
        own.stream()
            .filter(row -> row.year() == now.orElseThrow())
            .sorted(
                Comparator.comparingInt(DistrictPages::order)
                    .thenComparing(
                        Comparator.comparingDouble(DistrictPages::knownPeople).reversed())
                    .thenComparing(DistrictServiceRow::district))
            .toList();
    Map<String, DistrictServiceRow> whole = new LinkedHashMap<>();
    own.stream()
        .filter(row -> wholeYear.isPresent() && row.year() == wholeYear.getAsInt())
        .forEach(row -> whole.put(row.district(), row));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("place", labels.region(region));
    page.put("summary", summary(region, last));
    page.put("peopleKnown", last.stream().anyMatch(row -> !Double.isNaN(row.people())));
    page.put("peopleYear", peopleYear(last));
    page.put("wholeYear", wholeYear.isPresent() ? String.valueOf(wholeYear.getAsInt()) : "");
    page.put("now", when(last));
    page.put(
        "districts", last.stream().map(row -> district(row, whole.get(row.district()))).toList());
    page.put(
        "programSource",
        labels.text(
            last.stream().anyMatch(row -> row.source() == Provenance.SYNTHETIC)
                ? "source.programs.synthetic"
                : "source.programs"));
    return page;
  }

  /** Districts without a service, those of which it is not known, those with one. */
  private static int order(DistrictServiceRow row) {
    return row.centres() == 0 ? 0 : Double.isNaN(row.centres()) ? 1 : 2;
  }

  private static double knownPeople(DistrictServiceRow row) {
    return Double.isNaN(row.people()) ? -1 : row.people();
  }

  private List<String> summary(String region, List<DistrictServiceRow> last) {
    long with = last.stream().filter(row -> order(row) == 2).count();
    List<DistrictServiceRow> without = last.stream().filter(row -> order(row) == 0).toList();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        labels.text(
            "districts.summary",
            labels.region(region),
            language.count(last.size()),
            language.count((double) with),
            when(last)));
    double people = sum(last, DistrictServiceRow::people);
    double peopleWithout = sum(without, DistrictServiceRow::people);
    if (people > 0 && !without.isEmpty()) {
      sentences.add(
          labels.text(
              "districts.without",
              language.count(without.size()),
              language.count(peopleWithout),
              language.percent(100 * peopleWithout / people)));
    }

    long unknown = last.stream().filter(row -> order(row) == 1).count();
    if (unknown > 0) {
      sentences.add(labels.text("districts.unknown", language.count((double) unknown)));
    }

    return sentences;
  }

  private static double sum(
      List<DistrictServiceRow> rows, ToDoubleFunction<DistrictServiceRow> figure) {
    return rows.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)).sum();
  }

  /** The year of the records, with its months where they are not all. */
  private String when(List<DistrictServiceRow> last) {
    DistrictServiceRow any = last.get(0);
    return any.fromMonth() == 1 && any.toMonth() == DECEMBER
        ? String.valueOf(any.year())
        : labels.text("month.of.year", labels.months(any.fromMonth(), any.toMonth()), any.year());
  }

  private static String peopleYear(List<DistrictServiceRow> rows) {
    return rows.stream()
        .map(DistrictServiceRow::peopleYear)
        .filter(year -> year != null)
        .map(String::valueOf)
        .findFirst()
        .orElse("");
  }

  private PageParts.District district(DistrictServiceRow row, DistrictServiceRow whole) {
    return new PageParts.District(
        row.label(),
        row.provinceLabel(),
        language.count(row.people()),
        service(row),
        order(row) == 0,
        whole == null ? language.count(Double.NaN) : language.count(whole.peopleInformed()),
        whole == null ? language.count(Double.NaN) : language.count(whole.casesAttended()));
  }

  private String service(DistrictServiceRow row) {
    return switch (order(row)) {
      case 0 ->
          row.firstYear() == null
              ? labels.text("districts.none")
              : labels.text("districts.none.now", row.firstYear());
      case 1 -> labels.text("showing.absent");
      default -> labels.text("districts.centres", language.count(row.centres()), row.firstYear());
    };
  }
}
