package org.quipu.text.narrative;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quipu.YearRange;
import org.quipu.program.AgeGroup;
import org.quipu.program.CoverageNote;
import org.quipu.program.DenominatorName;
import org.quipu.program.MeasureName;
import org.quipu.program.PartialYears;
import org.quipu.program.Period;
import org.quipu.store.CoverageRow;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/** The keys of the table {@code coverage} in words of a language. */
public final class CoverageWords {
  private final Language language;
  private final Messages texts;

  private CoverageWords(Language language) {
    this.language = language;
    this.texts = Messages.beside(CoverageWords.class, "coverage", language);
  }

  /** The words of a language. */
  public static CoverageWords in(Language language) {
    return new CoverageWords(language);
  }

  /** A measure as a heading; one that only the records name, by its name with blanks. */
  public String measure(String measure) {
    return known(measure).orElse(measure.replace('_', ' '));
  }

  /** Whether a measure has a name of its own. */
  boolean isKnown(String measure) {
    return known(measure).isPresent();
  }

  private Optional<String> known(String measure) {
    String key = "measure." + measure;
    return texts.has(key)
        ? Optional.of(texts.of(key))
        : MeasureName.group(measure)
            .map(this::informed)
            .or(() -> MeasureName.intervention(measure).map(this::people));
  }

  /** {@code Hombres informados de 18 a 29 años, por 1000 de ese grupo}. */
  private String informed(MeasureName.Group group) {
    String people = group.sex().isEmpty() ? "people" : group.sex();
    AgeGroup ages = group.ages();
    String aged = "";
    if (!ages.equals(AgeGroup.ALL)) {
      aged =
          texts.of(
              ages.to() == AgeGroup.OPEN ? "measure.group.ages.open" : "measure.group.ages",
              ages.from(),
              ages.to());
    }

    return texts.of("measure.group." + people, aged);
  }

  private String people(String intervention) {
    return texts.of("measure.intervention", intervention);
  }

  /** A measure inside a sentence. */
  public String measureInSentence(String measure) {
    String key = "measure." + measure + ".in.sentence";
    return texts.has(key) ? texts.of(key) : decapitalized(measure(measure));
  }

  /** The unit of a row's coverage. */
  public String unit(CoverageRow row) {
    return texts.of("unit." + row.unit());
  }

  /** What a row's coverage is set against: {@code mujeres de 15 a 49 años, censo 2017}. */
  public String denominator(CoverageRow row) {
    if (row.denominatorName().isEmpty()) {
      return "";
    }

    DenominatorName name = DenominatorName.of(row.denominatorName());
    String source =
        name.years() == null ? texts.of("denominator.year.unknown") : years(name.years());
    return texts.of(
        "denominator", group(name), texts.of("denominator." + name.source().code(), source));
  }

  private String group(DenominatorName name) {
    String counted = texts.of("denominator." + name.unit().code());
    AgeGroup ages = name.ages();
    if (ages.equals(AgeGroup.ALL)) {
      return counted;
    }

    return ages.to() == AgeGroup.OPEN
        ? texts.of("denominator.ages.open", counted, ages.from())
        : texts.of("denominator.ages", counted, ages.from(), ages.to());
  }

  private static String years(YearRange years) {
    return years.from() == years.to()
        ? String.valueOf(years.from())
        : years.from() + "-" + years.to();
  }

  /** The years of a row's window that are incomplete or have no records; empty where none is. */
  public String partial(CoverageRow row) {
    return partial(row.partial(), new YearRange(row.fromYear(), row.toYear()));
  }

  /**
   * The years that are incomplete or have no records.
   *
   * @param partial as the table holds them
   * @param window the years that were summed
   */
  public String partial(String partial, YearRange window) {
    return PartialYears.of(partial).months().entrySet().stream()
        .map(
            year ->
                year.getValue().isEmpty()
                    ? texts.of("partial.none", year.getKey())
                    : texts.of(
                        window.years().equals(List.of(year.getKey()))
                            ? "partial.months"
                            : "partial.months.not.added",
                        year.getKey(),
                        months(year.getValue())))
        .collect(joining("; "));
  }

  private String months(List<Period> periods) {
    return periods.stream().map(this::months).collect(joining(texts.of("partial.and")));
  }

  private String months(Period period) {
    String from = language.month(period.fromMonth());
    return period.fromMonth() == period.toMonth()
        ? from
        : from + "-" + language.month(period.toMonth());
  }

  /** What a row's figure does not say by itself, in sentences. */
  public String note(CoverageRow row) {
    return CoverageNote.of(row.note()).stream().map(this::note).collect(joining(". "));
  }

  /**
   * The same as parts of one sentence.
   *
   * @param note as the table holds them
   */
  public List<String> notesInSentence(String note) {
    return CoverageNote.of(note).stream()
        .map(this::note)
        .map(CoverageWords::decapitalized)
        .toList();
  }

  private String note(CoverageNote note) {
    return texts.of("note." + note.kind().code(), note.years());
  }

  private static String decapitalized(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
