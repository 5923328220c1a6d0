package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(new StringWriter()), new PrintWriter(err));

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
}
