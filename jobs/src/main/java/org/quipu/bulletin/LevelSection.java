package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Kind;
import org.quipu.endes.Indicator.Period;
import org.quipu.store.ChangeRow;
import org.quipu.text.Language;
import org.quipu.text.narrative.ChangeSentences;

/** What a page says of how common violence is and how it changed. */
final class LevelSection {
  static final List<String> FORMS =
      Arrays.stream(Period.values())
          .flatMap(period -> Indicator.summaries(period).stream())
          .toList();

  /** Where and from whom women sought help. */
  static final List<String> HELP =
      Indicator.all().stream()
          .filter(indicator -> indicator.kind() == Kind.HELP_SEEKING)
          .map(Indicator::name)
          .toList();

  private final Evidence evidence;
  private final Labels labels;
  private final Language language;
  private final LevelWords words;
  private final ChangeSentences sentences;
  private final YearRange span;

  LevelSection(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.language = labels.language();
    this.words = new LevelWords(evidence, labels, span);
    this.sentences = new ChangeSentences(labels.names());
    this.span = span;
  }

  /** The country and the region in the two years. */
  List<PageParts.Comparison> comparisons(String region) {
    return List.of(comparison(Regions.NATIONAL), comparison(region));
  }

  private PageParts.Comparison comparison(String region) {
    Optional<ChangeRow> change = words.change(FigureBuilder.ANY, region);

    return new PageParts.Comparison(
        labels.region(region),
        words.level(FigureBuilder.ANY, region, span.from()),
        words.level(FigureBuilder.ANY, region, span.to()),
        change
            .map(
                row ->
                    labels.text(
                        "card.points", row.toYear() - row.fromYear(), sentences.points(row)))
            .orElse(""),
        change.map(sentences::relative).orElse(""),
        labels.text("verdict.card." + LevelWords.tone(change)),
        LevelWords.tone(change));
  }

  /** How common violence is in a region and whether that changed, a sentence each. */
  List<String> messages(String region) {
    List<String> messages = new ArrayList<>();
    PlottedLevel from = words.estimate(FigureBuilder.ANY, region, span.from());
    PlottedLevel to = words.estimate(FigureBuilder.ANY, region, span.to());
    if (to.showing() == PlottedLevel.Showing.SHOWN) {
      boolean interval = !Double.isNaN(to.low()) && !Double.isNaN(to.high());
      messages.add(
          labels.text(
              interval ? "message.level" : "message.level.alone",
              span.to(),
              language.percent(to.percent()),
              labels.region(region),
              language.decimal(to.low(), 1),
              language.percent(to.high())));
    } else if (to.showing().hidden()) {
      messages.add(
          labels.text("message.level.hidden", span.to(), labels.region(region), words.percent(to)));
    }

    words
        .change(FigureBuilder.ANY, region)
        .filter(row -> from.showing() == PlottedLevel.Showing.SHOWN)
        .ifPresent(
            row ->
                messages.add(
                    labels.text(
                        "message.change." + LevelWords.tone(Optional.of(row)),
                        language.decimal(Math.abs(row.change()), 1),
                        span.from(),
                        language.percent(from.percent()))));
    return messages;
  }

  /** The forms of violence, ever and in the last twelve months, of which there is a level. */
  List<PageParts.Form> forms(String region) {
    return lines(FORMS, region, labels::form);
  }

  /** Where women sought help, of which there is a level. */
  List<PageParts.Form> helpSought(String region) {
    return lines(HELP, region, labels::indicator);
  }

  private List<PageParts.Form> lines(
      List<String> indicators, String region, UnaryOperator<String> name) {
    return indicators.stream()
        .filter(
            indicator ->
                evidence.level(indicator, region, span.from()).isPresent()
                    || evidence.level(indicator, region, span.to()).isPresent())
        .map(indicator -> line(indicator, region, name.apply(indicator)))
        .toList();
  }

  private PageParts.Form line(String indicator, String region, String name) {
    Optional<ChangeRow> change = words.change(indicator, region);

    return new PageParts.Form(
        name,
        words.level(indicator, region, span.from()),
        words.level(indicator, region, span.to()),
        change.map(sentences::bareWithInterval).orElse("–"),
        change.map(sentences::bareRelative).orElse("–"),
        labels.text("verdict.short." + LevelWords.tone(change)),
        LevelWords.tone(change),
        words.level(indicator, Regions.NATIONAL, span.to()));
  }

  /** The verdicts of these lines, each once, in the order of their kind. */
  List<PageParts.Verdict> verdicts(Stream<String> tones) {
    Set<String> present = tones.collect(Collectors.toSet());
    return Arrays.stream(PlottedChange.Verdict.values())
        .map(PlottedChange.Verdict::code)
        .filter(present::contains)
        .map(tone -> new PageParts.Verdict(tone, labels.text("verdict.short." + tone)))
        .toList();
  }

  /** A line of the index. */
  PageParts.Entry entry(String region, String file, boolean protection) {
    Optional<ChangeRow> change = words.change(FigureBuilder.ANY, region);

    return new PageParts.Entry(
        labels.region(region),
        file,
        words.level(FigureBuilder.ANY, region, span.from()),
        words.level(FigureBuilder.ANY, region, span.to()),
        change.map(sentences::bareWithInterval).orElse("–"),
        labels.text("verdict.short." + LevelWords.tone(change)),
        LevelWords.tone(change),
        Stream.of(
                order(words.estimate(FigureBuilder.ANY, region, span.from())),
                order(words.estimate(FigureBuilder.ANY, region, span.to())),
                change.map(row -> order(PlottedValues.change(row).points())).orElse(""))
            .toList(),
        protection);
  }

  /** The regions whose level is shown in a year. */
  List<String> shown(int year) {
    return Regions.codes().stream()
        .filter(region -> !Double.isNaN(words.estimate(FigureBuilder.ANY, region, year).percent()))
        .toList();
  }

  private static String order(PlottedLevel level) {
    return order(level.showing().hidden() ? Double.NaN : level.percent());
  }

  private static String order(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
