package org.quipu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.quipu.UserException;

/** The file {@code _manifest.json} in the folder of a table or part. */
final class ManifestFile {
  static final String NAME = "_manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ManifestFile() {}

  /** The manifest in a folder; empty where there is none. */
  static Optional<Manifest> read(FileSystem files, Path folder) {
    Path file = new Path(folder, NAME);
    return read(file.toString(), () -> files.open(file));
  }

  /** Whether a folder is that of a table or part. */
  static boolean isIn(StoreFolder store, Path folder) {
    return store.exists(new Path(folder, NAME));
  }

  /** The manifest in the folder of a local file; empty where there is none. */
  static Optional<Manifest> beside(java.nio.file.Path file) {
    java.nio.file.Path manifest = file.resolveSibling(NAME);
    return read(manifest.toString(), () -> Files.newInputStream(manifest));
  }

  private interface Opened {
    InputStream open() throws IOException;
  }

  private static Optional<Manifest> read(String file, Opened opened) {
    try (InputStream in = opened.open()) {
      Manifest manifest = JSON.readValue(in, Manifest.class);
      if (manifest == null) {
        throw somethingElse(file, null);
      }

      return Optional.of(manifest);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw somethingElse(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static UserException somethingElse(String file, JsonProcessingException cause) {
    return new UserException(
        file
            + ": found something else than Quipu wrote; expected the manifest of a table. "
            + "Delete the file and make the table again.",
        cause);
  }

  static void write(FileSystem files, Path folder, Manifest manifest) throws IOException {
    try (OutputStream out = files.create(new Path(folder, NAME), true)) {
      JSON.writeValue(out, manifest);
    }
  }

  /** What a file holds; empty where there is none, or one that was cut off. */
  static <T> Optional<T> readJson(FileSystem files, Path file, Class<T> type) throws IOException {
    try (InputStream in = files.open(file)) {
      return Optional.ofNullable(JSON.readValue(in, type));
    } catch (FileNotFoundException | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
