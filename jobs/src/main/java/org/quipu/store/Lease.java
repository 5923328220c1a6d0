package org.quipu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.quipu.UserException;

/**
 * The right to write to a store, which one process has at a time. Its file in {@code _lease} is
 * rewritten every few seconds as a sign of life. A lease whose process has ended, or has given no
 * sign for a minute by the clock of the process that waits, is taken over: the file of the next
 * number shows that.
 */
final class Lease implements AutoCloseable {
  static final String NAME = "_lease";

  /** How a lease is kept and given up; tests have shorter times. */
  record Pace(Duration beat, Duration silence, Duration look) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMillis(200));
  }

  private final StoreFolder store;
  private final NumberedFiles files;
  private final long number;
  private final boolean takenOver;
  private final Thread heart;
  private LeaseHolder holder;
  private volatile boolean lost;

  private Lease(StoreFolder store, NumberedFiles files, long number, boolean over, Pace pace) {
    this.store = store;
    this.files = files;
    this.number = number;
    this.takenOver = over;
    this.holder = LeaseHolder.current();
    this.heart = new Thread(() -> keep(pace.beat()), "lease of the store");
    heart.setDaemon(true);
    heart.start();
  }

  /**
   * Takes the lease, as soon as no other process has it.
   *
   * @param patience how long to wait for another process
   * @param waiting told once, if that is so
   * @throws UserException if it is not free after that time
   */
  static Lease take(StoreFolder store, Duration patience, Pace pace, Consumer<String> waiting)
      throws IOException {
    NumberedFiles files = new NumberedFiles(store, NAME);
    long begun = System.nanoTime();
    boolean told = false;
    Watch watch = new Watch(pace.silence());
    while (true) {
      long last = files.latest();
      Optional<byte[]> sign = last == 0 ? Optional.empty() : files.bytes(last);
      if (last == 0 || sign.isPresent()) {
        Optional<LeaseHolder> holder = last == 0 ? Optional.empty() : holder(files, last);
        boolean free = last == 0 || holder.map(LeaseHolder::released).orElse(false);
        boolean over =
            !free
                && (holder.map(LeaseHolder::isGone).orElse(false)
                    || watch.isSilent(last, sign.orElseThrow()));
        if ((free || over) && isAdded(files, last + 1)) {
          return new Lease(store, files, last + 1, over, pace);
        }
        if (!free && !over) {
          String other = holder.map(LeaseHolder::toString).orElse("another process");
          if (System.nanoTime() - begun > patience.toNanos()) {
            throw UserException.input(
                "the store " + store.root(),
                other + " writing to it",
                "no other writer for " + seconds(patience) + " s",
                "Run the command again when that one has ended, or wait longer with --wait.");
          }
          if (!told) {
            waiting.accept(other + " writes to the store " + store.root() + ": waiting for it …");
            told = true;
          }
        }
      }

      sleep(pace.look());
    }
  }

  /** What a waiting process has seen of a lease. */
  private static final class Watch {
    private final Duration silence;
    private long number;
    private byte[] sign = {};
    private long seen;

    Watch(Duration silence) {
      this.silence = silence;
    }

    boolean isSilent(long lease, byte[] now) {
      if (lease != number || !Arrays.equals(now, sign)) {
        number = lease;
        sign = now;
        seen = System.nanoTime();
      }

      return System.nanoTime() - seen > silence.toNanos();
    }
  }

  private static boolean isAdded(NumberedFiles files, long number) throws IOException {
    if (!files.add(number, LeaseHolder.current())) {
      return false;
    }
    if (files.latest() != number) { // others have had this number and removed its file
      files.delete(number);
      return false;
    }

    for (long earlier : files.numbers()) {
      if (earlier < number) {
        files.delete(earlier);
      }
    }
    return true;
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private static Optional<LeaseHolder> holder(NumberedFiles files, long number) throws IOException {
    try {
      return files.read(number, LeaseHolder.class);
    } catch (JsonProcessingException e) {
      return Optional.empty(); // it is being written
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserException("interrupted while waiting for another process to end", e);
    }
  }

  /** Whether the process that had it before did not give it back: it may still be at work. */
  boolean isTakenOver() {
    return takenOver;
  }

  /**
   * Makes sure that no other process has taken the lease over.
   *
   * @throws UserException if one has
   */
  void check() throws IOException {
    if (lost || files.latest() != number) {
      throw lost(store);
    }
  }

  static UserException lost(StoreFolder store) {
    return UserException.input(
        "the store " + store.root(),
        "that another process has written to it meanwhile",
        "that this one is the only writer",
        "It gave no sign of life for too long, perhaps because the machine slept. The tables are"
            + " as the other has made them: run the command again.");
  }

  private void keep(Duration beat) {
    try {
      while (!lost) {
        Thread.sleep(beat.toMillis());
        beat();
      }
    } catch (InterruptedException e) {
      // It is given back.
    }
  }

  private synchronized void beat() {
    if (lost) {
      return;
    }

    try {
      if (files.latest() == number) {
        holder = holder.alive();
        files.replace(number, holder);
      } else {
        lost = true;
      }
    } catch (IOException | UncheckedIOException e) {
      // The next beat may succeed; if none does, another process takes over, which check() shows.
    }
  }

  /** Gives the lease back; a store that holds nothing else goes. */
  @Override
  public synchronized void close() {
    heart.interrupt();
    try {
      if (!lost && files.latest() == number) {
        files.replace(number, holder.done());
        if (store.hasNothingBut(NAME)) {
          files.delete(number);
          store.removeIfEmpty(files.folder());
          store.removeIfEmpty(store.root());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The process ends soon, which shows as well that nobody holds it.
    } finally {
      lost = true;
    }
  }
}
