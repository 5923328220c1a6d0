package org.quipu.survey.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;

class FormulaTest {
  private static List<String> terms(String formula) {
    return Formula.of(formula).terms().stream().map(Formula.Term::label).toList();
  }

  /** R: {@code attr(terms(y ~ …), "term.labels")}. */
  @Test
  void expandsAsR() {
    assertThat(terms("y ~ a + b * c")).containsExactly("a", "b", "c", "b:c");
    assertThat(terms("y ~ a:b + a")).containsExactly("a", "a:b");
    assertThat(terms("y ~ a * b * c")).containsExactly("a", "b", "c", "a:b", "a:c", "b:c", "a:b:c");
    assertThat(terms("y ~ (a + b):c")).containsExactly("a:c", "b:c");
    assertThat(terms("y ~ a + a:a + b:a + a:b")).containsExactly("a", "b:a");
    assertThat(terms("y ~ 1 + offset(e) + `two words`")).containsExactly("two words");
  }

  @Test
  void readsCalls() {
    Formula formula =
        Formula.of("y ~ factor(g, ref = '2') + poly(age, 3)*rcs(x, 1, 2.5, 4) + offset(e)");

    assertThat(formula.response()).isEqualTo("y");
    assertThat(formula.offsets()).containsExactly("e");
    assertThat(formula.reference("g")).isEqualTo("2");
    assertThat(terms("y ~ poly(age, 3)*rcs(x, 1, 2.5, 4)"))
        .containsExactly("poly(age, 3)", "rcs(x, 1, 2.5, 4)", "poly(age, 3):rcs(x, 1, 2.5, 4)");
  }

  @Test
  void aFactorIsOneInAllTerms() {
    Formula formula = Formula.of("y ~ x + x:z + factor(x, ref = 2)");

    assertThat(formula.terms()).extracting(Formula.Term::label).containsExactly("x", "x:z");
    assertThat(formula.terms())
        .allMatch(term -> term.variables().get(0).shape() == Variable.Shape.FACTOR);
    assertThat(formula.reference("x")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y                 | found the end; expected '~'",
        "y ~               | found the end; expected a name",
        "y ~ a +           | found the end; expected a name",
        "y ~ a b           | found 'b'; expected +, *, : or the end",
        "y ~ (a + b        | found the end; expected ')'",
        "y ~ log(a)        | found log(…); expected factor, poly, rcs or offset",
        "y ~ poly(a, 1.5)  | found the power 1.5; expected a whole number from 1 to 9",
        "y ~ rcs(a, 1, 2)  | found 2 knots; expected three or more",
        "y ~ rcs(a, 2, 1)  | found the knot 1 after 2",
        "y ~ rcs(a, u, 1)  | found 'u'; expected a number",
        "y ~ a + y         | found the outcome y on both sides",
        "y ~ offset(y)     | found the outcome y on both sides",
        "y ~ \"a           | found '\"a'; expected names",
      })
  void saysWhatIsWrong(String formula, String message) {
    assertThatThrownBy(() -> Formula.of(formula))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Write it like y ~ age_group");
  }

  @Test
  void boundsWhatAFormulaMayAskFor() {
    assertThatThrownBy(() -> Formula.of("y ~ " + "(".repeat(5000) + "a" + ")".repeat(5000)))
        .hasMessageContaining("found more than 50 brackets in one another; expected fewer");
    String crossed =
        IntStream.range(0, 22)
            .mapToObj(i -> "a" + i)
            .collect(Collectors.joining(" * ", "y ~ ", ""));
    assertThatThrownBy(() -> Formula.of(crossed))
        .hasMessageContaining("found more than 500 terms; expected fewer: each * doubles them");
  }
}
