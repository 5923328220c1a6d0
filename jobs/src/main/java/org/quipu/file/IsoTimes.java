package org.quipu.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Days and seconds as ISO 8601, to the millisecond. */
public final class IsoTimes {
  static final long DAY = 86_400;

  /**
   * Days of the years 1 to 9999; others are not dates of a survey, and most programs refuse them.
   */
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();

  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private IsoTimes() {}

  /** Whether the value can be written at all. */
  static boolean isValid(VariableType type, double value) {
    return switch (type) {
      case DATE -> value >= FIRST_DAY && value < LAST_DAY + 1;
      case DATE_TIME -> value >= FIRST_DAY * DAY && value < (LAST_DAY + 1) * DAY;
      case TIME -> Math.abs(value) < 1e12;
      case NUMBER, TEXT -> true;
    };
  }

  static String text(VariableType type, double value) {
    return switch (type) {
      case DATE -> LocalDate.ofEpochDay((long) Math.floor(value)).toString();
      case DATE_TIME -> dateTime(millis(value));
      case TIME -> time(millis(value));
      case NUMBER, TEXT -> Numbers.shortest(value);
    };
  }

  /** Whole milliseconds: doubles of seconds since 1582 or 1960 are not much finer. */
  public static long millis(double seconds) {
    return Math.round(seconds * 1000);
  }

  private static String dateTime(long millis) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
  }

  /** A time of day if it is one, otherwise a duration ({@code PT27H10M}). */
  private static String time(long millis) {
    return millis >= 0 && millis < DAY * 1000
        ? DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(millis * 1_000_000))
        : Duration.ofMillis(millis).toString();
  }
}
