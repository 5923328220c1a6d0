package org.quipu.file;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The leap seconds that Stata's {@code %tC} counts and other clocks do not. */
final class LeapSeconds {
  /** The days that began just after a leap second (IERS Bulletin C). */
  private static final long[] DAYS =
      Stream.of(
              "1972-07-01 1973-01-01 1974-01-01 1975-01-01 1976-01-01 1977-01-01 1978-01-01",
              "1979-01-01 1980-01-01 1981-07-01 1982-07-01 1983-07-01 1985-07-01 1988-01-01",
              "1990-01-01 1991-01-01 1992-07-01 1993-07-01 1994-07-01 1996-01-01 1997-07-01",
              "1999-01-01 2006-01-01 2009-01-01 2012-07-01 2015-07-01 2017-01-01")
          .flatMap(years -> Stream.of(years.split(" ")))
          .mapToLong(day -> LocalDate.parse(day).toEpochDay())
          .toArray();

  private LeapSeconds() {}

  /** Seconds since 1970 on a clock without leap seconds; within one, the second before it. */
  static double without(double seconds) {
    long passed =
        LongStream.range(0, DAYS.length)
            .filter(i -> seconds >= DAYS[(int) i] * IsoTimes.DAY + i)
            .count();
    return seconds - passed;
  }
}
