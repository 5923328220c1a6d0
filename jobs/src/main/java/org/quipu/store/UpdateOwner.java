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

  /** This process. */
  static UpdateOwner current() {
    return new UpdateOwner(
        thisHost(), ProcessHandle.current().pid(), start(ProcessHandle.current()));
  }

  /** Whether it is known to have ended: on another machine that cannot be known. */
  boolean isGone() {
    if (!host.equals(thisHost())) {
      return false;
    }

    Optional<ProcessHandle> found = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return found.isEmpty() || start(found.get()) != started;
  }

  /** Whether an update that began then can no longer be at work. */
  static boolean isLongAgo(Instant begun) {
    return begun.isBefore(Instant.now().minus(LONGEST));
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
