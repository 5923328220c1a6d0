package org.quipu.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quipu.UserException;

/** Whether what came is a zip from end to end. */
final class ZipCheck {
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]{1,100}?)\\s*</title>", Pattern.CASE_INSENSITIVE);

  private ZipCheck() {}

  /**
   * Reads all of it, and holds each entry to its checksum.
   *
   * @param from where it came from, for messages
   * @throws UserException if it is something else, such as a page
   * @throws TryAgain if it is a damaged zip
   */
  static void check(Path file, String from) throws IOException, TryAgain {
    byte[] begin = new byte[4096];
    try (InputStream in = Files.newInputStream(file)) {
      begin = Arrays.copyOf(begin, in.readNBytes(begin, 0, begin.length));
    }
    if (begin.length < 2 || begin[0] != 'P' || begin[1] != 'K') {
      throw UserException.input(
          from,
          "something other than a zip" + page(new String(begin, StandardCharsets.UTF_8)),
          "a zip",
          "Open the address in a browser, and put the zip into the folder yourself.");
    }

    // Names in any encoding; they are not looked at.
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        check(zip, all.nextElement());
      }
    } catch (ZipException e) {
      throw new TryAgain("a damaged zip (" + e.getMessage() + ")");
    }
  }

  private static void check(ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw new ZipException(e.getMessage());
    }
    if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
      throw new ZipException("an entry differs from its checksum");
    }
  }

  private static String page(String begin) {
    Matcher title = TITLE.matcher(begin);
    return title.find() ? ", a page: \"" + title.group(1) + "\"" : ", perhaps an error page";
  }
}
