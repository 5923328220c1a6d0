package org.quipu.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quipu.store.EstimateRow;
import org.quipu.survey.DomainTable;
import org.quipu.survey.Estimand;
import org.quipu.text.Language;
import org.quipu.text.Messages;
import org.quipu.text.narrative.Names;
import org.quipu.text.narrative.RegressionWords;

/** What the terminal shows of estimates: the first ones, with as many digits as their errors. */
final class EstimateSummary {
  private static final int MOST_ROWS = 40;

  /** More decimals than these are written as a power of ten. */
  private static final int MOST_DECIMALS = 7;

  private final Messages texts;
  private final Language language;
  private final RegressionWords words;

  private EstimateSummary(Console console) {
    this.texts = console.texts();
    this.language = console.language();
    this.words = new RegressionWords(new Names(language), false);
  }

  static List<String> lines(List<EstimateRow> rows, Path file, Console console) {
    return new EstimateSummary(console).lines(rows, file);
  }

  private List<String> lines(List<EstimateRow> rows, Path file) {
    AlignedTable printed =
        AlignedTable.of(
            texts, "outcome", "domain", "statistic", "estimate", "error", "interval", "answers");
    for (EstimateRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      int decimals = decimals(row);
      printed.row(
          List.of(
              row.outcome(),
              domain(row),
              statistic(row.statistic()),
              number(row.estimate(), decimals),
              number(row.standardError(), decimals),
              AlignedTable.interval(row.ciLow(), row.ciHigh(), end -> number(end, decimals), texts),
              language.count(row.n())));
    }

    List<String> lines = new ArrayList<>(printed.lines());
    if (rows.size() > MOST_ROWS) {
      lines.add(texts.of("estimate.more", language.count(rows.size() - (long) MOST_ROWS), file));
    }

    return lines;
  }

  private String domain(EstimateRow row) {
    if (row.by().equals(DomainTable.NATIONAL.name())) {
      return texts.of("estimate.all");
    }

    List<String> columns = DomainTable.of(row.by()).columns();
    List<String> codes = List.of(row.domain().split("\\|", -1));
    return columns.size() == codes.size()
        ? IntStream.range(0, codes.size())
            .mapToObj(i -> columns.get(i) + "=" + codes.get(i))
            .collect(Collectors.joining(", "))
        : row.by() + "=" + row.domain();
  }

  private String statistic(Estimand statistic) {
    double share = statistic.share();
    if (Double.isNaN(share)) {
      return texts.of("statistic." + statistic);
    }

    int decimals = BigDecimal.valueOf(share).stripTrailingZeros().scale();
    return texts.of("statistic.quantile", language.decimal(share, decimals));
  }

  /** Three digits of the standard error; four of an estimate without one. */
  private static int decimals(EstimateRow row) {
    boolean known = row.standardError() > 0;
    double size = known ? row.standardError() : Math.abs(row.estimate());
    if (!(size > 0)) {
      return 0;
    }

    return Math.max(0, (known ? 2 : 3) - (int) Math.floor(Math.log10(size)));
  }

  private String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }

    return decimals > MOST_DECIMALS ? words.coefficient(value) : language.decimal(value, decimals);
  }
}
