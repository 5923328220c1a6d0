package org.quipu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A folder of small JSON files that are numbered: {@code 000017.json}. Of several processes that
 * add the same number, one succeeds.
 */
final class NumberedFiles {
  private static final Pattern NAME = Pattern.compile("(\\d{6,18})\\.json");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final int ATTEMPTS = 10;

  private final StoreFolder store;
  private final Path folder;

  NumberedFiles(StoreFolder store, String name) {
    this.store = store;
    this.folder = store.of(name);
  }

  Path folder() {
    return folder;
  }

  Path file(long number) {
    return new Path(folder, String.format(Locale.ROOT, "%06d.json", number));
  }

  /** The numbers that are there, in order. */
  List<Long> numbers() throws IOException {
    try {
      return Arrays.stream(store.files().listStatus(folder))
          .map(FileStatus::getPath)
          .map(path -> NAME.matcher(path.getName()))
          .filter(Matcher::matches)
          .map(name -> Long.valueOf(name.group(1)))
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** The highest number; 0 where there is none. */
  long latest() throws IOException {
    List<Long> numbers = numbers();
    return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
  }

  /**
   * What a file holds; empty where it is gone.
   *
   * @throws JsonProcessingException if it holds something else
   */
  <T> Optional<T> read(long number, Class<T> type) throws IOException {
    Optional<byte[]> bytes = bytes(number);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(JSON.readValue(bytes.get(), type));
  }

  /** The bytes of a file; empty where it is gone. */
  Optional<byte[]> bytes(long number) throws IOException {
    try (InputStream in = store.files().open(file(number))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Adds a file; false where another process was first. */
  boolean add(long number, Object value) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(value);
    for (int attempt = 1; ; attempt++) {
      store.files().mkdirs(folder);
      try {
        return new NewFile(store.files(), file(number)).write(bytes);
      } catch (FileNotFoundException | NoSuchFileException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        } // else another process has tidied up
      }
    }
  }

  /** Writes a file over what it holds. */
  void replace(long number, Object value) throws IOException {
    new NewFile(store.files(), file(number)).overwrite(JSON.writeValueAsBytes(value));
  }

  /** Removes what processes left that were cut off while they wrote a file. */
  void deleteDrafts() throws IOException {
    for (FileStatus file : store.files().listStatus(folder)) {
      if (file.getPath().getName().startsWith(NewFile.DRAFT)) {
        store.files().delete(file.getPath(), false);
      }
    }
  }

  void delete(long number) throws IOException {
    store.files().delete(file(number), false);
  }
}
