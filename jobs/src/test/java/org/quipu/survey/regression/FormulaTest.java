package org.quipu.survey.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
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
    assertThat(terms("y ~ (a + b + c)^2")).containsExactly("a", "b", "c", "a:b", "a:c", "b:c");
    assertThat(terms("y ~ (a + b + c)^3 - c:a - b"))
        .containsExactly("a", "c", "a:b", "b:c", "a:b:c");
    assertThat(terms("y ~ log(x + 1) + I( (x-30)/10 ) : I(x^-2) + sqrt(a) + exp(-x * 2)"))
        .containsExactly("log(x + 1)", "sqrt(a)", "exp(-x * 2)", "I((x - 30)/10):I(x^-2)");
  }

  @Test
  void readsCalls() {
    Formula formula =
        Formula.of("y ~ factor(g, ref = '2') + poly(age, 3)*rcs(x, 1, 2.5, 4) + offset(e)");

    assertThat(formula.response()).isEqualTo(Quantity.of("y"));
    assertThat(formula.offsets()).containsExactly(Quantity.of("e"));
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

  @Test
  void readsReferencesAsRWritesThem() {
    for (String factor :
        List.of(
            "factor(age, ref = '15-19')",
            "factor(age, ref = 15-19)",
            "relevel(age, ref = \"15-19\")",
            "relevel(factor(age), ref = '15-19')")) {
      Formula formula = Formula.of("y ~ " + factor);
      assertThat(formula.reference("age")).isEqualTo("15-19");
      assertThat(formula.terms()).extracting(Formula.Term::label).containsExactly("age");
    }

    assertThat(terms("y ~ poly(x, 2, raw = TRUE)")).containsExactly("poly(x, 2)");
  }

  /** Against differences of the values; the values of R's functions. */
  @Test
  void functionsHaveValuesAndSlopes() {
    for (String function :
        List.of(
            "log(x)",
            "log2(x + 1)",
            "log10(3 * x)",
            "sqrt(x)",
            "exp(-x)",
            "I(x^3)",
            "I((x - 30)/10)",
            "I(1/x)",
            "I(-(2 - log(x))^2)",
            "I(x * (1 + 1) - 2/4)",
            "poly(log(x), 3)",
            "rcs(sqrt(x), 1, 2, 3)")) {
      Variable variable = Formula.of("y ~ " + function).variables().get(0);
      int last = variable.width() - 1;
      double x = 2.75;
      double h = 1e-6;
      assertThat(variable.slope(last, x))
          .as(function)
          .isCloseTo(
              (variable.value(last, x + h) - variable.value(last, x - h)) / (2 * h),
              Percentage.withPercentage(1e-5));
    }

    // R: I(-(2 - log(2.75))^2), I(1/2.75), log2(3.75), log10(8.25), (2.75 - 30)/10
    assertThat(value("I(-(2 - log(x))^2)")).isCloseTo(-0.976932757794812, offset(1e-12));
    assertThat(value("I(1/x)")).isCloseTo(0.363636363636364, offset(1e-12));
    assertThat(value("log2(x + 1)")).isCloseTo(1.90689059560852, offset(1e-12));
    assertThat(value("log10(3 * x)")).isCloseTo(0.916453948549925, offset(1e-12));
    assertThat(value("I((x - 30)/10)")).isCloseTo(-2.725, offset(1e-12));
  }

  private static double value(String function) {
    return Formula.of("y ~ " + function).variables().get(0).value(0, 2.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y                 | found the end; expected '~'",
        "y ~               | found the end; expected a name",
        "y ~ a +           | found the end; expected a name",
        "y ~ a b           | found 'b'; expected +, -, *, : or the end",
        "y ~ (a + b        | found the end; expected ')'",
        "y ~ ns(a)         | found ns(…); expected factor, poly, rcs, offset, log, log2, log10,"
            + " sqrt, exp or I",
        "y ~ I(a / b)      | found a and b in one function; expected one column, once",
        "y ~ I(a + a^2)    | found a and a in one function; expected one column, once",
        "y ~ I(2^a)        | found the column a as an exponent; expected a number",
        "y ~ log(2)        | found log(2); expected a column in it",
        "y ~ log(sin(a))   | found sin(…); expected I, log, log2, log10, sqrt or exp",
        "y ~ a^2           | found a^2; expected I(a^2) for the power of a number",
        "y ~ (a + b)^a     | found 'a'; expected a number",
        "y ~ a - 1         | found a model without an intercept; expected one with it",
        "y ~ -1 + a        | found a model without an intercept; expected one with it",
        "y ~ 0 + a         | found a model without an intercept; expected one with it",
        "y ~ a + 0         | found a model without an intercept; expected one with it",
        "y ~ a - b         | found - b; expected a term before it to take out",
        "y ~ .             | found '.'; expected the name of each column",
        "y ~ a/b           | found '/'; expected +, -, *, : or the end",
        "sin(y) ~ a        | found sin(…); expected I, log, log2, log10, sqrt or exp",
        "log(y) ~ I(y^2)   | found the outcome y on both sides",
        "y ~ poly(a, 1.5)  | found the power 1.5; expected a whole number from 1 to 9",
        "y ~ rcs(a, 1)     | found 1 knot; expected three or more",
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
