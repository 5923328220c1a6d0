package org.quipu.bulletin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quipu.workbook.ResultsWorkbook;

/**
 * What lies beside the folder of the pages: the figures, for the page that shows them all, and the
 * workbook.
 *
 * @param charts the folder of the figures
 * @param figures those of the pages' language
 * @param workbook its name; empty where it has not been written
 */
record Gallery(Labels labels, Path charts, List<FigureRow> figures, Optional<String> workbook) {
  private static final String CHARTS = "charts";

  /** What is there now. */
  static Gallery beside(Path pages, Labels labels) {
    String workbook = ResultsWorkbook.fileName(labels.language());
    Path charts = pages.resolveSibling(CHARTS);

    return new Gallery(
        labels,
        charts,
        FigureList.read(charts).stream()
            .filter(row -> row.language().equals(labels.language().tag()))
            .toList(),
        Optional.of(workbook).filter(name -> Files.exists(pages.resolveSibling(name))));
  }

  boolean hasFigures() {
    return !figures.isEmpty();
  }

  /** What the index links of it. */
  void link(Map<String, Object> index) {
    if (hasFigures()) {
      index.put("gallery", file());
      index.put("figures", labels.language().count(figures.size()));
    }
    workbook.ifPresent(name -> index.put("workbook", "../" + name));
  }

  /** The file of the page of all figures. */
  String file() {
    return labels.text("gallery.file") + ".html";
  }

  /** The figures by kind, each under its heading. */
  List<PageParts.Shelf> shelves() {
    Map<FigureKind, List<PageParts.Thumbnail>> kinds = new LinkedHashMap<>();
    for (FigureRow row : figures) {
      kinds.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(thumbnail(row));
    }

    return kinds.entrySet().stream()
        .map(
            kind ->
                new PageParts.Shelf(
                    kind.getKey().code(),
                    labels.text("gallery.kind." + kind.getKey().code()),
                    kind.getValue()))
        .toList();
  }

  private PageParts.Thumbnail thumbnail(FigureRow row) {
    String years = labels.names().list(List.of(row.years().split(" ", -1)));
    String about =
        row.indicator().isEmpty()
            ? years
            : years.isEmpty()
                ? labels.indicator(row.indicator())
                : labels.text("gallery.about", labels.indicator(row.indicator()), years);

    return new PageParts.Thumbnail(
        row.title(),
        about,
        row.indicator().isEmpty() ? "" : labels.indicator(row.indicator()),
        image(row),
        files(row),
        row.width(),
        row.height());
  }

  /** The file that a browser shows; empty where the figure has none. */
  private String image(FigureRow row) {
    return formats(row).stream()
        .filter(format -> format != FigureFormat.PDF)
        .map(format -> link(format.file(row.name())))
        .findFirst()
        .orElse("");
  }

  private List<PageParts.FileLink> files(FigureRow row) {
    List<PageParts.FileLink> files = new ArrayList<>();
    formats(row)
        .forEach(
            format ->
                files.add(new PageParts.FileLink(format.name(), link(format.file(row.name())))));
    List<String> data = List.of(row.data().split(";", -1));
    for (int i = 0; i < data.size(); i++) {
      files.add(
          new PageParts.FileLink(data.size() > 1 ? "CSV " + (i + 1) : "CSV", link(data.get(i))));
    }

    return files;
  }

  /** The formats in which the figure is there. */
  private List<FigureFormat> formats(FigureRow row) {
    return Arrays.stream(FigureFormat.values())
        .filter(format -> Files.exists(charts.resolve(format.file(row.name()))))
        .toList();
  }

  private static String link(String file) {
    return "../" + CHARTS + "/" + file;
  }
}
