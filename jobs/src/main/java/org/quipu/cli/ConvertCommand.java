package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TableCopy;
import org.quipu.store.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** One file after another, without Spark: most take less time than Spark takes to start. */
@Command(
    name = "convert",
    description = {
      "Converts SPSS (.sav, .zsav), Stata (.dta), delimited text and Parquet, alone or in zips and"
          + " folders, to Parquet or CSV. Starts no Spark.",
      "Values are codes, not labels; values declared missing are null or empty; dates and times are"
          + " ISO 8601. Labels stay in the footer of the Parquet file"
          + " (org.quipu.table, JSON, and Spark's own column metadata): quipu describe shows them."
    },
    footer = {
      "",
      "Example:",
      "  quipu convert 786-Modulo1637.zip REC0111.sav --to parquet",
    })
final class ConvertCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, zips or folders of them.")
  private List<String> files;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "The folder for DIR/NAME.parquet or DIR/NAME.csv of each NAME.sav.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "parquet|csv",
      defaultValue = "parquet",
      converter = FormatName.class,
      description = "Default: ${DEFAULT-VALUE}.")
  private Format format;

  enum Format {
    PARQUET,
    CSV;

    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String name) {
      for (Format format : Format.values()) {
        if (format.extension().equals(name)) {
          return format;
        }
      }

      throw new TypeConversionException("'" + name + "' is none of parquet, csv");
    }
  }

  @Override
  protected void run(Console console) throws IOException {
    List<String> failures = new ArrayList<>();
    Map<Path, Source> copies = copies();
    copies.forEach(
        (copy, source) -> {
          try {
            long rows = convert(source, copy);
            console.say(String.format(Locale.ROOT, "%s: %,d rows -> %s", source, rows, copy));
          } catch (UserException e) {
            failures.add(e.getMessage());
          }
        });
    if (!failures.isEmpty()) {
      String told = String.join(System.lineSeparator(), failures);
      throw new UserException(
          copies.size() == 1
              ? told
              : failures.size()
                  + " of "
                  + copies.size()
                  + " tables were not converted."
                  + System.lineSeparator()
                  + told);
    }
  }

  private long convert(Source source, Path copy) {
    return switch (format) {
      case PARQUET -> TableCopy.toParquet(source, copy, Version.current());
      case CSV -> TableCopy.toCsv(source, copy);
    };
  }

  /** What becomes of each table; looked through before any is touched. */
  private Map<Path, Source> copies() throws IOException {
    Map<Path, Source> copies = new LinkedHashMap<>();
    Map<String, Source> names = new LinkedHashMap<>();
    for (String file : files) {
      List<Source> sources = Sources.under(file);
      if (sources.isEmpty()) {
        throw UserException.input(
            file, "no table", "SPSS, Stata, delimited text or Parquet", "Check the path.");
      }

      for (Source source : sources) {
        String name = source.baseName() + "." + format.extension();
        Source other = names.put(name.toLowerCase(Locale.ROOT), source);
        if (other != null) {
          throw UserException.input(
              source.name(),
              "a second table for " + name + ", after " + other.name(),
              "files of different names",
              "Convert them to different folders.");
        }

        copies.put(checked(source, folder.resolve(name)), source);
      }
    }

    return copies;
  }

  private static Path checked(Source source, Path copy) throws IOException {
    Path original = source.isEntry() ? null : Path.of(source.location());
    boolean itself =
        original != null
            && Files.exists(original)
            && Files.exists(copy)
            && Files.isSameFile(original, copy);
    if (itself) {
      throw UserException.input(
          source.name(), "a copy onto the file itself", "another place", "Name another --to.");
    }

    return copy;
  }
}
