package org.quipu.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quipu.UserException;

/** Finds the tables in folders and zips. */
public final class Sources {
  /** Extensions of tables; other files are tables if their first bytes show it. */
  private static final Set<String> TABLES =
      Set.of("sav", "zsav", "dta", "csv", "tsv", "tab", "parquet");

  private static final Set<String> ZIP = Set.of("zip");

  private Sources() {}

  /**
   * The tables at a location, sorted by name: all in a folder, its subfolders and the zips in them;
   * all in a zip; or the one file or entry itself. Hidden files are ignored.
   */
  public static List<Source> under(String location) {
    try {
      if (Source.of(location).isEntry()) {
        return List.of(Source.of(location));
      }

      if (!Locations.isFolder(location)) {
        return isZip(location) ? entries(location) : List.of(Source.of(location));
      }

      List<Source> sources = new ArrayList<>();
      for (String file : Locations.filesUnder(location)) {
        if (hasExtension(file, ZIP)) {
          sources.addAll(entries(file));
        } else if (hasExtension(file, TABLES) || beginsAsTable(Locations.open(file))) {
          sources.add(Source.of(file));
        }
      }

      return sources;
    } catch (IOException e) {
      throw Locations.unreadable(location, e);
    } catch (UncheckedIOException e) {
      throw Locations.unreadable(location, e.getCause());
    }
  }

  /** The visible files in a local folder and those below it, links followed, sorted by name. */
  public static List<Path> files(Path folder) {
    try {
      return Locations.filesUnder(folder.toString()).stream().map(Path::of).toList();
    } catch (IOException e) {
      throw Locations.unreadable(folder.toString(), e);
    }
  }

  /**
   * As {@link #under}.
   *
   * @throws UserException where there is no table
   */
  public static List<Source> require(String location) {
    List<Source> sources = under(location);
    if (sources.isEmpty()) {
      throw UserException.input(
          location, "no table", "SPSS, Stata, delimited text or Parquet", "Check the path.");
    }

    return sources;
  }

  /** The names of all files at a location, tables or not, including those in zips. */
  public static List<String> names(String location) {
    try {
      List<String> names = new ArrayList<>();
      List<String> files =
          Locations.isFolder(location) ? Locations.filesUnder(location) : List.of(location);
      for (String file : files) {
        names.add(Locations.lastName(file));
        if (hasExtension(file, ZIP)) {
          try (Zip zip = Zip.open(file)) {
            zip.names().forEach(entry -> names.add(Locations.lastName(entry)));
          }
        }
      }

      return names;
    } catch (IOException e) {
      throw Locations.unreadable(location, e);
    } catch (UncheckedIOException e) {
      throw Locations.unreadable(location, e.getCause());
    }
  }

  private static List<Source> entries(String location) {
    try (Zip zip = Zip.open(location)) {
      List<Source> tables = new ArrayList<>();
      for (String name : zip.names().stream().filter(Locations::isVisible).sorted().toList()) {
        boolean named = hasExtension(name, TABLES);
        if (named || (zip.canRead(name) && beginsAsTable(zip.read(name)))) {
          tables.add(new Source(location, name));
        }
      }

      boolean packedTwice = zip.names().stream().anyMatch(name -> hasExtension(name, ZIP));
      if (tables.isEmpty() && packedTwice) {
        throw UserException.input(
            location, "a zip in a zip", "tables in it", "Unpack it once, and name the folder.");
      }

      return tables;
    } catch (IOException e) {
      throw Locations.unreadable(location, e);
    }
  }

  /** Whether the first bytes are those of a zip; workbooks are zips too, but hold no tables. */
  private static boolean isZip(String file) throws IOException {
    if (hasExtension(file, ZIP)) {
      return true;
    }

    try (InputStream in = Locations.open(file)) {
      byte[] first = in.readNBytes(4);
      boolean packed = first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3;
      return packed && !hasExtension(file, Set.of("xlsx", "xlsm", "ods", "jar"));
    }
  }

  private static boolean beginsAsTable(InputStream file) throws IOException {
    try (file) {
      return TableFile.binaryFormat(file.readNBytes(16)) != null;
    }
  }

  private static boolean hasExtension(String file, Set<String> extensions) {
    String name = Locations.lastName(file).toLowerCase(Locale.ROOT);
    return extensions.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
