package org.quipu.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.quipu.UserException;

/** A zip on any file system, whose files are read without unpacking them. */
final class Zip implements Closeable {
  private final String location;
  private final RandomBytes bytes;
  private final Map<String, ZipEntry> files;

  private Zip(String location, RandomBytes bytes, Map<String, ZipEntry> files) {
    this.location = location;
    this.bytes = bytes;
    this.files = files;
  }

  static Zip open(String location) throws IOException {
    RandomBytes bytes = Locations.openAnywhere(location);
    try {
      return new Zip(location, bytes, ZipEntries.read(location, bytes));
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** The paths of the files in it, in the zip's order. */
  List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** Whether a file in it can be read without another program. */
  boolean canRead(String name) {
    return ZipStream.canRead(entry(name));
  }

  /** The bytes of a file in it; the zip must stay open while they are read. */
  InputStream read(String name) throws IOException {
    return new ZipStream(location, bytes, entry(name), () -> {});
  }

  /** The bytes of a file in a zip. */
  static InputStream read(String location, String name) throws IOException {
    Zip zip = open(location);
    try {
      return new ZipStream(location, zip.bytes, zip.entry(name), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The size of a file in a zip. */
  static long size(String location, String name) throws IOException {
    try (Zip zip = open(location)) {
      return zip.entry(name).size();
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry found = files.get(name);
    if (found == null) {
      throw UserException.input(
          location, "no entry " + name, "one", "List the zip with: quipu describe " + location);
    }

    return found;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
