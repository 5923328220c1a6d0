package org.quipu.survey.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quipu.UserException;

/**
 * Against R 4.2, survey: {@code svycontrast(st, list(quote((y1/y2)/(y3/y4)), ...))} of a {@code
 * svystat} with the estimates and the covariance below; t and F on 30 degrees of freedom by {@code
 * pt}, {@code qt} and {@code pf}.
 */
class ContrastsTest {
  private static final NamedEstimates ESTIMATES =
      new NamedEstimates(
          List.of("y1", "y2", "y3", "y 4"),
          new double[] {0.3, 0.5, 0.2, 0.8},
          new double[][] {
            {4e-4, 1e-4, 0.5e-4, 0},
            {1e-4, 9e-4, 2e-4, 0.3e-4},
            {0.5e-4, 2e-4, 5e-4, 1e-4},
            {0, 0.3e-4, 1e-4, 16e-4}
          },
          new double[] {30, 30, 30, 30});

  private static Contrasts contrasts(String... texts) {
    return Contrasts.of(Stream.of(texts).map(Expression::of).toList(), ESTIMATES);
  }

  private static double value(String text) {
    return contrasts(text).contrasts().get(0).estimate();
  }

  @Test
  void agreesWithR() {
    Contrasts all =
        contrasts(
            "ratio = (y1 / y2) / (y3 / \"y 4\")",
            "did = (y1 - y2) - (y3 - 'y 4')",
            "odd = -y1^2 + log(y2) * exp(-y3) / sqrt(`y 4`)",
            "2^y1 * y2^y3");
    double[][] expected = {
      {2.4, 0.3611537068894628, 1.6624257319285594, 3.1375742680714405},
      {0.4000000000000001, 0.05692099788303082, 0.28375181383830517, 0.516248186161695},
      {-0.7244853095301048, 0.06256266169985493, -0.8522553103126109, -0.5967153087475987},
      {1.0717734625362931, 0.023307330830151577, 1.0241735427519738, 1.1193733823206125}
    };
    double[] p = {
      2.3319409476988314e-07, 8.238685934036834e-08, 1.3514601907329525e-12, 2.2354251708914693e-29
    };
    for (int i = 0; i < 4; i++) {
      ContrastEstimate contrast = all.contrasts().get(i);
      assertEquals(expected[i][0], contrast.estimate(), 1e-12);
      assertEquals(expected[i][1], contrast.standardError(), 1e-12);
      assertEquals(expected[i][2], contrast.low(), 1e-9);
      assertEquals(expected[i][3], contrast.high(), 1e-9);
      assertEquals(p[i], contrast.pValue(), 1e-8 * p[i]);
    }

    assertEquals("ratio", all.contrasts().get(0).name());
    assertEquals("2^y1 * y2^y3", all.contrasts().get(3).name());
    assertEquals(0.017666, all.covariance().get(0).get(1), 1e-12);
    assertEquals(0.0002065648175432565, all.covariance().get(2).get(3), 1e-12);
    assertEquals(5149.0482482806, all.joint().statistic(), 1e-6);
    assertEquals(4.406157923764484e-42, all.joint().pValue(), 1e-49);
  }

  @Test
  void bindsAsArithmeticDoes() {
    assertEquals(-4, value("-2^2 + 0 * y1"));
    assertEquals(512, value("2^3^2 + 0 * y1"));
    assertEquals(0.25, value("2^-2 + 0 * y1"));
    assertEquals(-0.5, value("1 - 2 * 3 / 4 + 0 * y1"));
    assertEquals(0.0015, value("1.5e-3 + 0 * y1"));
  }

  @Test
  void hasNoJointTestOfContrastsThatDependOnEachOther() {
    for (String name : List.of("y1", "y2", "y3", "'y 4'", "(y1 - y3)")) {
      assertTrue(Double.isNaN(contrasts(name, "2 * " + name).joint().pValue()), name);
      assertTrue(Double.isNaN(contrasts("y2 + y1", "y1", name + " * 0", "y2").joint().pValue()));
      assertTrue(Double.isNaN(contrasts(name + " / 3", "0.1 * " + name).joint().pValue()), name);
    }
  }

  @Test
  void whatDoesNotVaryHasNoTest() {
    ContrastEstimate none = contrasts("0.1 + (y1 + y2) / 3 - y2 / 3 - y1 / 3").contrasts().get(0);

    assertEquals(0.1, none.estimate(), 1e-12);
    assertEquals(0, none.standardError());
    assertTrue(Double.isNaN(none.pValue()));
  }

  @Test
  void degreesOfFreedomAreTheFewestOfTheEstimatesInIt() {
    NamedEstimates estimates =
        new NamedEstimates(
            List.of("a@2020", "b", "c"),
            new double[] {1, 2, Double.NaN},
            new double[][] {{1, 0, 0}, {0, 4, Double.NaN}, {0, Double.NaN, 9}},
            new double[] {10, 20, 5});
    Contrasts found =
        Contrasts.of(
            List.of(Expression.of("b"), Expression.of("a@2020 - b"), Expression.of("a@2020 * 2")),
            estimates);

    assertEquals(
        List.of(20.0, 10.0, 10.0), found.contrasts().stream().map(ContrastEstimate::df).toList());
    assertEquals(
        "the contrast 'b + c' has estimates whose precision the sample does not tell (no answers,"
            + " one cluster in each stratum, or no covariance): b, c",
        assertThrows(
                UserException.class, () -> Contrasts.of(List.of(Expression.of("b + c")), estimates))
            .getMessage());
  }

  @Test
  void saysWhatIsWrong() {
    String unknown = assertThrows(UserException.class, () -> contrasts("y1 - y9")).getMessage();
    assertEquals("no estimate is called 'y9'; there are: y1, y2, y3, y 4", unknown);
    for (String wrong : List.of("", "y1 +", "(y1", "y1 y2", "sin(y1)", "y1 # y2", "= y1", "a = ")) {
      assertThrows(UserException.class, () -> Expression.of(wrong), wrong);
    }

    assertThrows(UserException.class, () -> Expression.of("(".repeat(9999)));
    assertThrows(UserException.class, () -> contrasts("y1 / (y2 - y2)"));
    assertThrows(UserException.class, () -> contrasts("log(-y1)"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new NamedEstimates(List.of("a", "a"), new double[2], new double[2][2], new double[2]));
  }
}
