package org.quipu.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quipu.file.ShippedData;
import org.quipu.file.Source;

/**
 * How a table was made. Stands beside it as {@code _manifest.json}.
 *
 * @param version of Quipu
 * @param created ISO 8601 instant
 * @param options of the job, by name
 * @param inputs files and tables that it was made from
 * @param rows of the table
 * @param notes what a reader of the table must know: what was left out, counted, replaced
 * @param facts the same for programs, by name
 * @param fingerprint digest of version, options and inputs: the same fingerprint means the same
 *     table
 */
public record Manifest(
    String table,
    String version,
    String created,
    Map<String, String> options,
    List<Input> inputs,
    long rows,
    List<String> notes,
    Map<String, String> facts,
    String fingerprint) {
  public Manifest {
    Stream.of(table, version, created, options, inputs, notes, facts, fingerprint)
        .forEach(Objects::requireNonNull);
  }

  /**
   * A file or table that a table was made from.
   *
   * @param sha256 of the file; of a table, its fingerprint
   */
  public record Input(String path, long bytes, String sha256) {
    public static Input of(Source file) {
      return new Input(file.name(), file.size(), file.sha256());
    }

    /** A file of {@code data}, which ships with Quipu. */
    public static Input shipped(String name) {
      byte[] bytes = ShippedData.bytes(name);
      return new Input("data/" + name, bytes.length, Digests.sha256(bytes));
    }
  }

  /** What a table is to be made from and how, before it is made. */
  public static Manifest plan(String table, Map<String, String> options, List<Input> inputs) {
    Map<String, String> sorted = new TreeMap<>(options);
    String version = Version.current();
    StringBuilder digested =
        new StringBuilder(table).append('\n').append(version).append('\n').append(sorted);
    inputs.forEach(input -> digested.append('\n').append(input.sha256()));
    return new Manifest(
        table,
        version,
        "",
        sorted,
        List.copyOf(inputs),
        0,
        List.of(),
        Map.of(),
        Digests.sha256(digested.toString()));
  }

  /** The manifest with what must be known of the table. */
  public Manifest withNotes(List<String> others) {
    return new Manifest(
        table, version, created, options, inputs, rows, List.copyOf(others), facts, fingerprint);
  }

  /** The manifest with facts of the table that other jobs go by. */
  public Manifest withFacts(Map<String, String> others) {
    return new Manifest(
        table, version, created, options, inputs, rows, notes, new TreeMap<>(others), fingerprint);
  }

  /** The manifest of the table that a local file belongs to; empty where it belongs to none. */
  public static Optional<Manifest> beside(Path file) {
    return ManifestFile.beside(file);
  }

  Manifest done(String at, long written) {
    return new Manifest(table, version, at, options, inputs, written, notes, facts, fingerprint);
  }

  /** This table as the input of another. */
  public Input asInput() {
    return new Input("store:" + table, 0, fingerprint);
  }
}
