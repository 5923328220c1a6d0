package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quipu.text.Language;

class ConsoleTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(
          new PrintWriter(new StringWriter()), new PrintWriter(err), false, Language.ENGLISH);

  @Test
  void tellsOnceThatATableIsUpToDate() {
    console.upToDate("prevalence");
    console.upToDate("prevalence");
    console.upToDate("change");

    assertThat(err.toString().lines())
        .containsExactly("prevalence: up to date", "change: up to date");
  }

  @Test
  void doesNotCallUpToDateWhatItJustMade() {
    console.made("prevalence");
    console.upToDate("prevalence");

    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whenQuietTellsWarningsAlone() {
    Console quiet =
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(err), true, Language.ENGLISH);
    quiet.progress("reading …");
    quiet.upToDate("prevalence");
    quiet.warn("few interviews");

    assertThat(err.toString().lines()).containsExactly("warning: few interviews");
  }

  @Test
  void tellsEveryTwoSecondsHowMuchIsLeft() {
    AtomicLong now = new AtomicLong();
    List<String> told = new ArrayList<>();
    Steps steps =
        new Steps(
            10, now::get, (made, seconds) -> told.add(made + " made, " + seconds + " s left"));
    for (int made = 1; made <= 10; made++) {
      now.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
      steps.run();
    }

    assertThat(told).containsExactly("3 made, 6 s left", "6 made, 4 s left", "9 made, 1 s left");
  }
}
