package org.quipu.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.quipu.text.Language;

/**
 * An axis of differences, or of ratios, on which equal factors are equally long: its values are
 * then decimal logarithms, its numbers the ratios themselves. It names as many round ones as have
 * room.
 */
final class ForestAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  /** Ends of the axis that are nearer than this factor have numbers at equal steps. */
  private static final double NEAR = 3.5;

  /** Pixels between two numbers, at least. */
  private static final double GAP = 8;

  private final transient Language language;
  private final boolean ratios;

  ForestAxis(Language language, boolean ratios) {
    this.language = language;
    this.ratios = ratios;
    setTickLabelFont(Palette.LABEL);
    setTickLabelPaint(Palette.INK);
    setAxisLineVisible(false);
    setTickMarksVisible(false);
    setAutoRange(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return choices().stream()
        .map(choice -> choice.stream().map(this::tick).toList())
        .filter(ticks -> haveRoom(ticks, area, edge))
        .findFirst()
        .orElse(List.of(tick(ratios ? 1 : 0)));
  }

  /** Numbers that may be named, the most first; each choice has that of the reference. */
  private List<List<Double>> choices() {
    double low = value(getLowerBound());
    double high = value(getUpperBound());
    List<List<Double>> choices = new ArrayList<>();
    if (!ratios || high / low < NEAR) {
      for (int parts = 8; parts > 0; parts--) {
        double step = Scale.step((high - low) / parts);
        choices.add(
            DoubleStream.iterate(Math.ceil(low / step), i -> i * step <= high, i -> i + 1)
                .map(i -> i * step)
                .boxed()
                .toList());
      }
    } else {
      choices.add(decades(1, 1, 2, 5));
      choices.add(decades(1, 1, 3));
      for (int every = 1; every <= getRange().getLength(); every++) {
        choices.add(decades(every, 1));
      }
    }

    return choices;
  }

  private double value(double place) {
    return ratios ? Math.pow(10, place) : place;
  }

  /** These multiples of every so many powers of ten. */
  private List<Double> decades(int every, double... multiples) {
    int first = (int) Math.floor(getLowerBound() / every) * every;

    return DoubleStream.iterate(first, power -> power <= getUpperBound(), power -> power + every)
        .flatMap(power -> DoubleStream.of(multiples).map(each -> each * Math.pow(10, power)))
        .filter(ratio -> getRange().contains(Math.log10(ratio)))
        .boxed()
        .toList();
  }

  private NumberTick tick(double number) {
    String label = language.decimal(number, decimals(number));

    return new NumberTick(
        ratios ? Math.log10(number) : number, label, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0);
  }

  /** So many that a round number has no more digits. */
  private static int decimals(double number) {
    int decimals = 0;
    double shifted = number;
    while (Math.abs(shifted - Math.rint(shifted)) > 1e-6 * Math.abs(shifted)) {
      shifted *= 10;
      decimals++;
    }

    return decimals;
  }

  private boolean haveRoom(List<NumberTick> ticks, Rectangle2D area, RectangleEdge edge) {
    double free = Double.NEGATIVE_INFINITY;
    for (NumberTick tick : ticks) {
      double half = Lettering.width(tick.getText(), getTickLabelFont()) / 2;
      double middle = valueToJava2D(tick.getValue(), area, edge);
      if (middle - half < free) {
        return false;
      }

      free = middle + half + GAP;
    }

    return true;
  }
}
