package org.quipu.endes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quipu.UserException;
import org.quipu.endes.Indicator.Better;
import org.quipu.endes.Indicator.Codes;
import org.quipu.endes.Indicator.Form;
import org.quipu.endes.Indicator.Kind;
import org.quipu.endes.Indicator.Period;
import org.quipu.endes.Indicator.Universe;

class IndicatorFileTest {
  private static final List<Codes> YES = List.of(new Codes(List.of("d105a"), List.of(1)));

  private static IndicatorFile.Entry entry(String name, String kind, String form, String period) {
    return new IndicatorFile.Entry(
        name, kind, form, period, "Empujó", "Pushed", null, "women", YES, null, null);
  }

  private static IndicatorFile file(IndicatorFile.Entry... entries) {
    return new IndicatorFile(
        Map.of("women", new Universe("Mujeres", "Women", List.of(), List.of())), List.of(entries));
  }

  @Test
  void readsWhatAnIndicatorIs() {
    assertThat(file(entry("pushed_12m", "act", "physical", "12m")).indicators())
        .singleElement()
        .satisfies(
            indicator -> {
              assertThat(indicator.kind()).isEqualTo(Kind.ACT);
              assertThat(indicator.form()).isEqualTo(Form.PHYSICAL);
              assertThat(indicator.period()).isEqualTo(Period.LAST_12_MONTHS);
              assertThat(indicator.universe().labelEn()).isEqualTo("Women");
              assertThat(indicator.ineiTable()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    ", physical, ever, without kind, 'summary, act, help_seeking, other'",
    "deed, physical, ever, with kind 'deed', 'summary, act, help_seeking, other'",
    "act, , ever, without form, psychological",
    "act, economic, ever, with form 'economic', psychological",
    "act, physical, , without period, 'ever, 12m'",
    "act, physical, 12 months, with period '12 months', 'ever, 12m'",
  })
  void refusesAnEntryThatDoesNotSayWhatItIs(
      String kind, String form, String period, String found, String expected) {
    IndicatorFile file = file(entry("pushed", kind, form, period));

    assertThatThrownBy(file::indicators)
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("data/indicators.yaml", "the indicator pushed " + found, expected);
  }

  @Test
  void refusesASecondSummaryOfAForm() {
    IndicatorFile file =
        file(
            entry("physical_ever", "summary", "physical", "ever"),
            entry("physical_12m", "summary", "physical", "12m"),
            entry("severe_ever", "summary", "physical", "ever"));

    assertThatThrownBy(file::indicators)
        .isInstanceOf(UserException.class)
        .hasMessageContainingAll("severe_ever", "form physical and period ever", "kind other");
  }

  @Test
  void refusesNamesThatAreNotDeclared() {
    IndicatorFile repeated =
        file(entry("pushed", "act", "physical", "ever"), entry("pushed", "act", "any", "ever"));
    IndicatorFile ofNothing =
        file(
            new IndicatorFile.Entry(
                "all",
                "other",
                "any",
                "ever",
                "a",
                "a",
                null,
                "women",
                null,
                List.of("later"),
                null));
    IndicatorFile ofNobody =
        file(
            new IndicatorFile.Entry(
                "all", "other", "any", "ever", "a", "a", null, "men", YES, null, null));

    assertThatThrownBy(repeated::indicators).hasMessageContaining("pushed twice");
    assertThatThrownBy(ofNothing::indicators).hasMessageContaining("all with 'later' in any_of");
    assertThatThrownBy(ofNobody::indicators).hasMessageContaining("all with universe 'men'");
  }

  @Test
  void whetherARiseIsForTheBetterIsTheIndicatorsOwn() {
    assertThat(Indicator.of("help_sought_police").better()).isEqualTo(Better.HIGHER);
    assertThat(Indicator.of("partner_violence_any_ever").better()).isEqualTo(Better.LOWER);
    assertThatThrownBy(
            file(
                    new IndicatorFile.Entry(
                        "a", "other", "any", "ever", "a", "a", null, "women", YES, null, "up"))
                ::indicators)
        .hasMessageContainingAll("a with better 'up'", "lower, higher");
  }

  @Test
  void namesSaySoOfEveryIndicatorThatShips() {
    assertThat(Indicator.all())
        .hasSize(57)
        .allSatisfy(
            indicator -> {
              boolean act = indicator.name().contains("_act_");
              boolean help = indicator.name().startsWith("help_sought_");
              assertThat(indicator.kind())
                  .isEqualTo(act ? Kind.ACT : help ? Kind.HELP_SEEKING : Kind.SUMMARY);
              assertThat(indicator.name()).endsWith(help ? "" : "_" + indicator.period().code());
            });
    assertThat(Indicator.summaries(Period.EVER))
        .containsExactly(
            "partner_violence_any_ever",
            "partner_violence_psychological_ever",
            "partner_violence_physical_ever",
            "partner_violence_sexual_ever");
    assertThat(Indicator.summary(Form.PHYSICAL_OR_SEXUAL, Period.LAST_12_MONTHS))
        .isEqualTo("partner_violence_physical_or_sexual_12m");
  }
}
