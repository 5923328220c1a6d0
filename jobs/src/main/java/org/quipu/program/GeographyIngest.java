package org.quipu.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TextTable;
import org.quipu.store.DistrictRow;
import org.quipu.store.PopulationRow;
import org.quipu.store.ProvinceRow;
import org.quipu.store.RecordSource;
import org.quipu.store.RegionRow;
import org.quipu.store.Table;

/**
 * Regions, provinces and districts: codes, names, people, covariates. From the files of a folder,
 * or, for the sizes of the regions only, from the table that ships with Quipu.
 *
 * @param population people by year, sex and age where the folder has them
 * @param notes what was joined, and what did not match
 */
public record GeographyIngest(
    List<RegionRow> regions,
    List<ProvinceRow> provinces,
    List<DistrictRow> districts,
    List<PopulationRow> population,
    List<String> notes) {

  /** The sizes of the regions, used where a folder does not give them. */
  private static final List<String> SHIPPED = List.of("geography/regions-population.csv");

  /**
   * Reads the CSV files of a folder, which are recognized by their headings; files of other kinds,
   * such as boundaries, are ignored. Separators, quotes, charset and byte order mark are found as
   * for every delimited text.
   *
   * @throws UserException where the folder has no table of geography, or a value is wrong; the
   *     message names file, row and column
   */
  public static GeographyIngest read(Path folder) {
    GeographyFiles read = new GeographyFiles();
    boolean any = false;
    for (Path file : files(folder)) {
      any |= read.add(TextTable.read(Source.file(file)));
    }

    if (!any) {
      throw UserException.input(
          folder.toString(),
          "no table of districts, provinces or population",
          "CSV files with the headings ubigeo and distrito, province and women_15_49, or year,"
              + " region and population",
          "See data/geography/README.md for their columns.");
    }

    List<DistrictRow> districts = read.districts();
    List<ProvinceRow> provinces = read.provinces();
    return new GeographyIngest(
        RegionSizes.of(districts, provinces, shippedRegions()),
        provinces,
        districts,
        read.population(),
        read.notes());
  }

  /** What is known without a folder: the regions' sizes that ship with Quipu. */
  public static GeographyIngest shipped() {
    return new GeographyIngest(shippedRegions(), List.of(), List.of(), List.of(), List.of());
  }

  /** The regions' sizes that ship with Quipu: census of 2017, people of 2025. */
  public static List<RegionRow> shippedRegions() {
    return TextTable.shipped(SHIPPED.get(0)).rows().stream().map(RegionSizes::row).toList();
  }

  /**
   * Geography to load into a store.
   *
   * @param folder null for the sizes of the regions that ship with Quipu
   */
  public static RecordSource source(Path folder) {
    return folder == null
        ? RecordSource.standIn(Table.REGIONS, SHIPPED, target -> write(target, shipped()))
        : RecordSource.named(
            Table.REGIONS, files(folder), SHIPPED, target -> write(target, read(folder)));
  }

  private static void write(RecordSource.Target target, GeographyIngest read) throws IOException {
    read.notes.forEach(target.progress()::progress);
    target.write(Table.REGIONS, read.regions, read.notes);
    target.write(Table.PROVINCES, read.provinces, List.of());
    target.write(Table.DISTRICTS, read.districts, List.of());
    target.write(Table.POPULATION, read.population, List.of());
  }

  /** The CSV files of the folder and its subfolders. */
  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw UserException.input(
          folder.toString(), "no folder", "a folder of geography", "Check --geography.");
    }

    return Sources.files(folder).stream()
        .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
        .toList();
  }
}
