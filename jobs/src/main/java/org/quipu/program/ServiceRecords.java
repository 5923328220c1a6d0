package org.quipu.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The ministry's records of its services: a row for each Women's Emergency Centre and year, with
 * the place, the months and a column for each figure. Headings in Spanish or English, in any order.
 */
final class ServiceRecords {
  private static final Heading YEAR = Heading.of("YEAR", "ANO", "ANIO");
  private static final Heading PERIOD = Heading.of("PERIOD", "PERIODO", "MES", "MONTH");
  private static final Heading ENTITY = Heading.of("ENTITY", "ENTIDAD");
  private static final Heading SERVICE =
      Heading.of("SERVICE NAME", "NOMBRE DEL SERVICIO", "NOMBRE SERVICIO", "SERVICIO");
  private static final Heading UBIGEO = Heading.of("UBIGEO", "CODIGO UBIGEO");
  private static final Heading DEPARTMENT =
      Heading.of("DEPARTMENT", "DEPARTAMENTO", "REGION", "DPTO");
  private static final Heading PROVINCE = Heading.of("PROVINCE", "PROVINCIA");
  private static final Heading DISTRICT = Heading.of("DISTRICT", "DISTRITO");

  private final TextTable table;
  private final Map<Heading, FigureHeading> figures;
  private final Heading main;
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

  private static Map<Heading, FigureHeading> figures(TextTable table) {
    List<String> words = table.headings().stream().map(NormalizedText::of).toList();
    boolean femicides = FigureHeading.femicides(words);
    Map<Heading, FigureHeading> figures = new LinkedHashMap<>();
    Set<FigureHeading> seen = new HashSet<>();
    for (String heading : table.headings()) {
      FigureHeading.of(NormalizedText.of(heading), femicides)
          .ifPresent(
              figure -> {
                if (!seen.add(figure)) {
                  throw UserException.input(
                      table.name(),
                      "a second column like '" + heading + "'",
                      "one column for each figure, sex and age group",
                      "Remove or rename one of them.");
                }

                figures.put(Heading.of(heading), figure);
              });
    }

    return figures;
  }

  private RecordFile read() {
    boolean fileSynthetic = RecordCells.saysSynthetic(RecordFile.fileName(table.name()));
    for (TextTable.Row row : table.rows()) {
      if (row.isEmpty()) {
        continue;
      }

      int year = RecordCells.year(row, YEAR);
      Place place = place(row, year);
      Period months = Period.parse(row.text(PERIOD), row.where());
      Provenance source =
          fileSynthetic || RecordCells.saysSynthetic(row.text(ENTITY))
              ? Provenance.SYNTHETIC
              : Provenance.PUBLISHED;
      String reference = RecordFile.fileName(row.where());
      figures.forEach(
          (heading, figure) -> {
            double value = RecordCells.count(row, heading);
            if (!Double.isNaN(value)) {
              rows.add(
                  new ProgramRow(
                      year,
                      months.fromMonth(),
                      months.toMonth(),
                      place.region(),
                      place.province(),
                      place.district(),
                      row.text(SERVICE),
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
        table.name(), figures.get(main).measure(), table.rows().size(), rows, conflicts, notes());
  }

  private Place place(TextTable.Row row, int year) {
    Place.Written written =
        new Place.Written(
            row.text(UBIGEO), row.text(DEPARTMENT), row.text(PROVINCE), row.text(DISTRICT));
    Place place = Place.of(written, Ubigeo.shipped(), row.where());
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
              row.number(),
              year,
              conflict.kind(),
              written.ubigeo(),
              written.department(),
              written.province(),
              written.district(),
              says,
              place.region(),
              figures.get(main).measure(),
              RecordCells.count(row, main)));
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
