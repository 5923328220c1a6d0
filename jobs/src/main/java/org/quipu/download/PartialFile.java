package org.quipu.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.quipu.file.WholeFile;

/**
 * What has come of a file, hidden beside its place, with a note of which version it is of, so that
 * a later attempt or command can go on with it.
 */
record PartialFile(Path place, Path bytes, Path note) {
  /**
   * What is to come.
   *
   * @param from the first byte that is not there
   * @param version of the file that the bytes before are of
   */
  record Rest(long from, String version) {}

  static PartialFile of(Path place) {
    Path bytes = place.resolveSibling("." + place.getFileName() + ".part");
    return new PartialFile(place, bytes, bytes.resolveSibling(bytes.getFileName() + ".version"));
  }

  /** What is still to come; empty where nothing is there, or nobody knows of which version. */
  Optional<Rest> rest() throws IOException {
    if (!Files.exists(note) || size() == 0) {
      return Optional.empty();
    }

    return Optional.of(new Rest(size(), Files.readString(note)));
  }

  long size() throws IOException {
    return Files.exists(bytes) ? Files.size(bytes) : 0;
  }

  /** To write from a byte on, into a new file or behind what is there. */
  OutputStream from(long begin, String version) throws IOException {
    if (begin == 0) {
      discard();
      if (!version.isEmpty()) {
        WholeFile.write(note, version);
      }
    }

    return Files.newOutputStream(bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void discard() throws IOException {
    Files.deleteIfExists(note);
    Files.deleteIfExists(bytes);
  }

  /** The file is whole: it gets its name. */
  Path complete() throws IOException {
    Files.move(bytes, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    discard();
    return place;
  }
}
