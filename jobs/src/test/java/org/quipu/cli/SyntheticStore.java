package org.quipu.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.Folders;
import org.quipu.Regions;
import org.quipu.program.GeographyIngest;
import org.quipu.store.RegionRow;

/**
 * What {@code quipu run} makes of a small country: figures of 25 regions from 2021 to 2024 as INEI
 * publishes them, and a ministry's records of 2021 to July 2023. All are synthetic, waves of the
 * region's number and the year, and so the same every time. Made once for all tests.
 */
final class SyntheticStore {
  static final String ANY = "partner_violence_any_ever";

  private static final String MARK = "DATOS SINTÉTICOS";
  private static Path folder;
  private static CommandRun run;

  private SyntheticStore() {}

  /** The one run. */
  static CommandRun run() {
    folder();
    return run;
  }

  /** The folder of its {@code --out}; not to be changed. */
  static Path out() {
    return folder().resolve("out");
  }

  /** Copies its store to a folder that is not there yet. */
  static Path copy(Path to) {
    return Folders.copy(folder().resolve("store"), to);
  }

  /** The same run with this store and this output folder. */
  static CommandRun run(Path store, Path out) {
    return CommandRun.of(
        "run",
        "--published",
        folder().resolve("figures.csv"),
        "--programs",
        folder().resolve("records.csv"),
        "--from",
        2021,
        "--to",
        2024,
        "--store",
        store,
        "--out",
        out);
  }

  private static synchronized Path folder() {
    if (folder == null) {
      Path made = Folders.temporary();
      try {
        Files.writeString(made.resolve("figures.csv"), figures());
        Files.writeString(made.resolve("records.csv"), records());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }

      folder = made;
      run = run(made.resolve("store"), made.resolve("out")).succeeds();
    }

    return folder;
  }

  private static String figures() {
    return "year,region,form,window,percent,standard_error,n,kind,source\n"
        + years(2024)
            .flatMap(
                year ->
                    Regions.codes().stream()
                        .flatMap(region -> figuresOf(year, Integer.parseInt(region))))
            .collect(joining());
  }

  private static Stream<String> figuresOf(int year, int region) {
    double any =
        54
            + 8 * Math.sin(1.7 * region)
            - 1.2 * (year - 2021)
            + 2.5 * Math.cos(2.3 * region + 1.1 * year);
    int women = 600 + 37 * (7 * region % 25);
    return Stream.of(
        "%d,%02d,any,ever,%.2f,,%d,recomputed,%s%n".formatted(year, region, any, women, MARK),
        "%d,%02d,sexual,ever,%.2f,,%d,recomputed,%s%n"
            .formatted(year, region, 0.11 * any, women, MARK));
  }

  /**
   * One to three centres a region, which inform 20 to 50 people for 100 women. In Junín and Piura
   * some stand in districts with codes that INEI does not know.
   */
  private static String records() {
    return "YEAR,PERIOD,ENTITY,SERVICE NAME,UBIGEO,DEPARTMENT,PROVINCE,DISTRICT,"
        + "N° OF INFORMED AND SENSITIZED PEOPLE - TOTAL\n"
        + years(2023)
            .flatMap(
                year ->
                    GeographyIngest.shippedRegions().stream()
                        .flatMap(region -> recordsOf(year, region)))
            .collect(joining());
  }

  private static Stream<String> recordsOf(int year, RegionRow region) {
    int number = Integer.parseInt(region.region());
    double share = 0.35 + 0.1 * Math.sin(1.1 * number) + 0.05 * Math.cos(0.7 * number + 2.0 * year);
    int centres = 1 + (number + year) % 3;
    return IntStream.rangeClosed(1, centres)
        .mapToObj(
            centre ->
                "%d,%s,%s,CENTRO EMERGENCIA MUJER,%s010%d,%s,,,%.0f%n"
                    .formatted(
                        year,
                        year == 2023 ? "ENE - JUL" : "ENE - DIC",
                        MARK,
                        region.region(),
                        centre,
                        region.name().toUpperCase(Locale.ROOT),
                        share * region.women() / centres));
  }

  private static Stream<Integer> years(int last) {
    return IntStream.rangeClosed(2021, last).boxed();
  }
}
