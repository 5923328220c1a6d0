package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quipu.Provenance;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.Mark;
import org.quipu.charts.PlottedLevel;
import org.quipu.store.ChangeRow;
import org.quipu.store.PrevalenceRow;
import org.quipu.text.Language;
import org.quipu.text.narrative.ChangeSentences;

/** How the survey's numbers on a page were made, and where they come from. */
final class MethodNotes {
  private final Evidence evidence;
  private final Labels labels;
  private final Language language;
  private final LevelWords words;
  private final ChangeSentences sentences;
  private final YearRange span;

  MethodNotes(Evidence evidence, Labels labels, YearRange span) {
    this.evidence = evidence;
    this.labels = labels;
    this.language = labels.language();
    this.words = new LevelWords(evidence, labels, span);
    this.sentences = new ChangeSentences(labels.names());
    this.span = span;
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
    main.stream()
        .filter(place -> evidence.position(FigureBuilder.ANY, place, span.to()).isPresent())
        .findFirst()
        .ifPresent(place -> notes.add(labels.text("method.position")));
    notes.add(labels.text("method.rounding"));
    words
        .change(FigureBuilder.ANY, Regions.NATIONAL)
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
        .flatMap(
            place ->
                LevelSection.FORMS.stream().flatMap(form -> words.change(form, place).stream()));
  }

  /** The levels that a page shows. */
  private List<PrevalenceRow> rows(List<String> places) {
    return places.stream()
        .flatMap(
            place ->
                LevelSection.FORMS.stream()
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

  /** What the tests of these places' changes say. */
  private Stream<String> tests(List<String> places) {
    return places.stream()
        .flatMap(
            place ->
                words.change(FigureBuilder.ANY, place).stream()
                    .map(
                        row ->
                            labels.text(
                                "method.test", labels.region(place), sentences.verdict(row))));
  }
}
