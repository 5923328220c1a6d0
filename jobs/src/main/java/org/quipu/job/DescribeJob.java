package org.quipu.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;
import org.quipu.file.Source;
import org.quipu.file.Sources;
import org.quipu.file.TableFile;
import org.quipu.file.TableSchema;
import org.quipu.store.Manifest;

/** What is in a file, or in each table of a zip or folder. Starts no Spark. */
public final class DescribeJob {
  /**
   * What is to be described.
   *
   * @param path a file, {@code ZIP}, {@code ZIP!/ENTRY} or folder
   */
  public record Request(String path) {}

  /**
   * What a table is.
   *
   * @param manifest how it was made, where it is a table of a store
   */
  public record Described(Source source, TableSchema schema, Optional<Manifest> manifest) {}

  /**
   * What was found.
   *
   * @param failures why others of several tables could not be read
   */
  public record Result(List<Described> tables, List<String> failures) {}

  public Result run(Request request) {
    List<Source> sources = Sources.require(request.path);
    if (sources.size() == 1) {
      return new Result(List.of(describe(sources.get(0))), List.of());
    }

    Result result = new Result(new ArrayList<>(), new ArrayList<>());
    for (Source source : sources) {
      try {
        result.tables.add(describe(source));
      } catch (UserException e) {
        result.failures.add(e.getMessage());
      }
    }

    return result;
  }

  private static Described describe(Source source) {
    boolean stored = source.fileName().endsWith(".parquet") && !source.location().contains(":/");
    return new Described(
        source,
        TableFile.describe(source),
        stored ? Manifest.beside(Path.of(source.location())) : Optional.empty());
  }
}
