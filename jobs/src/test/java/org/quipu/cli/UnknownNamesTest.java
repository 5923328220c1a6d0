package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name on the command line that is none makes the command line wrong, in every command alike. */
class UnknownNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "prevalence --store none --indicator partner_violence",
        "change --store none --from 2017 --to 2022 --indicator partner_violence",
        "association --store none --from 2017 --to 2022 --indicator partner_violence",
        "charts --store none --out none --indicator partner_violence"
      })
  void anIndicator(String line) {
    assertWrong(
        line,
        "--indicator: ",
        "no indicator 'partner_violence' in data/indicators.yaml",
        "it has partner_violence_psychological_ever, partner_violence_physical_ever, ");
  }

  @Test
  void aRegion() {
    assertWrong(
        "bulletins --store none --out none --region Pazco",
        "--region: ",
        "'Pazco' is none of Peru's regions",
        "the nearest are Pasco, ",
        "all are 01 Amazonas, 02 Áncash, ");
  }

  @Test
  void theCountryIsNoRegion() {
    assertWrong(
        "bulletins --store none --out none --region Perú", "'Perú' is none of Peru's regions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          prevalence --store none --by regions                             | no dimension 'regions'; they are national, region, residence
          prevalence --store none --by national,region:region              | 'region:region' crosses a dimension with itself
          change --store none --from 2017 --to 2022 --by national:region   | 'national:region' crosses a dimension with itself or with the whole country
          change --store none --from 2017 --to 2022 --decompose age:region | no dimension 'age'; they are national, region
          prevalence --store none --quality best                           | inei, dhs, cepal-2020
          charts --store none --out none --language qu                     | no language "qu"; there are es and en
          coverage --store none --language qu                              | no language "qu"; there are es and en
          association --store none --language qu                           | no language "qu"; there are es and en
          """)
  void aTableOfDomainsSchemeOrLanguage(String line, String message) {
    assertWrong(line, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --family gaussian       | --family: there is no "gaussian"; there are linear, logistic, poisson
          --lonely-psu perhaps    | --lonely-psu: there is no "perhaps"; there are fail, certainty,
          --wieght w              | unknown option or command: --wieght. Did you mean: --weight
          --where g=1 --wieght w  | unknown option or command: --wieght. Did you mean: --weight
          --store x               | --data=FILE, --store=DIR are mutually exclusive: give one of them
          --year last --store x   | --year takes a whole number, not "last"
          """)
  void aWrongValueOrOption(String options, String message) {
    String line = "regress --model y~x --out none --data none.csv " + options;
    CommandRun.of((Object[]) line.split(" ", -1))
        .refusesCommandLine(message.replace('"', '\''), "--help");
  }

  @Test
  void inTheReadersLanguage() {
    String line = "estimate --language es --data none.csv --outcome y --out none.csv ";
    CommandRun.of((Object[]) (line + "--interval exact").split(" "))
        .refusesCommandLine("--interval: no hay 'exact'; hay logit, wald, wilson, beta, inei");
    CommandRun.of((Object[]) (line + "--quantile half").split(" "))
        .refusesCommandLine("--quantile es un número, no 'half'");
    CommandRun.of((Object[]) (line + "--mean --total").split(" "))
        .refusesCommandLine("--mean, --total se excluyen entre sí: dé uno solo");
    CommandRun.of((Object[]) (line + "--poverty low").split(" "))
        .refusesCommandLine("--poverty: 'low' is neither an amount nor a share");
  }

  private static void assertWrong(String line, String... messages) {
    CommandRun run = CommandRun.of((Object[]) line.split(" ", -1)).refusesCommandLine(messages);

    assertThat(run.err()).contains("--help");
  }
}
