package org.quipu.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Counts things that are made, and tells now and then how many are left and how long they take. */
final class Steps implements Runnable {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final String what;
  private final int total;
  private final LongSupplier clock;
  private final Consumer<String> told;
  private final long begun;
  private long next;
  private int made;

  /**
   * @param what is made, such as "figures"
   * @param clock in nanoseconds
   */
  Steps(String what, int total, LongSupplier clock, Consumer<String> told) {
    this.what = what;
    this.total = total;
    this.clock = clock;
    this.told = told;
    this.begun = clock.getAsLong();
    this.next = begun + PAUSE;
  }

  /** One more is made. */
  @Override
  public synchronized void run() {
    made++;
    long now = clock.getAsLong();
    if (now >= next && made < total) {
      next = now + PAUSE;
      double left = (double) (now - begun) / made * (total - made);
      told.accept(
          "%d of %d %s, about %d s left"
              .formatted(made, total, what, Math.round(left / TimeUnit.SECONDS.toNanos(1))));
    }
  }
}
