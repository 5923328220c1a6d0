package org.quipu.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quipu.text.Language;

/** Inputs of figures of the size and shape that ENDES gives: 25 regions with their real names. */
final class Sample {
  static final List<String> REGIONS =
      List.of(
          "Amazonas",
          "Áncash",
          "Apurímac",
          "Arequipa",
          "Ayacucho",
          "Cajamarca",
          "Callao",
          "Cusco",
          "Huancavelica",
          "Huánuco",
          "Ica",
          "Junín",
          "La Libertad",
          "Lambayeque",
          "Lima",
          "Loreto",
          "Madre de Dios",
          "Moquegua",
          "Pasco",
          "Piura",
          "Puno",
          "San Martín",
          "Tacna",
          "Tumbes",
          "Ucayali");

  // ENDES 2021 and 2024, any form, ever: the regions in the order of their codes.
  static final double[] EARLY = {
    49.6, 50.6, 64.1, 60.7, 56.3, 53.9, 59.9, 62.2, 57.9, 52.7, 49.6, 59.0, 52.8, 46.7, 56.1, 40.0,
    70.6, 58.7, 55.5, 53.9, 62.2, 52.7, 56.9, 54.8, 42.2
  };
  static final double[] LATE = {
    49.5, 53.1, 66.4, 53.2, 49.0, 35.9, 57.6, 59.3, 56.5, 48.5, 50.9, 59.2, 51.6, 49.6, 52.9, 47.8,
    57.5, 54.0, 50.6, 48.6, 59.9, 53.5, 39.6, 56.2, 39.5
  };

  private Sample() {}

  static About about(Language language, Mark... marks) {
    return new About(
        language,
        "Violencia alguna vez por el esposo o compañero",
        "Mujeres de 15 a 49 años alguna vez casadas o convivientes",
        "INEI, ENDES 2021 y 2024",
        Set.of(marks),
        Better.LOWER,
        "");
  }

  static PlottedLevel estimate(double percent, double se) {
    return new PlottedLevel(
        percent, percent - 1.96 * se, percent + 1.96 * se, PlottedLevel.Showing.SHOWN);
  }

  static List<PrevalenceFigure.Pair> pairs() {
    List<PrevalenceFigure.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < REGIONS.size(); i++) {
      pairs.add(
          new PrevalenceFigure.Pair(
              REGIONS.get(i), estimate(EARLY[i], 2 + i % 3), estimate(LATE[i], 2.4)));
    }

    return pairs;
  }

  static PrevalenceFigure.Pair nation() {
    return new PrevalenceFigure.Pair("Perú", estimate(54.9, 0.8), estimate(52, 0.749));
  }

  static List<ChangeFigure.Row> changes() {
    List<ChangeFigure.Row> rows = new ArrayList<>();
    for (int i = 0; i < REGIONS.size(); i++) {
      rows.add(new ChangeFigure.Row(REGIONS.get(i), change(LATE[i] - EARLY[i], 3 + i % 3)));
    }

    return rows;
  }

  static PlottedChange change(double points, double se) {
    PlottedChange.Verdict verdict =
        Math.abs(points) < 3 * se
            ? PlottedChange.Verdict.NO_CLEAR_CHANGE
            : points < 0 ? PlottedChange.Verdict.DECREASE : PlottedChange.Verdict.INCREASE;

    return new PlottedChange(points, points - 1.96 * se, points + 1.96 * se, verdict);
  }

  /** Keeps a figure where one can look at it, when asked by {@code -Dquipu.figures=DIR}. */
  static Figure keep(String name, Figure figure) {
    String dir = System.getProperty("quipu.figures", "");
    if (!dir.isEmpty()) {
      try {
        Files.createDirectories(Path.of(dir));
        for (Form form : Form.values()) {
          String file = name + "-" + form.code();
          Files.write(Path.of(dir, file + ".png"), figure.in(form).png());
          Files.writeString(Path.of(dir, file + ".svg"), figure.in(form).svg());
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    return figure;
  }
}
