package org.quipu.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.store.DistrictRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProvinceRow;

/** The tables of a folder of geography, joined by UBIGEO as they are read. */
final class GeographyFiles {
  private static final List<String> DISTRICT_CODE = List.of("INEI", "UBIGEO", "DISTRICT CODE");
  private static final List<String> DISTRICT_NAME = List.of("DISTRITO", "DISTRICT", "NAME");
  private static final List<String> PROVINCE_NAME = List.of("PROVINCIA", "PROVINCE");
  private static final List<String> PEOPLE = List.of("POBLACION", "PEOPLE", "POPULATION");
  private static final List<String> PROVINCE_CODE = List.of("PROVINCE", "PROVINCIA", "UBIGEO");
  private static final List<String> WOMEN = List.of("WOMEN 15 49", "MUJERES 15 49");
  private static final List<String> YEAR = List.of("YEAR", "ANO");
  private static final List<String> REGION = List.of("REGION", "DEPARTAMENTO", "DEPARTMENT");
  private static final List<String> SEX = List.of("SEX", "SEXO");
  private static final List<String> AGES = List.of("AGE GROUP", "GRUPO DE EDAD", "EDAD", "AGE");
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern PROVINCE = Pattern.compile("\\d{3,4}");
  private static final int MOST_TOLD = 10;

  /** A district as the files tell of it; NaN where they do not. */
  private static final class District {
    String name = "";
    double people = Double.NaN;
    Integer peopleYear;
    double area = Double.NaN;
    double altitude = Double.NaN;
    double humanDevelopment = Double.NaN;
    double pctPoor = Double.NaN;
    boolean named;
  }

  private final Map<String, District> districts = new TreeMap<>();
  private final Map<String, ProvinceRow> provinces = new TreeMap<>();
  private final List<PopulationRow> population = new ArrayList<>();
  private final Set<List<Object>> peopleKnown = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private boolean peopled;
  private boolean described;

  /** Takes a table in, if it is one of geography. */
  boolean add(TextTable table) {
    if (table.has(YEAR) && table.has(REGION) && table.has(PEOPLE)) {
      addPopulation(table);
    } else if (table.has(PROVINCE_CODE) && table.has(WOMEN)) {
      addProvinces(table);
    } else if (table.has(DISTRICT_CODE) && table.has(DISTRICT_NAME)) {
      addDistricts(table);
    } else {
      notes.add(RecordFile.fileName(table.name()) + ": not a table of geography, left out");
      return false;
    }

    return true;
  }

  List<DistrictRow> districts() {
    Ubigeo known = Ubigeo.shipped();
    List<DistrictRow> rows = new ArrayList<>();
    districts.forEach(
        (code, district) ->
            rows.add(
                new DistrictRow(
                    code,
                    code.substring(0, 4),
                    code.substring(0, 2),
                    known.name(code).orElse(district.name),
                    known.name(code.substring(0, 4)).orElse(""),
                    district.people,
                    district.peopleYear,
                    district.area,
                    district.altitude,
                    district.humanDevelopment,
                    district.pctPoor)));
    return rows;
  }

  List<ProvinceRow> provinces() {
    return List.copyOf(provinces.values());
  }

  List<PopulationRow> population() {
    return List.copyOf(population);
  }

  /** What was read, and the codes that are in one table and not in another. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (peopled && described) {
      tell(all, "with people but without a description", false, true);
      tell(all, "described but without people", true, false);
    }

    if (!provinces.isEmpty() && !districts.isEmpty()) {
      Set<String> ofDistricts = new LinkedHashSet<>();
      districts.keySet().forEach(code -> ofDistricts.add(code.substring(0, 4)));
      tell(all, "provinces with districts but not in the census", ofDistricts, provinces.keySet());
      tell(all, "provinces in the census without districts", provinces.keySet(), ofDistricts);
    }

    return all;
  }

  private void tell(List<String> all, String what, boolean named, boolean withPeople) {
    List<String> codes =
        districts.entrySet().stream()
            .filter(entry -> entry.getValue().named == named)
            .filter(entry -> !Double.isNaN(entry.getValue().people) == withPeople)
            .map(Map.Entry::getKey)
            .toList();
    tell(all, "districts " + what, codes);
  }

  private static void tell(List<String> all, String what, Set<String> these, Set<String> those) {
    tell(all, what, these.stream().filter(code -> !those.contains(code)).toList());
  }

  private static void tell(List<String> all, String what, List<String> codes) {
    if (!codes.isEmpty()) {
      List<String> first = codes.subList(0, Math.min(MOST_TOLD, codes.size()));
      all.add(
          codes.size()
              + " "
              + what
              + ": "
              + String.join(", ", first)
              + (codes.size() > MOST_TOLD ? ", …" : ""));
    }
  }

  private void addDistricts(TextTable table) {
    int code = table.required(DISTRICT_CODE);
    int name = table.required(DISTRICT_NAME);
    int province = table.column(PROVINCE_NAME);
    int people = table.column(PEOPLE);
    int broken = 0;
    List<String> unusable = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (TextTable.Line line : table.lines()) {
      String ubigeo = Ubigeo.padded(line.text(code)).orElse("");
      if (ubigeo.isEmpty() || Regions.find(ubigeo.substring(0, 2)).isEmpty()) {
        unusable.add(line.text(name) + " (row " + line.number() + ")");
        continue;
      }

      if (!seen.add(ubigeo)) {
        throw UserException.input(
            line.where(), "district " + ubigeo + " again", "one row a district", "Remove one.");
      }

      broken += line.isBroken() ? 1 : 0;
      String provinceName = Ubigeo.shipped().name(ubigeo.substring(0, 4)).orElse("");
      String written = line.text(province);
      if (!written.isEmpty()
          && !NormalizedText.of(written).equals(NormalizedText.of(provinceName))) {
        elsewhere.add(ubigeo + " in " + written + " (" + provinceName + ")");
      }

      District district = districts.computeIfAbsent(ubigeo, key -> new District());
      district.name = line.text(name);
      if (people >= 0) {
        district.people = RecordCells.count(line, people);
        district.peopleYear = yearOf(table);
      } else {
        describe(table, line, district);
      }
    }

    peopled |= people >= 0;
    described |= people < 0;
    notes.add(RecordFile.fileName(table.name()) + ": " + seen.size() + " districts");
    tell(notes, "rows without a district's code", unusable);
    tell(notes, "districts with another province's name", elsewhere);
    if (broken > 0) {
      notes.add(broken + " rows with a line break inside a value, read as a blank");
    }
  }

  private static void describe(TextTable table, TextTable.Line line, District district) {
    district.named = true;
    district.area = RecordCells.decimal(line, table.column(List.of("SUPERFICIE", "AREA")));
    district.altitude = RecordCells.decimal(line, table.column(List.of("ALTITUDE", "ALTITUD")));
    district.humanDevelopment =
        RecordCells.decimal(line, table.column(List.of("IDH 2019", "HDI 2019")));
    district.pctPoor = RecordCells.decimal(line, table.column(List.of("PCT POBREZA TOTAL")));
  }

  private void addProvinces(TextTable table) {
    for (TextTable.Line line : table.lines()) {
      String written = line.text(table.required(PROVINCE_CODE));
      String code = written.length() == 3 ? "0" + written : written;
      if (!PROVINCE.matcher(written).matches() || Regions.find(code.substring(0, 2)).isEmpty()) {
        throw UserException.input(
            line.where(), "province '" + written + "'", "four digits of UBIGEO", "Correct it.");
      }

      provinces.put(
          code,
          new ProvinceRow(
              code,
              code.substring(0, 2),
              Ubigeo.shipped().name(code).orElse(code),
              RecordCells.number(line, table.required(WOMEN)),
              RecordCells.number(line, table.column(List.of("WOMEN IN UNION", "MUJERES UNIDAS"))),
              RecordCells.number(line, table.column(List.of("PCT URBAN"))),
              RecordCells.number(line, table.column(List.of("PCT INDIGENOUS"))),
              RecordCells.number(line, table.column(List.of("PCT PRIMARY OR LESS"))),
              RecordCells.number(line, table.column(List.of("PCT AGE 15 29"))),
              yearOf(table)));
    }

    notes.add(RecordFile.fileName(table.name()) + ": " + table.lines().size() + " provinces");
  }

  private void addPopulation(TextTable table) {
    int ages = table.column(AGES);
    for (TextTable.Line line : table.lines()) {
      double people = RecordCells.number(line, table.required(PEOPLE));
      if (line.isEmpty() || Double.isNaN(people)) {
        continue;
      }

      AgeGroup group =
          line.value(ages).map(text -> AgeGroup.parse(text, line.where(ages))).orElse(AgeGroup.ALL);
      PopulationRow row =
          new PopulationRow(
              RecordCells.year(line, table.required(YEAR)),
              Regions.require(line.text(table.required(REGION)), line.where()),
              RecordCells.sex(line, table.column(SEX)),
              group.from(),
              group.to() == AgeGroup.OPEN ? null : Integer.valueOf(group.to()),
              people);
      if (!peopleKnown.add(List.of(row.year(), row.region(), row.sex(), group))) {
        throw UserException.input(
            line.where(),
            "a second figure for the same year, region, sex and ages",
            "one",
            "Remove one of them.");
      }

      population.add(row);
    }

    notes.add(
        RecordFile.fileName(table.name()) + ": " + table.lines().size() + " figures of population");
  }

  private static Integer yearOf(TextTable table) {
    Matcher year = YEAR_IN_NAME.matcher(RecordFile.fileName(table.name()));
    return year.find() ? Integer.valueOf(year.group()) : null;
  }
}
