package org.quipu;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void runs() {}
}
