package org.quipu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.UserException;

/**
 * The commits of a store. Adding the next one is what makes an update seen: all of its tables at
 * once, or none. A store of the first format has none: its tables lie where {@link FirstFormat}
 * finds them.
 */
final class CommitLog {
  static final String NAME = "_commits";

  private final StoreFolder store;
  private final NumberedFiles files;

  CommitLog(StoreFolder store) {
    this.store = store;
    this.files = new NumberedFiles(store, NAME);
  }

  /** A commit and its number, 0 for the state of a store that has none. */
  record Numbered(long number, Commit commit) {}

  /** The state of now. */
  Numbered latest() {
    try {
      while (true) {
        List<Long> numbers = files.numbers();
        if (numbers.isEmpty()) {
          return new Numbered(0, FirstFormat.of(store));
        }

        long number = numbers.get(numbers.size() - 1);
        Optional<Commit> commit = read(number);
        if (commit.isPresent()) {
          return new Numbered(number, commit.get());
        } // else it was replaced by a later one and removed meanwhile
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the store " + store.root(), e);
    }
  }

  /** All commits that are there, in order. */
  List<Numbered> all() throws IOException {
    List<Numbered> all = new ArrayList<>();
    for (long number : files.numbers()) {
      read(number).ifPresent(commit -> all.add(new Numbered(number, commit)));
    }

    return all;
  }

  private Optional<Commit> read(long number) throws IOException {
    Optional<Commit> commit;
    try {
      commit = files.read(number, Commit.class);
    } catch (JsonProcessingException e) {
      throw new UserException(
          files.file(number)
              + ": found something else than Quipu wrote; expected the list of the store's tables."
              + " Delete this file to have the state before it, or make the store again.",
          e);
    }

    commit
        .filter(read -> read.format() > Commit.FORMAT)
        .ifPresent(
            read -> {
              throw UserException.input(
                  store.root().toString(),
                  "a store of format " + read.format() + ", written by Quipu " + read.version(),
                  "format " + Commit.FORMAT + " or older",
                  "Use that version of Quipu or a newer one.");
            });
    return commit;
  }

  /**
   * Makes this the state of the store.
   *
   * @param next one more than the number of the state that it follows
   * @return false where another process made a state of that number or a later one
   */
  boolean add(long next, Commit commit) throws IOException {
    try {
      return files.latest() < next && files.add(next, commit) && files.latest() == next;
    } catch (IOException e) {
      if (read(next).filter(commit::equals).isPresent()) {
        return files.latest() == next; // it was made although its answer did not arrive
      }

      throw e;
    }
  }

  void delete(long number) throws IOException {
    files.delete(number);
  }
}
