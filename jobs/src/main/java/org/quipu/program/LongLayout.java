package org.quipu.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;

/**
 * Figures of any programme, one a row: year, region, district, strategy, intervention, measure,
 * unit, value, source; where known also province, from_month, to_month, sex, age_group, reference.
 */
final class LongLayout {
  private static final List<String> YEAR = List.of("YEAR", "ANO", "ANIO");
  private static final List<String> FROM_MONTH = List.of("FROM MONTH", "DESDE MES", "MES INICIAL");
  private static final List<String> TO_MONTH = List.of("TO MONTH", "HASTA MES", "MES FINAL");
  private static final List<String> REGION = List.of("REGION", "DEPARTMENT", "DEPARTAMENTO");
  private static final List<String> PROVINCE = List.of("PROVINCE", "PROVINCIA");
  private static final List<String> DISTRICT = List.of("DISTRICT", "DISTRITO", "UBIGEO");
  private static final List<String> STRATEGY = List.of("STRATEGY", "ESTRATEGIA");
  private static final List<String> INTERVENTION = List.of("INTERVENTION", "INTERVENCION");
  private static final List<String> MEASURE = List.of("MEASURE", "MEDIDA");
  private static final List<String> SEX = List.of("SEX", "SEXO");
  private static final List<String> AGES = List.of("AGE GROUP", "GRUPO DE EDAD", "GRUPO EDAD");
  private static final List<String> UNIT = List.of("UNIT", "UNIDAD");
  private static final List<String> VALUE = List.of("VALUE", "VALOR");
  private static final List<String> SOURCE = List.of("SOURCE", "FUENTE");
  private static final List<String> REFERENCE = List.of("REFERENCE", "REFERENCIA");

  private final TextTable table;
  private final List<ProgramConflictRow> conflicts = new ArrayList<>();

  private LongLayout(TextTable table) {
    this.table = table;
  }

  static boolean recognises(TextTable table) {
    return table.has(YEAR) && table.has(REGION) && table.has(MEASURE) && table.has(VALUE);
  }

  static RecordFile read(TextTable table) {
    return new LongLayout(table).read();
  }

  private RecordFile read() {
    List<ProgramRow> rows = new ArrayList<>();
    for (TextTable.Line line : table.lines()) {
      if (!line.isEmpty()) {
        rows.add(row(line));
      }
    }

    Map<String, Integer> kinds = new LinkedHashMap<>();
    conflicts.forEach(conflict -> kinds.merge(conflict.kind(), 1, Integer::sum));
    List<String> notes = new ArrayList<>();
    kinds.forEach((kind, count) -> notes.add(kind + ": " + count + " rows"));
    notes.addAll(regionsBesideDistricts(rows));
    return new RecordFile(
        table.name(), "long layout", table.lines().size(), rows, conflicts, notes);
  }

  /** Figures of a region beside figures of its districts: perhaps a total and its parts. */
  private static List<String> regionsBesideDistricts(List<ProgramRow> rows) {
    record Subject(int year, String region, String intervention, String measure) {
      static Subject of(ProgramRow row) {
        return new Subject(row.year(), row.region(), row.intervention(), row.measure());
      }
    }

    Set<Subject> ofRegions =
        rows.stream()
            .filter(row -> row.district().isEmpty())
            .map(Subject::of)
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> !row.district().isEmpty())
        .map(Subject::of)
        .filter(ofRegions::contains)
        .distinct()
        .map(
            s ->
                "%s of %d in %s is given for the region and for districts, which are added: remove the total if it is one"
                    .formatted(s.measure(), s.year(), Regions.name(s.region())))
        .toList();
  }

  private ProgramRow row(TextTable.Line line) {
    int year = RecordCells.year(line, table.required(YEAR));
    String region = Regions.require(line.text(table.required(REGION)), line.where());
    Period months = months(line);
    String measure = line.text(table.required(MEASURE));
    if (measure.isEmpty()) {
      throw UserException.input(
          line.where(table.required(MEASURE)), "nothing", "what is counted", "Name the measure.");
    }

    double value = RecordCells.number(line, table.required(VALUE));
    String province = province(line, region);
    String district = district(line, region, province);
    if (district.isEmpty() && !line.text(table.column(DISTRICT)).isEmpty()) {
      conflict(line, year, region, measure, value);
    }

    String source = line.text(table.column(SOURCE));
    boolean synthetic =
        RecordCells.saysSynthetic(source)
            || RecordCells.saysSynthetic(RecordFile.fileName(table.name()));
    return new ProgramRow(
        year,
        months.fromMonth(),
        months.toMonth(),
        region,
        district.isEmpty() ? province : district.substring(0, 4),
        district,
        line.text(table.column(STRATEGY)),
        line.text(table.column(INTERVENTION)),
        measure,
        RecordCells.sex(line, table.column(SEX)),
        ages(line),
        line.text(table.column(UNIT)),
        value,
        synthetic ? "synthetic" : "published",
        reference(line, source));
  }

  private Period months(TextTable.Line line) {
    int from = RecordCells.month(line, table.column(FROM_MONTH)).orElse(1);
    int to = RecordCells.month(line, table.column(TO_MONTH)).orElse(12);
    if (from > to) {
      throw UserException.input(
          line.where(), "months " + from + " to " + to, "the first month first", "Correct them.");
    }

    return new Period(from, to);
  }

  private String province(TextTable.Line line, String region) {
    String written = line.text(table.column(PROVINCE));
    Ubigeo known = Ubigeo.shipped();
    if (known.name(written).isPresent() && written.length() == 4 && written.startsWith(region)) {
      return written;
    }

    return written.isEmpty() ? "" : known.province(region, written).orElse("");
  }

  /** A district by code or, in its province or where only one of the region has it, by name. */
  private String district(TextTable.Line line, String region, String province) {
    String written = line.text(table.column(DISTRICT));
    Ubigeo known = Ubigeo.shipped();
    Optional<String> code = Ubigeo.padded(written);
    if (code.isPresent()) {
      return code.filter(c -> known.name(c).isPresent() && c.startsWith(region)).orElse("");
    }

    return written.isEmpty() ? "" : known.district(region, province, written).orElse("");
  }

  /** Age groups as 18_29: also written 18-29, 18 a 29, 60+ or 60 y más. */
  private String ages(TextTable.Line line) {
    String written = line.text(table.column(AGES));
    if (written.isEmpty()) {
      return "";
    }

    return AgeGroup.parse(written, line.where(table.column(AGES))).code();
  }

  private String reference(TextTable.Line line, String source) {
    String reference = line.text(table.column(REFERENCE));
    if (!reference.isEmpty()) {
      return reference;
    }

    String words = NormalizedText.of(source);
    boolean kindOnly = words.isEmpty() || words.equals("PUBLISHED") || words.equals("SYNTHETIC");
    return kindOnly ? RecordFile.fileName(line.where()) : source;
  }

  private void conflict(
      TextTable.Line line, int year, String region, String measure, double value) {
    String written = line.text(table.column(DISTRICT));
    boolean code = Ubigeo.padded(written).isPresent();
    conflicts.add(
        new ProgramConflictRow(
            RecordFile.fileName(table.name()),
            line.number(),
            year,
            (code ? Place.Conflict.UBIGEO_UNKNOWN : Place.Conflict.DISTRICT_UNKNOWN).kind(),
            code ? written : "",
            line.text(table.column(REGION)),
            line.text(table.column(PROVINCE)),
            code ? "" : written,
            "",
            region,
            measure,
            value));
  }
}
