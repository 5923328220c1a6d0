package org.quipu.endes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quipu.NormalizedText;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TableFile;
import org.quipu.file.TableReader;

/** Finds the files of ENDES in a folder by their names, and the year of each. */
public final class EndesFiles {
  /**
   * A file of ENDES.
   *
   * @param labels value labels by variable, upper case
   */
  record ModuleFile(
      int year, EndesModule module, Source source, Map<String, Map<String, String>> labels) {
    boolean has(String variable) {
      return labels.containsKey(variable);
    }
  }

  private static final Pattern SURVEY_CODE =
      Pattern.compile("(?<!\\d)(\\d{3,4})-Modulo\\d+", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20[1-4]\\d)(?!\\d)");

  private final List<ModuleFile> files;
  private final boolean synthetic;

  private EndesFiles(List<ModuleFile> files, boolean synthetic) {
    this.files = files;
    this.synthetic = synthetic;
  }

  /**
   * Searches a folder, its subfolders and the zips in them.
   *
   * @param defaultYear the year of files that do not give one; null if there is no default
   */
  public static EndesFiles find(String folder, Integer defaultYear) {
    List<ModuleFile> files = new ArrayList<>();
    for (Source source : Sources.under(folder)) {
      Optional<EndesModule> module = EndesModule.ofFileName(source.baseName());
      if (module.isPresent()) {
        files.add(open(source, module.get(), defaultYear));
      }
    }

    if (files.isEmpty()) {
      throw UserException.input(
          folder,
          "no file of ENDES",
          "files such as REC0111, REC84DV, RE516171 or RECH0 (.sav, .dta or .csv), or INEI's zips"
              + " of them",
          "Put the zips as INEI publishes them into the folder: modules 66, 71, 73, 64 and 65, from"
              + " 2020 on 1631, 1635, 1637, 1629 and 1630.");
    }

    Stream<String> columns = files.stream().flatMap(file -> file.labels().keySet().stream());
    return new EndesFiles(
        files,
        Stream.concat(Sources.names(folder).stream(), columns).anyMatch(EndesFiles::saysSynthetic));
  }

  /**
   * Synthetic data have a column that is named so in each file, or come with a file that is, in the
   * folder or in a zip.
   */
  private static boolean saysSynthetic(String name) {
    String words = NormalizedText.of(name);
    return words.contains("SINTETIC") || words.contains("SYNTHETIC");
  }

  /** The files by year. */
  Map<Integer, List<ModuleFile>> byYear() {
    Map<Integer, List<ModuleFile>> years = new TreeMap<>();
    for (ModuleFile file : files) {
      List<ModuleFile> ofYear = years.computeIfAbsent(file.year(), year -> new ArrayList<>());
      for (ModuleFile other : ofYear) {
        if (other.module().equals(file.module())) {
          throw UserException.input(
              file.source().name(),
              file.module().name()
                  + " of "
                  + file.year()
                  + " a second time, after "
                  + other.source().name(),
              "each module once a year",
              "Leave one of the two in the folder.");
        }
      }

      ofYear.add(file);
    }

    return years;
  }

  /** Whether the files are marked as synthetic. */
  boolean synthetic() {
    return synthetic;
  }

  /** The locations of the files that are read; a zip counts once. */
  public List<String> locations() {
    return files.stream().map(file -> file.source().location()).distinct().sorted().toList();
  }

  private static ModuleFile open(Source source, EndesModule module, Integer defaultYear) {
    try (TableReader table = TableFile.open(source, List.of("ID1"))) {
      Map<String, Map<String, String>> labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      table
          .schema()
          .variables()
          .forEach(variable -> labels.put(variable.name(), variable.labels()));
      if (!labels.containsKey(module.key())) {
        throw UserException.input(
            source.name(),
            "no column " + module.key() + " among " + labels.size() + " columns",
            "the columns of " + module.name(),
            "Use the file as INEI publishes it.");
      }

      return new ModuleFile(year(source, table, defaultYear), module, source, labels);
    }
  }

  private static int year(Source source, TableReader table, Integer defaultYear) {
    TreeSet<Integer> years = new TreeSet<>();
    Matcher code = SURVEY_CODE.matcher(source.name());
    while (code.find()) {
      SurveyYear.ofSurveyCode(Integer.parseInt(code.group(1))).ifPresent(years::add);
    }

    Matcher name = YEAR_IN_NAME.matcher(source.baseName());
    while (name.find()) {
      years.add(Integer.valueOf(name.group(1)));
    }

    if (table.has(0) && table.next() && !table.isMissing(0)) {
      years.add((int) table.number(0));
    }

    if (years.size() > 1) {
      throw UserException.input(
          source.name(),
          "several years, " + years + " (survey code in the path, file name, column ID1)",
          "one year",
          "Put the file where it belongs.");
    }

    if (years.isEmpty() && defaultYear == null) {
      throw UserException.input(
          source.name(),
          "no year (survey code in the path, file name, column ID1)",
          "a year",
          "Give it with --year.");
    }

    return SurveyYear.of(years.isEmpty() ? defaultYear : years.first()).year();
  }
}
