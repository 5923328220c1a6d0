package org.quipu.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quipu.NormalizedText;
import org.quipu.Regions;
import org.quipu.Ubigeo;
import org.quipu.UserException;
import org.quipu.file.Heading;
import org.quipu.file.TextTable;
import org.quipu.store.DistrictRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProvinceRow;

/** The tables of a folder of geography, joined by UBIGEO as they are read. */
final class GeographyFiles {
  private static final Heading DISTRICT_CODE = Heading.of("INEI", "UBIGEO", "DISTRICT CODE");
  private static final Heading DISTRICT_NAME = Heading.of("DISTRITO", "DISTRICT", "NAME");
  private static final Heading PROVINCE_NAME = Heading.of("PROVINCIA", "PROVINCE");
  private static final Heading PEOPLE = Heading.of("POBLACION", "PEOPLE", "POPULATION");
  private static final Heading PROVINCE_CODE = Heading.of("PROVINCE", "PROVINCIA", "UBIGEO");
  private static final Heading WOMEN = Heading.of("WOMEN 15 49", "MUJERES 15 49");
  private static final Heading IN_UNION = Heading.of("WOMEN IN UNION", "MUJERES UNIDAS");
  private static final Heading URBAN = Heading.of("PCT URBAN");
  private static final Heading INDIGENOUS = Heading.of("PCT INDIGENOUS");
  private static final Heading PRIMARY = Heading.of("PCT PRIMARY OR LESS");
  private static final Heading YOUNG = Heading.of("PCT AGE 15 29");
  private static final Heading AREA = Heading.of("SUPERFICIE", "AREA");
  private static final Heading ALTITUDE = Heading.of("ALTITUDE", "ALTITUD");
  private static final Heading HUMAN_DEVELOPMENT = Heading.of("IDH 2019", "HDI 2019");
  private static final Heading POOR = Heading.of("PCT POBREZA TOTAL");
  private static final Heading LATITUDE = Heading.of("LATITUDE", "LATITUD");
  private static final Heading LONGITUDE = Heading.of("LONGITUDE", "LONGITUD");
  private static final Heading YEAR = Heading.of("YEAR", "ANO");
  private static final Heading REGION = Heading.of("REGION", "DEPARTAMENTO", "DEPARTMENT");
  private static final Heading SEX = Heading.of("SEX", "SEXO");
  private static final Heading AGES = Heading.of("AGE GROUP", "GRUPO DE EDAD", "EDAD", "AGE");
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final Pattern PROVINCE = Pattern.compile("\\d{3,4}");
  private static final int MOST_LISTED = 10;

  /** What the files say of a district; NaN where they do not. */
  private static final class District {
    String name = "";
    double people = Double.NaN;
    Integer peopleYear;
    double area = Double.NaN;
    double altitude = Double.NaN;
    double humanDevelopment = Double.NaN;
    double pctPoor = Double.NaN;
    double latitude = Double.NaN;
    double longitude = Double.NaN;
    boolean described;
  }

  private final Map<String, District> districts = new TreeMap<>();
  private final Map<String, ProvinceRow> provinces = new TreeMap<>();
  private final List<PopulationRow> population = new ArrayList<>();
  private final Set<List<Object>> peopleKnown = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private boolean anyPeople;
  private boolean anyDescription;

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
                    district.pctPoor,
                    district.latitude,
                    district.longitude)));
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
    if (anyPeople && anyDescription) {
      list(
          all,
          "districts with people but without a description",
          codes(district -> !district.described && !Double.isNaN(district.people)));
      list(
          all,
          "districts described but without people",
          codes(district -> district.described && Double.isNaN(district.people)));
    }

    if (!provinces.isEmpty() && !districts.isEmpty()) {
      Set<String> ofDistricts = new LinkedHashSet<>();
      districts.keySet().forEach(code -> ofDistricts.add(code.substring(0, 4)));
      list(
          all,
          "provinces with districts but not in the census",
          without(ofDistricts, provinces.keySet()));
      list(
          all,
          "provinces in the census without districts",
          without(provinces.keySet(), ofDistricts));
    }

    return all;
  }

  private List<String> codes(Predicate<District> which) {
    return districts.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> without(Set<String> these, Set<String> those) {
    return these.stream().filter(code -> !those.contains(code)).toList();
  }

  /** Adds a note on these codes, the first of them by name, unless there are none. */
  private static void list(List<String> notes, String what, List<String> codes) {
    if (!codes.isEmpty()) {
      List<String> first = codes.subList(0, Math.min(MOST_LISTED, codes.size()));
      notes.add(
          codes.size()
              + " "
              + what
              + ": "
              + String.join(", ", first)
              + (codes.size() > MOST_LISTED ? ", …" : ""));
    }
  }

  private void addDistricts(TextTable table) {
    boolean withPeople = table.has(PEOPLE);
    int broken = 0;
    List<String> unusable = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (TextTable.Row row : table.rows()) {
      String name = row.text(DISTRICT_NAME);
      String ubigeo = Ubigeo.padded(row.text(DISTRICT_CODE)).orElse("");
      if (ubigeo.isEmpty() || Regions.find(ubigeo.substring(0, 2)).isEmpty()) {
        unusable.add(name + " (row " + row.number() + ")");
        continue;
      }

      if (!seen.add(ubigeo)) {
        throw UserException.input(
            row.where(), "district " + ubigeo + " again", "one row a district", "Remove one.");
      }

      broken += row.hasLineBreak() ? 1 : 0;
      String provinceName = Ubigeo.shipped().name(ubigeo.substring(0, 4)).orElse("");
      row.value(PROVINCE_NAME)
          .filter(it -> !NormalizedText.of(it).equals(NormalizedText.of(provinceName)))
          .ifPresent(it -> elsewhere.add(ubigeo + " in " + it + " (" + provinceName + ")"));
      District district = districts.computeIfAbsent(ubigeo, key -> new District());
      district.name = name;
      locate(row, district);
      if (withPeople) {
        district.people = RecordCells.count(row, PEOPLE);
        district.peopleYear = yearOf(table);
      } else {
        describe(row, district);
      }
    }

    anyPeople |= withPeople;
    anyDescription |= !withPeople;
    notes.add(RecordFile.fileName(table.name()) + ": " + seen.size() + " districts");
    list(notes, "rows without a district's code", unusable);
    list(notes, "districts with another province's name", elsewhere);
    if (broken > 0) {
      notes.add(broken + " rows with a line break inside a value, read as a blank");
    }
  }

  /** Where its capital lies; what an earlier file said of it stays if this one says nothing. */
  private static void locate(TextTable.Row row, District district) {
    double latitude = RecordCells.degrees(row, LATITUDE, 90);
    double longitude = RecordCells.degrees(row, LONGITUDE, 180);
    if (!Double.isNaN(latitude) && !Double.isNaN(longitude)) {
      district.latitude = latitude;
      district.longitude = longitude;
    }
  }

  private static void describe(TextTable.Row row, District district) {
    district.described = true;
    district.area = RecordCells.decimal(row, AREA);
    district.altitude = RecordCells.decimal(row, ALTITUDE);
    district.humanDevelopment = RecordCells.decimal(row, HUMAN_DEVELOPMENT);
    district.pctPoor = RecordCells.decimal(row, POOR);
  }

  private void addProvinces(TextTable table) {
    for (TextTable.Row row : table.rows()) {
      String written = row.text(PROVINCE_CODE);
      String code = written.length() == 3 ? "0" + written : written;
      if (!PROVINCE.matcher(written).matches() || Regions.find(code.substring(0, 2)).isEmpty()) {
        throw UserException.input(
            row.where(), "province '" + written + "'", "four digits of UBIGEO", "Correct it.");
      }

      provinces.put(
          code,
          new ProvinceRow(
              code,
              code.substring(0, 2),
              Ubigeo.shipped().name(code).orElse(code),
              RecordCells.number(row, WOMEN),
              RecordCells.number(row, IN_UNION),
              RecordCells.number(row, URBAN),
              RecordCells.number(row, INDIGENOUS),
              RecordCells.number(row, PRIMARY),
              RecordCells.number(row, YOUNG),
              yearOf(table)));
    }

    notes.add(RecordFile.fileName(table.name()) + ": " + table.rows().size() + " provinces");
  }

  private void addPopulation(TextTable table) {
    for (TextTable.Row row : table.rows()) {
      double people = RecordCells.number(row, PEOPLE);
      if (row.isEmpty() || Double.isNaN(people)) {
        continue;
      }

      AgeGroup group =
          row.value(AGES).map(text -> AgeGroup.parse(text, row.where(AGES))).orElse(AgeGroup.ALL);
      PopulationRow figure =
          new PopulationRow(
              RecordCells.year(row, YEAR),
              Regions.require(row.text(REGION), row.where()),
              RecordCells.sex(row, SEX),
              group.from(),
              group.to() == AgeGroup.OPEN ? null : Integer.valueOf(group.to()),
              people);
      if (!peopleKnown.add(List.of(figure.year(), figure.region(), figure.sex(), group))) {
        throw UserException.input(
            row.where(),
            "a second figure for the same year, region, sex and ages",
            "one",
            "Remove one of them.");
      }

      population.add(figure);
    }

    notes.add(
        RecordFile.fileName(table.name()) + ": " + table.rows().size() + " figures of population");
  }

  private static Integer yearOf(TextTable table) {
    Matcher year = YEAR_IN_NAME.matcher(RecordFile.fileName(table.name()));
    return year.find() ? Integer.valueOf(year.group()) : null;
  }
}
