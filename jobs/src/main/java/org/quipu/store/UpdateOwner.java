package org.quipu.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that prepares an update of a store.
 *
 * @param host its machine
 * @param process its number there
 * @param started when it began, in milliseconds since 1970, as numbers are given out again; 0 where
 *     the machine does not tell
 */
record UpdateOwner(String host, long process, long started) {
  /** No update takes as long, on whatever machine. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** An update says who its owner is before that time is over, whatever the clocks say. */
  private static final Duration BEGINNING = Duration.ofHours(1);

  /** This process. */
  static UpdateOwner current() {
    return new UpdateOwner(
        thisHost(), ProcessHandle.current().pid(), start(ProcessHandle.current()));
  }

  /**
   * Whether an update can no longer be at work.
   *
   * @param owner empty where it does not say, as one that has just begun
   * @param begun when it began
   */
  static boolean hasEnded(Optional<UpdateOwner> owner, Instant begun) {
    Duration age = Duration.between(begun, Instant.now());
    return age.compareTo(LONGEST) > 0
        || owner.map(UpdateOwner::isGone).orElse(age.compareTo(BEGINNING) > 0);
  }

  /** Whether it is known to have ended: on another machine that cannot be known. */
  private boolean isGone() {
    if (!host.equals(thisHost())) {
      return false;
    }

    Optional<ProcessHandle> found = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return found.isEmpty() || start(found.get()) != started;
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
