package org.quipu.survey.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quipu.Coded;
import org.quipu.StoredText;

/**
 * The quality of an estimate: a scheme's grade and further marks, written as their codes joined by
 * {@code ;}.
 *
 * @param grade empty where no scheme was applied
 * @param marks each once
 */
public record Quality(Optional<Grade> grade, List<QualityMark> marks) implements StoredText {
  /** Without a grade or marks. */
  public static final Quality NONE = new Quality(Optional.empty(), List.of());

  public Quality {
    marks = marks.stream().distinct().toList();
  }

  /** Marks of an estimate that is not graded. */
  public static Quality marked(List<QualityMark> marks) {
    return new Quality(Optional.empty(), marks);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if a part is neither a grade nor a mark
   */
  public static Quality parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }

    List<String> parts = Arrays.asList(text.split(";", -1));
    Optional<Grade> grade =
        Arrays.stream(Grade.values()).filter(g -> g.code().equals(parts.get(0))).findFirst();
    return new Quality(
        grade,
        parts.stream()
            .skip(grade.isPresent() ? 1 : 0)
            .map(mark -> Coded.of(QualityMark.class, mark))
            .toList());
  }

  /** The same marks with a grade. */
  public Quality graded(Grade given) {
    return new Quality(Optional.of(given), marks);
  }

  /** The same with one more mark. */
  public Quality with(QualityMark mark) {
    return merge(marked(List.of(mark)));
  }

  /** The same without marks that tell something of a hidden number. */
  public Quality withoutMarksOfTheNumber() {
    return new Quality(
        grade,
        marks.stream()
            .filter(mark -> mark != QualityMark.BOUNDARY && mark != QualityMark.ONE_CLUSTER)
            .toList());
  }

  /** The worse grade of the two, and the marks of both. */
  public Quality merge(Quality other) {
    Set<QualityMark> all = new LinkedHashSet<>(marks);
    all.addAll(other.marks);
    return new Quality(
        Stream.of(grade, other.grade).flatMap(Optional::stream).reduce(Grade::worse),
        List.copyOf(all));
  }

  public boolean has(QualityMark mark) {
    return marks.contains(mark);
  }

  /** Whether the numbers may not be shown. */
  public boolean isHidden() {
    return grade.filter(Grade::isHidden).isPresent();
  }

  /** Why the numbers may not be shown; empty where they may. */
  public Optional<Hiding> hiding() {
    return isHidden()
        ? Optional.of(
            has(QualityMark.SECONDARY)
                ? Hiding.SECONDARY
                : has(QualityMark.IMPRECISE) ? Hiding.IMPRECISE : Hiding.FEW_INTERVIEWS)
        : Optional.empty();
  }

  /** Whether the numbers are shown with a caution. */
  public boolean isReferential() {
    return has(QualityMark.ONE_CLUSTER) || grade.filter(Grade::isReferential).isPresent();
  }

  @Override
  public String toString() {
    List<Coded> parts = new ArrayList<>(grade.stream().toList());
    parts.addAll(marks);
    return parts.stream().map(Coded::code).collect(Collectors.joining(";"));
  }
}
