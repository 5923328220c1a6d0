package org.quipu.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TableCopy;
import org.quipu.store.Version;

/**
 * Converts files, or all tables in zips and folders, to Parquet or CSV: one after another, without
 * Spark, as most take less time than Spark takes to start.
 */
public final class ConvertJob {
  /** What a table is converted to. */
  public enum Format {
    PARQUET,
    CSV;

    /** The name in options, and the extension of the files. */
    public String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is to be converted.
   *
   * @param files files, zips or folders of them
   * @param folder for {@code FOLDER/NAME.parquet} or {@code FOLDER/NAME.csv} of each {@code NAME}
   */
  public record Request(List<String> files, Path folder, Format format) {}

  /** A table that was converted. */
  public record Copy(Source source, Path file, long rows) {}

  /**
   * What became of the tables.
   *
   * @param failures why others could not be converted
   */
  public record Result(List<Copy> copies, List<String> failures) {}

  private final Consumer<Copy> done;

  /**
   * A job that reports each copy as soon as it is complete.
   *
   * @param done what hears of it
   */
  public ConvertJob(Consumer<Copy> done) {
    this.done = done;
  }

  /** Converts every table that can be read. Two of one name are refused before any is touched. */
  public Result run(Request request) {
    Result result = new Result(new ArrayList<>(), new ArrayList<>());
    for (Copy planned : plan(request)) {
      try {
        Copy copy =
            new Copy(planned.source, planned.file, convert(planned.source, planned.file, request));
        result.copies.add(copy);
        done.accept(copy);
      } catch (UserException e) {
        result.failures.add(e.getMessage());
      }
    }

    return result;
  }

  private static long convert(Source source, Path file, Request request) {
    return switch (request.format) {
      case PARQUET -> TableCopy.toParquet(source, file, Version.current());
      case CSV -> TableCopy.toCsv(source, file);
    };
  }

  private static List<Copy> plan(Request request) {
    List<Copy> plan = new ArrayList<>();
    Map<String, Source> names = new HashMap<>();
    for (String file : request.files) {
      for (Source source : Sources.require(file)) {
        String name = source.baseName() + "." + request.format.extension();
        Source other = names.put(name.toLowerCase(Locale.ROOT), source);
        if (other != null) {
          throw UserException.input(
              source.name(),
              "a second table for " + name + ", after " + other.name(),
              "files of different names",
              "Convert them to different folders.");
        }

        Path copy = request.folder.resolve(name);
        requireAnotherFile(source, copy);
        plan.add(new Copy(source, copy, 0));
      }
    }

    return plan;
  }

  private static void requireAnotherFile(Source source, Path copy) {
    Path original = source.isEntry() ? null : Path.of(source.location());
    try {
      if (original != null
          && Files.exists(original)
          && Files.exists(copy)
          && Files.isSameFile(original, copy)) {
        throw UserException.input(
            source.name(), "a copy onto the file itself", "another place", "Name another --to.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + copy, e);
    }
  }
}
