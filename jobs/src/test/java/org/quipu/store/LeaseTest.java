package org.quipu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quipu.UserException;

class LeaseTest {
  private static final Lease.Pace FAST =
      new Lease.Pace(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMillis(5));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path dir;

  private StoreFolder store;

  @BeforeEach
  void open() throws IOException {
    store = StoreFolder.at(dir.toString());
    Files.createDirectories(dir.resolve("_lease"));
    Files.writeString(dir.resolve("keeps the folder"), "");
  }

  @Test
  void oneProcessHasItAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writers.add(
          () -> {
            for (int j = 0; j < 5; j++) {
              try (Lease lease = Lease.take(store, PATIENCE, FAST, waiting -> {})) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                lease.check();
                assertThat(lease.isTakenOver()).isFalse();
                inside.decrementAndGet();
              }
            }
            return null;
          });
    }

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(most).hasValue(1);
    assertThat(dir.resolve("_lease").toFile().list()).containsExactly("000040.json");
  }

  @Test
  void thatOfAProcessThatHasEndedIsTakenOverAtOnce() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    for (String holder :
        List.of(holder(host(), ended.pid(), 0), holder(host(), ProcessHandle.current().pid(), 1))) {
      Files.writeString(dir.resolve("_lease/000007.json"), holder);

      try (Lease lease = Lease.take(store, Duration.ZERO, Lease.Pace.USUAL, waiting -> {})) {
        assertThat(lease.isTakenOver()).isTrue();
      }

      assertThat(dir.resolve("_lease").toFile().list()).containsExactly("000008.json");
      Files.delete(dir.resolve("_lease/000008.json"));
    }
  }

  @Test
  void thatOfAnotherMachineIsTakenOverWhenItHasBeenSilent() throws IOException {
    for (String sign : List.of(holder("elsewhere", 1, 0), "", "{\"host\":")) {
      Files.writeString(dir.resolve("_lease/000007.json"), sign);
      long begun = System.nanoTime();

      try (Lease lease = Lease.take(store, PATIENCE, FAST, waiting -> {})) {
        assertThat(lease.isTakenOver()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(FAST.silence());
      }

      Files.delete(dir.resolve("_lease/000008.json"));
    }
  }

  @Test
  void signsOfLifeKeepIt() throws IOException {
    List<String> told = new ArrayList<>();
    try (Lease lease = Lease.take(store, PATIENCE, FAST, told::add)) {
      Duration longer = FAST.silence().multipliedBy(3);

      assertThatThrownBy(() -> Lease.take(store, longer, FAST, told::add))
          .isInstanceOf(UserException.class)
          .hasMessageContainingAll("expected no other writer for 1.5 s", "--wait");

      lease.check();
    }

    assertThat(told).hasSize(1);
  }

  @Test
  void whoLostItKnows() throws IOException {
    try (Lease lease = Lease.take(store, PATIENCE, FAST, waiting -> {})) {
      Files.writeString(dir.resolve("_lease/000002.json"), holder("elsewhere", 1, 0));

      assertThatThrownBy(lease::check)
          .isInstanceOf(UserException.class)
          .hasMessageContaining("another process has written to it meanwhile");
    }

    assertThat(Files.readString(dir.resolve("_lease/000002.json"))).contains("elsewhere");
  }

  private static String holder(String host, long process, long started) {
    return "{\"host\":\"%s\",\"process\":%d,\"started\":%d,\"since\":\"\",\"beat\":0,\"released\":false}"
        .formatted(host, process, started);
  }

  private static String host() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
