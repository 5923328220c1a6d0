package org.quipu.bulletin;

/**
 * A figure in the list {@code figures.csv} beside the figures.
 *
 * @param file the PNG, or the first format of those written; all have the same name
 * @param kind what it shows, a key
 * @param indicator its identifier; empty where there is none, or several
 * @param years of the rows that it shows, parted by blanks
 * @param source where its numbers come from, as the figure says
 * @param command that draws this figure alone
 * @param data the files with the rows that it shows, parted by {@code ;}
 * @param description what it shows, for those who cannot see it
 * @param width of the drawing in pixels; the PNG has more
 */
public record FigureRow(
    String file,
    FigureKind kind,
    String title,
    String indicator,
    String years,
    String source,
    String language,
    String command,
    String data,
    String description,
    int width,
    int height) {

  /** The name of its files, without ending. */
  String name() {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
