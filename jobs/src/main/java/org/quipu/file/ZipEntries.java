package org.quipu.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.quipu.UserException;

/**
 * The list of files at the end of a zip, also of one larger than 4 GB (zip64). Refused are lists
 * that no honest program writes: with two files of one name, a path that leads out of the zip,
 * files that lie over one another, or sizes that compressed data cannot have.
 */
final class ZipEntries {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int FILE = 0x02014b50;
  private static final int END_BYTES = 22;
  private static final int END_64_BYTES = 56;
  private static final int LOCATOR_BYTES = 20;
  private static final int FILE_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int UTF_8_NAME = 1 << 11;
  private static final int SIZES_64 = 1;
  private static final long SEE_EXTRA = 0xffffffffL;

  /** The code page of Windows in Peru, in which names are that do not say otherwise. */
  private static final Charset WINDOWS = Charset.forName("IBM850");

  private static final Pattern LEADS_OUT =
      Pattern.compile("[/\\\\].*|[a-zA-Z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Bytes ORDER = Bytes.LITTLE_ENDIAN;

  private final String location;
  private final RandomBytes zip;
  private final Map<String, ZipEntry> files = new LinkedHashMap<>();
  private long entries;
  private long length;
  private long start;
  private long base;

  private ZipEntries(String location, RandomBytes zip) {
    this.location = location;
    this.zip = zip;
  }

  /** The files in a zip by their paths, in the zip's order; folders are left out. */
  static Map<String, ZipEntry> read(String location, RandomBytes zip) throws IOException {
    ZipEntries entries = new ZipEntries(location, zip);
    entries.findList();
    entries.readList();
    entries.checkSizes();
    return entries.files;
  }

  private void findList() throws IOException {
    int tail = (int) Math.min(zip.size(), END_BYTES + LONGEST_COMMENT);
    long tailAt = zip.size() - tail;
    byte[] bytes = zip.readFully(tailAt, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      boolean ends =
          ORDER.int32(bytes, at) == END && at + END_BYTES + uint16(bytes, at + 20) <= tail;
      if (ends) {
        readEnd(bytes, at, tailAt + at);
        return;
      }
    }

    throw damaged("no list of its files at its end");
  }

  private void readEnd(byte[] bytes, int at, long end) throws IOException {
    if (uint16(bytes, at + 4) != uint16(bytes, at + 6)) {
      throw UserException.input(
          location,
          "a part of a divided zip",
          "a zip in one file",
          "Join its parts, or unpack them and name the folder.");
    }

    entries = uint16(bytes, at + 10);
    length = uint32(bytes, at + 12);
    long offset = uint32(bytes, at + 16);
    long listEnd = end;
    boolean large = entries == 0xffff || length == SEE_EXTRA || offset == SEE_EXTRA;
    if (large && end >= LOCATOR_BYTES) {
      byte[] locator = zip.readFully(end - LOCATOR_BYTES, LOCATOR_BYTES);
      if (ORDER.int32(locator, 0) == LOCATOR_64) {
        listEnd = ORDER.int64(locator, 8);
        byte[] wide = wideEnd(listEnd);
        entries = ORDER.int64(wide, 32);
        length = ORDER.int64(wide, 40);
        offset = ORDER.int64(wide, 48);
      }
    }

    checkLength();
    start = listEnd - length;
    base = start - offset;
    if (start < 0 || offset < 0 || base < 0) {
      throw damaged("a list of files that is not where the zip says");
    }
  }

  private byte[] wideEnd(long at) throws IOException {
    if (at < 0 || at > zip.size() - END_64_BYTES) {
      throw damaged("a list of files that is not where the zip says");
    }

    byte[] wide = zip.readFully(at, END_64_BYTES);
    if (ORDER.int32(wide, 0) != END_64) {
      throw damaged("a list of files that is not where the zip says");
    }

    return wide;
  }

  private void checkLength() {
    boolean tooMany = entries < 0 || entries > Limits.ENTRIES;
    if (tooMany || length < 0 || length > Limits.DIRECTORY) {
      throw Limits.exceeded(
          location,
          tooMany ? entries + " files" : "a list of files of " + length + " bytes",
          tooMany ? Limits.ENTRIES + " in a zip" : Limits.DIRECTORY + " bytes",
          "Unpack it, and name the folder.");
    }
  }

  private void readList() throws IOException {
    byte[] list = zip.readFully(start, (int) length);
    int at = 0;
    for (long i = 0; i < entries; i++) {
      if (at > list.length - FILE_BYTES || ORDER.int32(list, at) != FILE) {
        throw damaged("a list of fewer than " + entries + " files");
      }

      int nameBytes = uint16(list, at + 28);
      int extraBytes = uint16(list, at + 30);
      int next = at + FILE_BYTES + nameBytes + extraBytes + uint16(list, at + 32);
      if (next > list.length) {
        throw damaged("a list of files that is cut short");
      }

      add(list, at, nameBytes, extraBytes);
      at = next;
    }
  }

  private void add(byte[] list, int at, int nameBytes, int extraBytes) {
    int flags = uint16(list, at + 8);
    String name = name(list, at + FILE_BYTES, nameBytes, (flags & UTF_8_NAME) != 0);
    checkPath(name);
    if (name.endsWith("/") || name.endsWith("\\")) {
      return;
    }

    // Size, packed size and offset, in this order also in the extra field.
    long[] numbers = {uint32(list, at + 24), uint32(list, at + 20), uint32(list, at + 42)};
    widen(numbers, list, at + FILE_BYTES + nameBytes, extraBytes);
    for (long number : numbers) {
      if (number < 0) {
        throw damaged("a size or place under 0 of '" + name + "'");
      }
    }

    ZipEntry entry =
        new ZipEntry(
            name,
            uint16(list, at + 10),
            (flags & 1) != 0,
            uint32(list, at + 16),
            numbers[0],
            numbers[1],
            base + numbers[2]);
    if (files.put(name, entry) != null) {
      throw UserException.input(
          location,
          "two files named '" + name + "'",
          "one of each name",
          "Unpack the one that you need, and name it.");
    }
  }

  /** Replaces those numbers that do not fit 32 bits by those of the extra field. */
  private static void widen(long[] numbers, byte[] list, int from, int length) {
    int end = from + length;
    int at = from;
    while (at <= end - 4) {
      int next = at + 4 + uint16(list, at + 2);
      if (uint16(list, at) == SIZES_64) {
        int place = at + 4;
        for (int i = 0; i < numbers.length; i++) {
          if (numbers[i] == SEE_EXTRA && place + 8 <= Math.min(next, end)) {
            numbers[i] = ORDER.int64(list, place);
            place += 8;
          }
        }
      }

      at = next;
    }
  }

  private static String name(byte[] list, int from, int length, boolean declared) {
    boolean utf8 = declared || TextDecoder.isUtf8(list, from, from + length);
    return new String(list, from, length, utf8 ? StandardCharsets.UTF_8 : WINDOWS);
  }

  private void checkPath(String name) {
    if (CONTROL.matcher(name).find()) {
      throw distrusted(name, "with a control character in its name", "names that can be printed");
    }

    if (LEADS_OUT.matcher(name).matches()) {
      throw distrusted(name, "which leads out of the zip", "paths inside it");
    }
  }

  private UserException distrusted(String name, String fault, String expected) {
    return UserException.input(
        location,
        "the file '" + CONTROL.matcher(name).replaceAll("?") + "', " + fault,
        expected,
        "Do not trust this zip; download it again from where it was published.");
  }

  private void checkSizes() {
    long packed = 0;
    long inflated = 0;
    for (ZipEntry entry : files.values()) {
      packed = sum(packed, entry.packed());
      inflated = sum(inflated, entry.size());
      if (entry.at() < 0 || entry.at() > start - entry.packed()) {
        throw damaged("'" + entry.name() + "' beyond the end of the zip");
      }
    }

    if (packed > start) {
      throw UserException.input(
          location,
          "files that lie over one another",
          "each in a place of its own",
          "This looks like a zip bomb: do not trust it.");
    }

    if (Limits.isBomb(inflated, packed, Limits.HARMLESS)) {
      throw Limits.exceeded(
          location,
          inflated + " bytes compressed to " + packed,
          Limits.RATIO + " times as many",
          "This looks like a zip bomb; if it is not, unpack it and name the file itself.");
    }
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  private static int uint16(byte[] bytes, int at) {
    return ORDER.int16(bytes, at) & 0xffff;
  }

  private static long uint32(byte[] bytes, int at) {
    return Integer.toUnsignedLong(ORDER.int32(bytes, at));
  }

  private UserException damaged(String found) {
    return UserException.input(
        location, found, "a whole zip", "The zip is damaged: download or copy it again.");
  }
}
