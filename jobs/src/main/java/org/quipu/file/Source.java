package org.quipu.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.quipu.UserException;

/**
 * The location of a table: a file, or an entry of a zip. Serializable, so that a task on another
 * machine can open it.
 *
 * @param location a path, or a URI of any file system that Hadoop knows ({@code hdfs://…})
 * @param entry the path inside the zip at that location; empty for a plain file
 */
public record Source(String location, String entry) implements Serializable {
  private static final String ENTRY_MARK = "!/";

  /** A plain file. */
  public static Source file(Path path) {
    return new Source(RemoteCopies.location(path), "");
  }

  /** A file by path or URI, or an entry of a zip as {@link #name} writes it: ZIP!/ENTRY. */
  public static Source of(String name) {
    int mark = name.indexOf(ENTRY_MARK);
    return mark < 0
        ? new Source(name, "")
        : new Source(name.substring(0, mark), name.substring(mark + ENTRY_MARK.length()));
  }

  public boolean isEntry() {
    return !entry.isEmpty();
  }

  /** How messages name it: {@code DIR/605-Modulo73.zip!/Modulo73/REC84DV.SAV}. */
  public String name() {
    return isEntry() ? location + ENTRY_MARK + entry : location;
  }

  /** The file's own name, without folders. */
  public String fileName() {
    return Locations.lastName(isEntry() ? entry : location);
  }

  /** The file's name without folders and extension: {@code REC84DV}. */
  public String baseName() {
    String file = fileName();
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /**
   * Opens its bytes.
   *
   * @throws UserException where the file does not exist or cannot be read
   */
  public InputStream open() {
    try {
      return isEntry() ? Zip.read(location, entry) : Locations.open(location);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Its size in bytes. */
  public long size() {
    try {
      return isEntry() ? Zip.size(location, entry) : Locations.size(location);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The SHA-256 of its bytes, in hexadecimal. */
  public String sha256() {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }

      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  UserException unreadable(IOException e) {
    return Locations.unreadable(name(), e);
  }

  @Override
  public String toString() {
    return name();
  }
}
