package org.quipu.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts things that are made, and tells now and then how many are left and how long they take. */
final class Steps implements Runnable {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  /** Where it is told. */
  interface Teller {
    /**
     * Tells how it stands.
     *
     * @param made how many are made
     * @param seconds how long the others will take
     */
    void tell(int made, long seconds);
  }

  private final int total;
  private final LongSupplier clock;
  private final Teller teller;
  private final long begun;
  private long next;
  private int made;

  /**
   * @param clock in nanoseconds
   */
  Steps(int total, LongSupplier clock, Teller teller) {
    this.total = total;
    this.clock = clock;
    this.teller = teller;
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
      teller.tell(made, Math.round(left / TimeUnit.SECONDS.toNanos(1)));
    }
  }
}
