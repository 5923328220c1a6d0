package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

class FailureTest {
  @Test
  void aWrongInputIsFoundInWhateverItIsWrapped() {
    Failure failure =
        Failure.of(new SparkException("Job aborted", new UserException("a.csv: found nothing")));

    assertThat(failure).isEqualTo(new Failure(2, "a.csv: found nothing"));
    assertThat(failure.isUnforeseen()).isFalse();
  }

  @Test
  void aFullDiskIsSaidWithWhatToDo() {
    IOException full = new IOException("No space left on device");

    for (Throwable error : new Throwable[] {new Error(full), new UncheckedIOException(full)}) {
      Failure failure = Failure.of(error);
      assertThat(failure.code()).isEqualTo(2);
      assertThat(failure.message()).contains("a disk is full", "Make room", "--store", "--out");
    }
  }

  @Test
  void tooLittleMemoryIsSaidWithTheOptionsThatRaiseIt() {
    Failure failure =
        Failure.of(new SparkException("Task failed", new OutOfMemoryError("Java heap space")));

    assertThat(failure.code()).isEqualTo(3);
    assertThat(failure.message())
        .contains("not enough memory", "QUIPU_JAVA_OPTS=-Xmx8g", "--executor-memory");
    assertThat(failure.isUnforeseen()).isFalse();
  }

  @Test
  void anythingElseIsSaidWithItsCause() {
    Failure failure = Failure.of(new IllegalStateException("a", new ArithmeticException("b")));

    assertThat(failure.code()).isEqualTo(3);
    assertThat(failure.message())
        .isEqualTo("failed: java.lang.IllegalStateException: a (java.lang.ArithmeticException: b)");
    assertThat(failure.isUnforeseen()).isTrue();
  }
}
