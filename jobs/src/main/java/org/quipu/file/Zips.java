package org.quipu.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.quipu.UserException;

/**
 * Entries of zips, read without unpacking them. Refused are zips with paths that lead out of their
 * folder, and entries that inflate to far more than their compressed size allows.
 */
final class Zips {
  /** An entry may inflate to this size whatever its ratio. */
  private static final long HARMLESS = 1L << 28;

  /** Survey files compress 5 to 100 times; the limit of deflate is 1,032. */
  private static final long LARGEST_RATIO = 200;

  private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[a-zA-Z]:.*");
  private static final Charset[] NAMES = {StandardCharsets.UTF_8, Charset.forName("IBM850")};

  private Zips() {}

  /** The paths of the files in a zip, in the zip's order. */
  static List<String> entries(String location) throws IOException {
    List<String> entries = new ArrayList<>();
    if (Locations.isLocal(location)) {
      try (ZipFile zip = zip(location)) {
        zip.stream().forEach(entry -> add(location, entry, entries));
      }
    } else {
      try (ZipInputStream zip = stream(location)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          add(location, entry, entries);
        }
      }
    }

    return entries;
  }

  private static void add(String location, ZipEntry entry, List<String> entries) {
    checkPath(location, entry.getName());
    if (!entry.isDirectory()) {
      entries.add(entry.getName());
    }
  }

  static InputStream open(String location, String entry) throws IOException {
    checkPath(location, entry);
    if (!Locations.isLocal(location)) {
      return openRemote(location, entry);
    }

    ZipFile zip = zip(location);
    try {
      ZipEntry found = find(zip, location, entry);
      return new Entry(zip.getInputStream(found), zip, location, found);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  static long size(String location, String entry) throws IOException {
    if (!Locations.isLocal(location)) {
      return -1;
    }

    try (ZipFile zip = zip(location)) {
      return find(zip, location, entry).getSize();
    }
  }

  private static InputStream openRemote(String location, String wanted) throws IOException {
    ZipInputStream zip = stream(location);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals(wanted)) {
        return new Entry(zip, zip, location, entry);
      }
    }

    zip.close();
    throw missing(location, wanted);
  }

  private static ZipInputStream stream(String location) throws IOException {
    return new ZipInputStream(Locations.open(location), NAMES[1]);
  }

  /** Names are UTF-8 where declared or valid, otherwise in the code page of Windows in Peru. */
  private static ZipFile zip(String location) throws IOException {
    Path path = Locations.local(location);
    try {
      return new ZipFile(path.toFile(), NAMES[0]);
    } catch (ZipException e) {
      return new ZipFile(path.toFile(), NAMES[1]);
    }
  }

  private static ZipEntry find(ZipFile zip, String location, String entry) {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw missing(location, entry);
    }

    return found;
  }

  private static UserException missing(String location, String entry) {
    return UserException.input(
        location, "no entry " + entry, "one", "List the zip with: quipu describe " + location);
  }

  private static void checkPath(String location, String entry) {
    boolean climbs = List.of(entry.split("[/\\\\]", -1)).contains("..");
    if (climbs || ABSOLUTE.matcher(entry).matches()) {
      throw UserException.input(
          location,
          "the entry '" + entry + "', which leads out of the zip",
          "paths inside it",
          "Do not trust this zip; download it again from where it was published.");
    }
  }

  /** Limits the inflated size of an entry, and closes the zip with it. */
  private static final class Entry extends FilterInputStream {
    private final Closeable zip;
    private final String location;
    private final ZipEntry entry;
    private long count;

    Entry(InputStream in, Closeable zip, String location, ZipEntry entry) {
      super(in);
      this.zip = zip;
      this.location = location;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count(read);
      return read;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      count(skipped);
      return skipped;
    }

    private void count(long read) {
      count += Math.max(0, read);
      long packed = entry.getCompressedSize();
      if (count > HARMLESS && packed >= 0 && count / LARGEST_RATIO > packed) {
        throw UserException.input(
            location + "!/" + entry.getName(),
            "more than " + count + " bytes from " + packed + " in the zip",
            "at most " + LARGEST_RATIO + " times as many",
            "This looks like a zip bomb; if it is not, unpack it and name the file itself.");
      }
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        zip.close();
      }
    }
  }
}
