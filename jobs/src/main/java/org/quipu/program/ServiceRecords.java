package org.quipu.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.store.ProgramConflictRow;
import org.quipu.store.ProgramRow;

/**
 * The ministry's records of its services: a row for each Women's Emergency Centre and year, with
 * the place, the months and a column for each figure. Headings in Spanish or English, in any order.
 */
final class ServiceRecords {
  private static final List<String> YEAR = List.of("YEAR", "ANO", "ANIO");
  private static final List<String> PERIOD = List.of("PERIOD", "PERIODO", "MES", "MONTH");
  private static final List<String> ENTITY = List.of("ENTITY", "ENTIDAD");
  private static final List<String> SERVICE =
      List.of("SERVICE NAME", "NOMBRE DEL SERVICIO", "NOMBRE SERVICIO", "SERVICIO");
  private static final List<String> UBIGEO = List.of("UBIGEO", "CODIGO UBIGEO");
  private static final List<String> DEPARTMENT =
      List.of("DEPARTMENT", "DEPARTAMENTO", "REGION", "DPTO");
  private static final List<String> PROVINCE = List.of("PROVINCE", "PROVINCIA");
  private static final List<String> DISTRICT = List.of("DISTRICT", "DISTRITO");

  private final TextTable table;
  private final Map<Integer, FigureHeading> figures;
  private final int main;
  private final List<ProgramRow> rows = new ArrayList<>();
  private final List<ProgramConflictRow> conflicts = new ArrayList<>();
  private final Map<Place.Conflict, Integer> kinds = new EnumMap<>(Place.Conflict.class);
  private int limaProvince;
  private int limaOther;

  private ServiceRecords(TextTable table) {
    this.table = table;
    this.figures = figures(table);
    this.main =
        figures.entrySet().stream()
            .filter(figure -> figure.getValue().isTotal())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> figures.keySet().iterator().next());
  }

  /** Whether the headings are those of such records. */
  static boolean recognises(TextTable table) {
    return table.has(YEAR) && table.has(DEPARTMENT) && !figures(table).isEmpty();
  }

  /** Reads all rows of a file; every one counts in some region, or stops with a message. */
  static RecordFile read(TextTable table) {
    return new ServiceRecords(table).read();
  }

  private static Map<Integer, FigureHeading> figures(TextTable table) {
    boolean femicides = FigureHeading.femicides(table.words());
    Map<Integer, FigureHeading> figures = new LinkedHashMap<>();
    Set<FigureHeading> seen = new HashSet<>();
    for (int i = 0; i < table.words().size(); i++) {
      int column = i;
      FigureHeading.of(table.words().get(i), femicides)
          .ifPresent(
              figure -> {
                if (!seen.add(figure)) {
                  throw UserException.input(
                      table.name(),
                      "a second column like '" + table.headings().get(column) + "'",
                      "one column for each figure, sex and age group",
                      "Remove or rename one of them.");
                }

                figures.put(column, figure);
              });
    }

    return figures;
  }

  private RecordFile read() {
    boolean fileSynthetic = RecordCells.saysSynthetic(RecordFile.fileName(table.name()));
    int year = table.required(YEAR);
    int period = table.column(PERIOD);
    int entity = table.column(ENTITY);
    int service = table.column(SERVICE);
    for (TextTable.Line line : table.lines()) {
      if (line.isEmpty()) {
        continue;
      }

      int lineYear = RecordCells.year(line, year);
      Place place = place(line, lineYear);
      Period months = Period.parse(line.text(period), line.where());
      String source =
          fileSynthetic || RecordCells.saysSynthetic(line.text(entity)) ? "synthetic" : "published";
      String reference = RecordFile.fileName(line.where());
      figures.forEach(
          (column, figure) -> {
            double value = RecordCells.count(line, column);
            if (!Double.isNaN(value)) {
              rows.add(
                  new ProgramRow(
                      lineYear,
                      months.fromMonth(),
                      months.toMonth(),
                      place.region(),
                      place.province(),
                      place.district(),
                      line.text(service),
                      "",
                      figure.measure(),
                      figure.sex(),
                      figure.ageGroup(),
                      figure.unit(),
                      value,
                      source,
                      reference));
            }
          });
    }

    return new RecordFile(
        table.name(), figures.get(main).measure(), table.lines().size(), rows, conflicts, notes());
  }

  private Place place(TextTable.Line line, int year) {
    Place.Written written =
        new Place.Written(
            line.text(table.column(UBIGEO)),
            line.text(table.column(DEPARTMENT)),
            line.text(table.column(PROVINCE)),
            line.text(table.column(DISTRICT)));
    Place place = Place.of(written, Ubigeo.shipped(), line.where());
    if (NormalizedText.of(written.department()).equals("LIMA")) {
      if (place.province().equals("1501")) {
        limaProvince++;
      } else {
        limaOther++;
      }
    }

    String says =
        Ubigeo.padded(written.ubigeo())
            .filter(code -> Ubigeo.shipped().name(code).isPresent())
            .map(ServiceRecords::fullName)
            .orElse("");
    for (Place.Conflict conflict : place.conflicts()) {
      kinds.merge(conflict, 1, Integer::sum);
      conflicts.add(
          new ProgramConflictRow(
              RecordFile.fileName(table.name()),
              line.number(),
              year,
              conflict.kind(),
              written.ubigeo(),
              written.department(),
              written.province(),
              written.district(),
              says,
              place.region(),
              figures.get(main).measure(),
              RecordCells.count(line, main)));
    }

    return place;
  }

  private static String fullName(String district) {
    Ubigeo known = Ubigeo.shipped();
    return String.join(
        " / ",
        Regions.name(district.substring(0, 2)),
        known.name(district.substring(0, 4)).orElse(""),
        known.name(district).orElse(""));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    kinds.forEach((kind, count) -> notes.add(kind.kind() + ": " + count + " rows"));
    if (limaProvince + limaOther > 0) {
      notes.add(
          "DEPARTMENT says LIMA in %d rows of the province of Lima and in %d of the other provinces"
              .formatted(limaProvince, limaOther));
    }

    return notes;
  }
}
