package org.quipu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A synthetic ENDES of 2017 and 2022 in INEI's layout: zips of module files under the portal's
 * names. Size and design are real, every answer is invented; the weighted levels of violence are
 * the published ones, or plausible ones where nothing was published ({@code data/demo/README.md}).
 */
public final class SyntheticEndes {
  /** The entry of every zip that marks the data as synthetic. */
  public static final String MARK = "DATOS-SINTETICOS.txt";

  /** The column of every file that marks it, 1 in each row, also out of its zip. */
  static final String MARK_COLUMN = "DATOS_SINTETICOS";

  static final String MARK_TEXT =
      """
      DATOS SINTÉTICOS

      Este archivo no contiene datos de la ENDES ni de ninguna persona. Lo generó Quipu para su
      demostración (quipu demo): el diseño imita el de la encuesta del INEI y los niveles de
      violencia se ajustaron a cifras publicadas, pero cada hogar y cada respuesta son inventados.
      No debe usarse para ninguna conclusión.
      """;

  /** The number of interviews of 2017 relative to 2022. */
  private static final double SIZE_OF_2017 = 1.05;

  private SyntheticEndes() {}

  /** Writes the zips of both years, byte for byte the same every time. */
  public static void write(Path dir) throws IOException {
    Files.createDirectories(dir);
    try {
      Stream.<Year>of(SyntheticEndes::write2017, SyntheticEndes::write2022)
          .parallel()
          .forEach(year -> write(year, dir));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Draws and writes what is of one year. */
  private interface Year {
    void writeTo(Path dir) throws IOException;
  }

  private static void write(Year year, Path dir) {
    try {
      year.writeTo(dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write2017(Path dir) throws IOException {
    SurveyFiles files = new SurveyFiles(2017, survey(2017, 15, SIZE_OF_2017));
    Map<String, List<ModuleFile<?>>> modules =
        Map.of(
            "64", List.of(files.rech0()),
            "65", List.of(files.rech23()),
            "66", List.of(files.rec0111(), files.rec91()),
            "71", List.of(files.re516171()),
            "73", List.of(files.rec84dv()));
    for (String module : new TreeMap<>(modules).keySet()) {
      // In this year only the zip of the women's file has a folder with the survey's code.
      String folder = (module.equals("66") ? "605-" : "") + "Modulo" + module;
      SurveyZip.write(
          dir.resolve("605-Modulo" + module + ".zip"),
          folder,
          ".CSV",
          CsvForm.SEMICOLON_LATIN1,
          modules.get(module));
    }
  }

  private static void write2022(Path dir) throws IOException {
    SurveyFiles files = new SurveyFiles(2022, survey(2022, 12, 1));
    Map<String, List<ModuleFile<?>>> modules =
        Map.of(
            "1629", List.of(files.rech0()),
            "1630", List.of(files.rech23()),
            "1631", List.of(files.rec0111(), files.rec91()),
            "1635", List.of(files.re516171()),
            "1637", List.of(files.rec84dv()));
    for (String module : new TreeMap<>(modules).keySet()) {
      String name = "786-Modulo" + module;
      SurveyZip.write(
          dir.resolve(name + ".zip"),
          name,
          ".csv",
          CsvForm.COMMA_UTF8_WITH_MARK,
          modules.get(module));
    }
  }

  /** The households and women of a year, with weights and answers. */
  static List<Household> survey(int year, int youngest, double size) {
    List<Household> households = Households.of(year, youngest, Clusters.draw(year, size));
    Weights.calibrate(households);
    Map<String, ViolenceLevels> levels = ViolenceLevels.of(year);
    Map<String, List<Woman>> byRegion =
        households.stream()
            .flatMap(household -> household.women.stream())
            .filter(Woman::asked)
            .collect(
                Collectors.groupingBy(
                    woman -> woman.household.cluster.area().region(),
                    TreeMap::new,
                    Collectors.toList()));
    byRegion.forEach(
        (region, women) -> {
          Dice dice = Dice.of("answers", year, region);
          List<Woman> universe = women.stream().filter(Woman::inUniverse).toList();
          Violence.assign(
              universe, levels.get(region + "/ever"), levels.get(region + "/12m"), dice);
          universe.forEach(woman -> Answers.fill(woman, dice));
          women.forEach(woman -> Help.fill(woman, dice));
        });
    return households;
  }
}
