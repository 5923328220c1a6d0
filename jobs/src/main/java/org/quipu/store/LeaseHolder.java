package org.quipu.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The process that holds the lease of a store, or held it last.
 *
 * @param host its machine
 * @param process its number there
 * @param started when it began, in milliseconds since 1970, as numbers are given out again; 0 where
 *     the machine does not tell
 * @param since when it took the lease, an ISO 8601 instant
 * @param beat counts its signs of life
 * @param released whether it holds the lease no more
 */
record LeaseHolder(
    String host, long process, long started, String since, long beat, boolean released) {
  /** This process, from now on. */
  static LeaseHolder current() {
    return new LeaseHolder(
        thisHost(),
        ProcessHandle.current().pid(),
        start(ProcessHandle.current()),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        0,
        false);
  }

  LeaseHolder alive() {
    return new LeaseHolder(host, process, started, since, beat + 1, false);
  }

  LeaseHolder done() {
    return new LeaseHolder(host, process, started, since, beat + 1, true);
  }

  /** Whether the process is known to have ended: on another machine that cannot be known. */
  boolean isGone() {
    if (!thisHost().equals(host)) {
      return false;
    }

    Optional<ProcessHandle> found = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return found.isEmpty() || start(found.get()) != started;
  }

  @Override
  public String toString() {
    return "process " + process + " on " + host + " since " + since;
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
