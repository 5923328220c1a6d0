package org.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserExceptionTest {
  @Test
  void aNameFromAFileSteersNoTerminal() {
    UserException error =
        UserException.input("a\u001b[2J.csv", "b\u0007\u0000", "c\nd\te", "Check it.");

    assertThat(error).hasMessage("a?[2J.csv: found b??; expected c\nd\te. Check it.");
  }
}
