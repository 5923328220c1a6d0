package org.quipu.job;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quipu.Progress;
import org.quipu.UserException;
import org.quipu.bulletin.Boundaries;
import org.quipu.bulletin.ChartSet;
import org.quipu.bulletin.Evidence;
import org.quipu.bulletin.FigureFormat;
import org.quipu.charts.Figure;
import org.quipu.charts.Form;
import org.quipu.store.Store;
import org.quipu.text.DecimalMark;
import org.quipu.text.Language;

/** Draws the figures that the tables of a store allow. */
public final class ChartsJob {
  /**
   * What is to be drawn.
   *
   * @param choice which of the figures that the store allows
   * @param boundaries outlines for maps
   * @param formats of each figure, at least one
   * @param out figures go to {@code OUT/charts}
   */
  public record Request(
      ChartSet.Choice choice,
      Boundaries boundaries,
      Language language,
      Set<FigureFormat> formats,
      Path out) {}

  /**
   * What was drawn.
   *
   * @param folder of the figures
   * @param figures their names, each that of a file for each format and of the rows that it shows
   * @param formats of each
   * @param withoutChange the indicators asked for of which the store holds no change to draw
   * @param lacksDistricts whether maps of districts are not drawn for want of their outlines
   */
  public record Result(
      Path folder,
      List<String> figures,
      Set<FigureFormat> formats,
      List<String> withoutChange,
      boolean lacksDistricts) {}

  /**
   * One figure.
   *
   * @param description what it shows, for those who cannot see it
   * @param image with two pixels for one of the drawing
   * @param svg an SVG file that can stand in one page with those of other figures
   */
  public record Drawn(String title, String description, BufferedImage image, String svg) {}

  private final Store store;
  private final Progress progress;

  public ChartsJob(Store store, Progress progress) {
    this.store = store;
    this.progress = progress;
  }

  public Result run(Request request) {
    Path folder = request.out.resolve("charts");
    Evidence evidence = Evidence.of(store);
    return new Result(
        folder,
        ChartSet.of(evidence, request.language, request.choice, request.boundaries)
            .write(
                folder,
                request.formats,
                (figure, form) -> command(request, figure, form),
                progress),
        request.formats,
        ChartSet.withoutChange(evidence, request.choice.indicators()),
        ChartSet.lacksDistricts(evidence, request.boundaries));
  }

  /** The names of the usual figures that the tables allow, in the language. */
  public List<String> names(Language language) {
    return chosen(List.of(), language).names();
  }

  /**
   * Draws one figure, and writes nothing.
   *
   * @param name that of its files, in the language
   * @throws UserException if the tables allow none of this name
   */
  public Drawn draw(String name, Language language) {
    Figure figure =
        chosen(List.of(name), language)
            .figure(name)
            .orElseThrow(
                () ->
                    UserException.input(
                        store.location(),
                        "no rows for the figure " + name,
                        "those of the tables that it shows",
                        "Make them with: quipu run"));
    return new Drawn(figure.title(), figure.description(), figure.image(), figure.svg(name));
  }

  private ChartSet chosen(List<String> names, Language language) {
    return ChartSet.of(
        Evidence.of(store), language, new ChartSet.Choice(List.of(), names), Boundaries.shipped());
  }

  /** The command line that draws one figure as this request does, into a folder {@code out}. */
  private String command(Request request, String figure, Form form) {
    List<String> words =
        new ArrayList<>(List.of("quipu", "charts", "--store", store.location(), "--out", "out"));
    words.addAll(List.of("--figure", figure, "--language", request.language.tag()));
    if (form != Form.WIDE) {
      words.addAll(List.of("--form", form.code()));
    }
    if (request.language.mark() == DecimalMark.COMMA) {
      words.addAll(List.of("--decimal", "comma"));
    }
    List<Path> files = request.boundaries.files();
    if (!files.isEmpty()) {
      words.add("--boundaries");
      files.forEach(file -> words.add(file.toString()));
    }

    return ShellWords.line(words);
  }
}
