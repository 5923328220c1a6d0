package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedChange;
import org.quipu.charts.PlottedLevel;
import org.quipu.endes.Indicator;
import org.quipu.endes.Indicator.Period;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.text.Language;
import org.quipu.text.narrative.ChangeSentences;

/** What a page says of how common violence is and how it changed. */
final class LevelSection {
  private static final List<String> FORMS =
      Arrays.stream(Period.values())
          .flatMap(period -> Indicator.summaries(period).stream())
          .toList();

  private final Evidence evidence;
  private final Labels labels;
  private final Language language;
  private final ChangeSentences sentences;
  private final YearRange span;

  LevelSection(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.language = labels.language();
    this.sentences = new ChangeSentences(labels.names());
    this.span = span;
  }

  /** The country and the region in the two years. */
  List<PageParts.Comparison> comparisons(String region) {
    return List.of(comparison(Regions.NATIONAL), comparison(region));
  }

  private PageParts.Comparison comparison(String region) {
    Optional<ChangeRow> change = shownChange(FigureBuilder.ANY, region);

    return new PageParts.Comparison(
        labels.region(region),
        level(FigureBuilder.ANY, region, span.from()),
        level(FigureBuilder.ANY, region, span.to()),
        change.map(sentences::points).orElse(""),
        change.map(sentences::relative).orElse(""),
        labels.text("verdict.card." + tone(change)),
        tone(change));
  }

  /** How common violence is in a region and whether that changed, a sentence each. */
  List<String> messages(String region) {
    List<String> messages = new ArrayList<>();
    PlottedLevel from = estimate(FigureBuilder.ANY, region, span.from());
    PlottedLevel to = estimate(FigureBuilder.ANY, region, span.to());
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
          labels.text("message.level.hidden", span.to(), labels.region(region), percent(to)));
    }

    shownChange(FigureBuilder.ANY, region)
        .filter(row -> from.showing() == PlottedLevel.Showing.SHOWN)
        .ifPresent(
            row ->
                messages.add(
                    labels.text(
                        "message.change." + tone(Optional.of(row)),
                        language.decimal(Math.abs(row.change()), 1),
                        span.from(),
                        language.percent(from.percent()))));
    return messages;
  }

  /** What the tests of these places' changes say. */
  private Stream<String> tests(List<String> places) {
    return places.stream()
        .flatMap(
            place ->
                shownChange(FigureBuilder.ANY, place).stream()
                    .map(
                        row ->
                            labels.text(
                                "method.test", labels.region(place), sentences.verdict(row))));
  }

  /** A change that may be shown. */
  private Optional<ChangeRow> shownChange(String indicator, String region) {
    return evidence
        .change(indicator, region, span)
        .filter(row -> !Double.isNaN(PlottedValues.change(row).points()));
  }

  private PageParts.Level level(String indicator, String region, int year) {
    PlottedLevel estimate = estimate(indicator, region, year);
    boolean interval = !Double.isNaN(estimate.low()) && !Double.isNaN(estimate.high());

    return new PageParts.Level(
        String.valueOf(year),
        percent(estimate),
        interval ? language.interval(estimate.low(), estimate.high()) : "");
  }

  private PlottedLevel estimate(String indicator, String region, int year) {
    return evidence
        .level(indicator, region, year)
        .map(PlottedValues::estimate)
        .orElse(PlottedLevel.NONE);
  }

  private String percent(PlottedLevel estimate) {
    return switch (estimate.showing()) {
      case SHOWN -> language.percent(estimate.percent());
      case REFERENTIAL -> "(" + language.percent(estimate.percent()) + ")";
      case FEW_INTERVIEWS, PROTECTED, IMPRECISE, ABSENT ->
          labels.text("showing." + estimate.showing().code());
    };
  }

  /** The forms of violence, ever and in the last twelve months, of which there is a level. */
  List<PageParts.Form> forms(String region) {
    return FORMS.stream()
        .filter(
            name ->
                evidence.level(name, region, span.from()).isPresent()
                    || evidence.level(name, region, span.to()).isPresent())
        .map(name -> form(name, region))
        .toList();
  }

  private PageParts.Form form(String indicator, String region) {
    Optional<ChangeRow> change = shownChange(indicator, region);

    return new PageParts.Form(
        labels.form(indicator),
        level(indicator, region, span.from()),
        level(indicator, region, span.to()),
        change.map(sentences::bareWithInterval).orElse("–"),
        change.map(sentences::bareRelative).orElse("–"),
        labels.text("verdict.short." + tone(change)),
        tone(change),
        percent(estimate(indicator, Regions.NATIONAL, span.to())));
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

  private static String tone(Optional<ChangeRow> change) {
    return change
        .map(PlottedValues::change)
        .map(PlottedChange::verdict)
        .orElse(PlottedChange.Verdict.NOT_TESTED)
        .code();
  }

  /** A line of the index. */
  PageParts.Entry entry(String region, String file, boolean protection) {
    Optional<ChangeRow> change = shownChange(FigureBuilder.ANY, region);

    return new PageParts.Entry(
        labels.region(region),
        file,
        level(FigureBuilder.ANY, region, span.from()),
        level(FigureBuilder.ANY, region, span.to()),
        change.map(sentences::bareWithInterval).orElse("–"),
        labels.text("verdict.short." + tone(change)),
        tone(change),
        Stream.of(
                order(estimate(FigureBuilder.ANY, region, span.from())),
                order(estimate(FigureBuilder.ANY, region, span.to())),
                change.map(row -> order(PlottedValues.change(row).points())).orElse(""))
            .toList(),
        protection);
  }

  private static String order(PlottedLevel level) {
    return order(level.showing().hidden() ? Double.NaN : level.percent());
  }

  private static String order(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  /**
   * How the numbers of a page were made and how to read them.
   *
   * @param main the places whose interviews it counts
   * @param places that the page shows
   */
  List<String> method(List<String> main, List<String> places) {
    List<String> notes = new ArrayList<>();
    notes.add(labels.text("method.universe", labels.universe(FigureBuilder.ANY)));
    notes.add(labels.text("method.one.woman"));
    main.stream().flatMap(place -> interviews(place).stream()).forEach(notes::add);
    notes.add(labels.text("method.interval"));
    notes.add(labels.text("method.verdict"));
    tests(main).forEach(notes::add);
    notes.add(labels.text("method.rounding"));
    shownChange(FigureBuilder.ANY, Regions.NATIONAL)
        .map(
            row ->
                labels.text(
                    "method.points",
                    language.percent(row.percentFrom()),
                    language.percent(row.percentTo()),
                    language.decimal(Math.abs(row.change()), 1),
                    language.percent(Math.abs(row.relativeChange()))))
        .ifPresent(notes::add);
    rows(places).stream()
        .map(PlottedValues::estimate)
        .filter(estimate -> estimate.showing() == PlottedLevel.Showing.REFERENTIAL)
        .findFirst()
        .ifPresent(estimate -> notes.add(labels.text("method.referential")));
    rows(places).stream()
        .map(row -> PlottedValues.estimate(row).showing())
        .filter(PlottedLevel.Showing::hidden)
        .distinct()
        .sorted()
        .forEach(hidden -> notes.add(labels.text("method.hidden." + hidden.code())));
    marks(places).forEach(mark -> notes.add(labels.text("method.mark." + mark)));

    return notes;
  }

  private Optional<String> interviews(String region) {
    Optional<PrevalenceRow> from = evidence.level(FigureBuilder.ANY, region, span.from());
    Optional<PrevalenceRow> to = evidence.level(FigureBuilder.ANY, region, span.to());
    boolean known =
        from.isPresent() && to.isPresent() && from.get().n() != null && to.get().n() != null;

    return known
        ? Optional.of(
            labels.text(
                "method.interviews",
                labels.region(region),
                language.count(from.get().n()),
                span.from(),
                language.count(to.get().n()),
                span.to()))
        : Optional.empty();
  }

  private Set<Mark> marks(List<String> places) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    rows(places).forEach(row -> marks.addAll(PlottedValues.marks(row.source(), row.quality())));
    changes(places).forEach(row -> marks.addAll(PlottedValues.marks(row.source(), row.quality())));

    return marks;
  }

  /** The changes that a page shows. */
  private Stream<ChangeRow> changes(List<String> places) {
    return places.stream()
        .flatMap(place -> FORMS.stream().flatMap(form -> shownChange(form, place).stream()));
  }

  /** The levels that a page shows. */
  private List<PrevalenceRow> rows(List<String> places) {
    return places.stream()
        .flatMap(
            place ->
                FORMS.stream()
                    .flatMap(
                        form ->
                            Stream.of(span.from(), span.to())
                                .flatMap(year -> evidence.level(form, place, year).stream())))
        .toList();
  }

  /** Where the levels come from. */
  String source(List<String> places) {
    Set<Provenance> sources = EnumSet.noneOf(Provenance.class);
    rows(places).forEach(row -> sources.add(row.source()));

    return labels.source(List.of(span.from(), span.to()), sources);
  }
}
