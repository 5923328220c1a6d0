package org.quipu.endes;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.NearestNames;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.store.PrevalenceRow;

/**
 * How people name a level of prevalence: {@code INDICATOR@YEAR} in the country and {@code
 * INDICATOR:TABLE=DOMAIN@YEAR} in a domain, such as {@code
 * partner_violence_any_12m:region=Cusco@2022}.
 *
 * @param text the name itself
 * @param table of domains, such as {@code region:residence}
 * @param domain a code or a name for each dimension of the table
 */
public record LevelName(
    String text, String indicator, String table, List<String> domain, int year) {
  private static final Pattern FORM =
      Pattern.compile("(?<indicator>[^:=@]+)(?::(?<table>[^=@]+)=(?<domain>.+))?@(?<year>\\d{4})");

  public LevelName {
    domain = List.copyOf(domain);
  }

  /**
   * Reads a name.
   *
   * @throws UserException if it has another form, or there is no such indicator or dimension
   */
  public static LevelName of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new UserException(
          "'"
              + text
              + "' names no level of prevalence; expected INDICATOR@YEAR or"
              + " INDICATOR:TABLE=DOMAIN@YEAR, as in partner_violence_any_12m:region=Cusco@2022");
    }

    boolean whole = parts.group("table") == null;
    String table = whole ? Dimensions.NATIONAL : parts.group("table").strip();
    int dimensions = Dimensions.of(table).size();
    List<String> domain = List.of((whole ? Regions.NATIONAL : parts.group("domain")).split("\\|"));
    if (domain.size() != dimensions) {
      throw new UserException(
          "'%s' has %d parts of a domain; expected %d, one a dimension of %s, joined by |"
              .formatted(text, domain.size(), dimensions, table));
    }

    String indicator = Indicator.of(parts.group("indicator").strip()).name();
    return new LevelName(text, indicator, table, domain, Integer.parseInt(parts.group("year")));
  }

  /**
   * The level of this name among others.
   *
   * @throws UserException if it is not there, or the name is that of several
   */
  public PrevalenceRow in(List<PrevalenceRow> levels) {
    List<PrevalenceRow> known =
        levels.stream()
            .filter(level -> level.year() == year)
            .filter(level -> level.indicator().equals(indicator))
            .filter(level -> level.by().equals(table))
            .toList();
    List<PrevalenceRow> found = known.stream().filter(this::isOf).toList();
    if (found.size() == 1) {
      return found.get(0);
    }

    if (known.isEmpty()) {
      throw UserException.input(
          "'" + text + "'",
          "no domain of " + table + " with answers to " + indicator + " in " + year,
          "one at least",
          "Choose another year, indicator or table of domains.");
    }

    List<PrevalenceRow> suggested = found.isEmpty() ? nearest(known) : found;
    throw UserException.input(
        "'" + text + "'",
        (found.isEmpty() ? "no domain" : found.size() + " domains")
            + " of "
            + table
            + " called "
            + String.join("|", domain),
        "a code or name of one",
        (found.isEmpty() ? "The nearest are " : "They are ")
            + suggested.stream()
                .map(level -> level.domain() + " " + level.label())
                .collect(Collectors.joining("; "))
            + ".");
  }

  private boolean isOf(PrevalenceRow level) {
    List<String> dimensions = Dimensions.of(table);
    List<String> codes = List.of(level.domain().split("\\|", -1));
    return IntStream.range(0, codes.size())
        .allMatch(i -> Dimensions.isCalled(dimensions.get(i), codes.get(i), domain.get(i).strip()));
  }

  private List<PrevalenceRow> nearest(List<PrevalenceRow> known) {
    List<String> labels =
        NearestNames.of(
            String.join(", ", domain), known.stream().map(PrevalenceRow::label).toList());
    return labels.stream()
        .flatMap(label -> known.stream().filter(level -> level.label().equals(label)).limit(1))
        .toList();
  }
}
