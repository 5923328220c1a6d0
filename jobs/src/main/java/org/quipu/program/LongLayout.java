package org.quipu.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.NormalizedText;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.UserException;
import org.quipu.file.Heading;
import org.quipu.file.TextTable;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;

/**
 * Figures of any programme, one a row: year, region, district, strategy, intervention, measure,
 * unit, value, source; where known also province, from_month, to_month, sex, age_group, reference.
 */
final class LongLayout {
  private static final Heading YEAR = Heading.of("YEAR", "ANO", "ANIO");
  private static final Heading FROM_MONTH = Heading.of("FROM MONTH", "DESDE MES", "MES INICIAL");
  private static final Heading TO_MONTH = Heading.of("TO MONTH", "HASTA MES", "MES FINAL");
  private static final Heading REGION = Heading.of("REGION", "DEPARTMENT", "DEPARTAMENTO");
  private static final Heading PROVINCE = Heading.of("PROVINCE", "PROVINCIA");
  private static final Heading DISTRICT = Heading.of("DISTRICT", "DISTRITO", "UBIGEO");
  private static final Heading STRATEGY = Heading.of("STRATEGY", "ESTRATEGIA");
  private static final Heading INTERVENTION = Heading.of("INTERVENTION", "INTERVENCION");
  private static final Heading MEASURE = Heading.of("MEASURE", "MEDIDA");
  private static final Heading SEX = Heading.of("SEX", "SEXO");
  private static final Heading AGES = Heading.of("AGE GROUP", "GRUPO DE EDAD", "GRUPO EDAD");
  private static final Heading UNIT = Heading.of("UNIT", "UNIDAD");
  private static final Heading VALUE = Heading.of("VALUE", "VALOR");
  private static final Heading SOURCE = Heading.of("SOURCE", "FUENTE");
  private static final Heading REFERENCE = Heading.of("REFERENCE", "REFERENCIA");

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
    for (TextTable.Row row : table.rows()) {
      if (!row.isEmpty()) {
        rows.add(row(row));
      }
    }

    Map<String, Integer> kinds = new LinkedHashMap<>();
    conflicts.forEach(conflict -> kinds.merge(conflict.kind(), 1, Integer::sum));
    List<String> notes = new ArrayList<>();
    kinds.forEach((kind, count) -> notes.add(kind + ": " + count + " rows"));
    notes.addAll(regionsWithDistricts(rows));
    return new RecordFile(table.name(), "long layout", table.rows().size(), rows, conflicts, notes);
  }

  /** Figures of a region that also has figures of its districts: perhaps a total and its parts. */
  private static List<String> regionsWithDistricts(List<ProgramRow> rows) {
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

  private ProgramRow row(TextTable.Row row) {
    int year = RecordCells.year(row, YEAR);
    String region = Regions.require(row.text(REGION), row.where());
    Period months = months(row);
    String measure = row.text(MEASURE);
    if (measure.isEmpty()) {
      throw UserException.input(
          row.where(MEASURE), "nothing", "what is counted", "Name the measure.");
    }

    double value = RecordCells.number(row, VALUE);
    String province = province(row, region);
    String district = district(row, region, province);
    if (district.isEmpty() && !row.text(DISTRICT).isEmpty()) {
      conflict(row, year, region, measure, value);
    }

    String source = row.text(SOURCE);
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
        row.text(STRATEGY),
        row.text(INTERVENTION),
        measure,
        RecordCells.sex(row, SEX),
        ages(row),
        row.text(UNIT),
        value,
        synthetic ? Provenance.SYNTHETIC : Provenance.PUBLISHED,
        reference(row, source));
  }

  private Period months(TextTable.Row row) {
    int from = RecordCells.month(row, FROM_MONTH).orElse(1);
    int to = RecordCells.month(row, TO_MONTH).orElse(12);
    if (from > to) {
      throw UserException.input(
          row.where(), "months " + from + " to " + to, "the first month first", "Correct them.");
    }

    return new Period(from, to);
  }

  private String province(TextTable.Row row, String region) {
    String written = row.text(PROVINCE);
    Ubigeo known = Ubigeo.shipped();
    if (known.name(written).isPresent() && written.length() == 4 && written.startsWith(region)) {
      return written;
    }

    return written.isEmpty() ? "" : known.province(region, written).orElse("");
  }

  /** A district by code or, in its province or where only one of the region has it, by name. */
  private String district(TextTable.Row row, String region, String province) {
    String written = row.text(DISTRICT);
    Ubigeo known = Ubigeo.shipped();
    Optional<String> code = Ubigeo.padded(written);
    if (code.isPresent()) {
      return code.filter(c -> known.name(c).isPresent() && c.startsWith(region)).orElse("");
    }

    return written.isEmpty() ? "" : known.district(region, province, written).orElse("");
  }

  /** Age groups as 18_29: also written 18-29, 18 a 29, 60+ or 60 y más. */
  private String ages(TextTable.Row row) {
    String written = row.text(AGES);
    if (written.isEmpty()) {
      return "";
    }

    return AgeGroup.parse(written, row.where(AGES)).code();
  }

  private String reference(TextTable.Row row, String source) {
    String reference = row.text(REFERENCE);
    if (!reference.isEmpty()) {
      return reference;
    }

    String words = NormalizedText.of(source);
    boolean kindOnly = words.isEmpty() || words.equals("PUBLISHED") || words.equals("SYNTHETIC");
    return kindOnly ? RecordFile.fileName(row.where()) : source;
  }

  private void conflict(TextTable.Row row, int year, String region, String measure, double value) {
    String written = row.text(DISTRICT);
    boolean code = Ubigeo.padded(written).isPresent();
    conflicts.add(
        new ProgramConflictRow(
            RecordFile.fileName(table.name()),
            row.number(),
            year,
            (code ? Place.Conflict.UBIGEO_UNKNOWN : Place.Conflict.DISTRICT_UNKNOWN).kind(),
            code ? written : "",
            row.text(REGION),
            row.text(PROVINCE),
            code ? "" : written,
            "",
            region,
            measure,
            value));
  }
}
