package org.quipu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.text.Language;

class LegibilityTest {
  @ParameterizedTest
  @MethodSource("org.quipu.text.Language#all")
  void everyFigureCanBeReadInEveryForm(Language language) throws Exception {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Figure> figure : Extremes.all(language).entrySet()) {
      for (Form form : Form.values()) {
        Legibility.faults(figure.getValue(), form)
            .forEach(fault -> faults.add(figure.getKey() + ", " + form + ": " + fault));
        rowsWithoutName(figure.getValue().in(form))
            .forEach(name -> faults.add(figure.getKey() + ", " + form + ": no name " + name));
      }
    }

    assertThat(faults).isEmpty();
  }

  /** The names of rows that an axis leaves out for want of room. */
  private static List<String> rowsWithoutName(Figure figure) throws Exception {
    if (!(figure.chart().getPlot() instanceof XYPlot plot
        && plot.getRangeAxis() instanceof SymbolAxis rows)) {
      return List.of();
    }

    String words = String.join("\n", Drawn.words(figure)) + "\n";

    return Stream.of(rows.getSymbols()).filter(name -> !words.contains(name + "\n")).toList();
  }

  private static List<String> faults(Consumer<Graphics2D> drawing) {
    return Legibility.faults(
        100,
        100,
        12,
        g2 -> {
          g2.setFont(Palette.LABEL);
          g2.setPaint(Palette.INK);
          drawing.accept(g2);
        });
  }

  @Test
  void textsOutsideTheSheetAreFaults() {
    assertThat(faults(g2 -> g2.drawString("region", 80, 50)))
        .singleElement()
        .asString()
        .startsWith("outside the sheet: \"region\"");
  }

  @Test
  void textsThatAreCutAreFaults() {
    assertThat(
            faults(
                g2 -> {
                  g2.clip(new Rectangle2D.Double(10, 0, 90, 100));
                  g2.drawString("region", 5, 50);
                }))
        .singleElement()
        .asString()
        .startsWith("cut: \"region\"");
  }

  @Test
  void textsOverOthersAreFaults() {
    assertThat(
            faults(
                g2 -> {
                  g2.drawString("region", 5, 50);
                  g2.drawString("year", 40, 55);
                  g2.drawString("below", 5, 62);
                }))
        .singleElement()
        .asString()
        .startsWith("overlap: \"region\" and \"year\"");
  }

  @Test
  void smallLettersAreFaults() {
    assertThat(
            faults(
                g2 -> {
                  g2.scale(0.9, 0.9);
                  g2.drawString("region", 5, 50);
                }))
        .containsExactly("small: \"region\" has 10.8 pixels");
  }

  @Test
  void textsOfWeakContrastAreFaults() {
    // #777777 on white: 4.48, by the formula of WCAG 2.2 at webaim.org/resources/contrastchecker
    assertThat(Legibility.contrast(new Color(0x777777), Color.WHITE)).isBetween(4.475, 4.485);
    assertThat(
            faults(
                g2 -> {
                  g2.setPaint(Palette.BLUE);
                  g2.fill(new Rectangle2D.Double(0, 30, 100, 30));
                  g2.setPaint(Palette.INK);
                  g2.drawString("region", 5, 50);
                }))
        .singleElement()
        .asString()
        .startsWith("contrast: \"region\"");
  }
}
