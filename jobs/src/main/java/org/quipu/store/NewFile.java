package org.quipu.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;
import org.quipu.file.HadoopSettings;

/**
 * A small file that is there whole or not at all, and that one of several processes makes: on this
 * machine by a link to a file that is complete, in HDFS and its like by renaming such a file, which
 * there never replaces another, and in object stores by a conditional put.
 */
final class NewFile {
  /** What the names of files begin with that are not complete yet. */
  static final String DRAFT = ".draft-";

  private final FileSystem files;
  private final Path file;

  NewFile(FileSystem files, Path file) {
    this.files = files;
    this.file = file;
  }

  /** Makes the file, whose folder exists; false where there is one already. */
  boolean write(byte[] bytes) throws IOException {
    if (isLocal()) {
      return link(bytes);
    }

    return files.hasPathCapability(file, HadoopSettings.CONDITIONAL_PUT)
        ? put(bytes)
        : rename(bytes);
  }

  /** Writes the file over what it holds, so that readers see the old bytes or the new. */
  void overwrite(byte[] bytes) throws IOException {
    if (isLocal()) {
      java.nio.file.Path draft = localDraft(bytes);
      Files.move(draft, local(file), StandardCopyOption.ATOMIC_MOVE);
    } else {
      try (OutputStream out = files.create(file, true)) {
        out.write(bytes);
      }
    }
  }

  private boolean isLocal() {
    return "file".equals(file.toUri().getScheme());
  }

  private static java.nio.file.Path local(Path file) {
    return java.nio.file.Path.of(file.toUri().getPath());
  }

  private boolean link(byte[] bytes) throws IOException {
    java.nio.file.Path draft = localDraft(bytes);
    try {
      Files.createLink(local(file), draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return moveWhereThereAreNoLinks(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whole or not at all, but two processes that look at the same moment both make it. */
  private boolean moveWhereThereAreNoLinks(java.nio.file.Path draft) throws IOException {
    if (Files.exists(local(file))) {
      return false;
    }

    Files.move(draft, local(file), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private java.nio.file.Path localDraft(byte[] bytes) throws IOException {
    java.nio.file.Path draft = local(draft());
    try {
      writeLocal(draft, bytes);
      return draft;
    } catch (IOException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
  }

  private static void writeLocal(java.nio.file.Path file, byte[] bytes) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }

      out.force(true);
    }
  }

  private Path draft() {
    return new Path(file.getParent(), DRAFT + file.getName() + "-" + UUID.randomUUID());
  }

  private boolean rename(byte[] bytes) throws IOException {
    Path draft = draft();
    try (FSDataOutputStream out = files.create(draft, false)) {
      out.write(bytes);
      out.hsync();
    }

    try {
      return files.rename(draft, file);
    } finally {
      files.delete(draft, false);
    }
  }

  private boolean put(byte[] bytes) throws IOException {
    try (FSDataOutputStream out =
        (FSDataOutputStream)
            files
                .createFile(file)
                .overwrite(true)
                .must(HadoopSettings.CONDITIONAL_PUT, true)
                .build()) {
      out.write(bytes);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException | PathIOException e) {
      if (files.exists(file)) {
        return false;
      }

      throw e;
    }

    return true;
  }
}
