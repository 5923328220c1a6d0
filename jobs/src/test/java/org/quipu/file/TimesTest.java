package org.quipu.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  @ParameterizedTest
  @CsvSource({
    "DATE, 0, 1970-01-01",
    "DATE, 18321.9, 2020-02-29",
    "DATE, -141428, 1582-10-14",
    "DATE_TIME, 0, 1970-01-01T00:00:00",
    "DATE_TIME, 1582971072.5, 2020-02-29T10:11:12.5",
    "DATE_TIME, -0.0004, 1970-01-01T00:00:00",
    "TIME, 3661.25, 01:01:01.25",
    "TIME, 86400, PT24H",
    "TIME, -60, PT-1M",
  })
  void areIso8601(VariableType type, double value, String text) {
    assertThat(IsoTimes.isValid(type, value)).isTrue();
    assertThat(IsoTimes.text(type, value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"DATE, 2932897", "DATE, -719163", "DATE, NaN", "DATE_TIME, 1e300", "TIME, Infinity"})
  void outsideTheCalendarThereAreNone(VariableType type, double value) {
    assertThat(IsoTimes.isValid(type, value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Stata's manual [D] Datetime: 01jan1960 is day 0; 31dec1959 is −1
    "%td, 0, 1960-01-01, -3653",
    "%tdD_m_Y, 21975, 2020-03-01, 18322",
    "%-td, 21915, 2020-01-01, 18262",
    "%d, -1, 1959-12-31, -3654",
  })
  void stataDays(String format, double stored, String day, double days) {
    VariableType type = DtaFormat.type(DtaFormat.DOUBLE, format);
    assertThat(type).isEqualTo(VariableType.DATE);
    assertThat(DtaFormat.value(type, format, stored)).isEqualTo(days);
    assertThat(IsoTimes.text(type, days)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "%tc, 1898684672500, 2020-03-01T12:24:32.5",
    "%tcHH:MM, 0, 1960-01-01T00:00:00",
    // Stata: Cofc(tc(30jun1997 23:59:59)) counts 20 leap seconds; the 21st is the second after it
    "%tC, 1183334419000, 1997-06-30T23:59:59",
    "%tC, 1183334421000, 1997-07-01T00:00:00",
    "%tC, 0, 1960-01-01T00:00:00",
  })
  void stataMoments(String format, double stored, String moment) {
    VariableType type = DtaFormat.type(DtaFormat.DOUBLE, format);
    assertThat(type).isEqualTo(VariableType.DATE_TIME);
    assertThat(IsoTimes.text(type, DtaFormat.value(type, format, stored))).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({"%tw", "%tm", "%tq", "%ty", "%9.0g", "%8.2f", "%tb"})
  void stataWeeksMonthsAndQuartersStayNumbers(String format) {
    assertThat(DtaFormat.type(DtaFormat.INT, format)).isEqualTo(VariableType.NUMBER);
  }
}
