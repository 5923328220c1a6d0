package org.quipu.charts;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.quipu.text.Language;

/** Number axes: round steps, numbers written as the language writes them. */
final class Scale {
  /** Pixels between the names of years, at least. */
  private static final double GAP = 7;

  private Scale() {}

  static NumberAxis axis(Language language, String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setNumberFormatOverride(format(language));
    axis.setTickLabelFont(Palette.LABEL);
    axis.setTickLabelPaint(Palette.INK);
    axis.setLabelFont(Palette.LABEL);
    axis.setLabelPaint(Palette.SOFT_INK);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);

    return axis;
  }

  /** Sets the axis to run over these values in round steps. */
  static void fit(NumberAxis axis, double low, double high) {
    double step = step((high - low) / 8);
    axis.setAutoRange(false);
    axis.setRange(Math.floor(low / step) * step, Math.ceil(high / step) * step);
    axis.setTickUnit(new NumberTickUnit(step));
  }

  /**
   * Names no more numbers along an axis than have room.
   *
   * @param pixels that the axis is long
   * @param each that a number needs
   */
  static void thin(NumberAxis axis, double pixels, double each) {
    double least = axis.getRange().getLength() * each / Math.max(each, pixels);
    if (axis.getTickUnit().getSize() < least) {
      axis.setTickUnit(new NumberTickUnit(step(least)));
    }
  }

  /** The smallest of 1, 2, 5 times a power of ten that is no less than this. */
  static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= least * (1 - 1e-9)) {
        return times * power;
      }
    }

    return 10 * power;
  }

  /**
   * An axis of years, of which as many are named as have room, the last one always.
   *
   * @param before in years, from the left edge to the first year
   * @param after in years, from the last year to the right edge
   * @param pixels that the axis is long
   */
  static NumberAxis years(int first, int last, double before, double after, double pixels) {
    NumberAxis axis = axis(Language.ENGLISH, null);
    double length = last - first + before + after;
    int every = (int) Math.ceil((Lettering.width("2000", Palette.LABEL) + GAP) * length / pixels);
    axis.setAutoRange(false);
    axis.setRange(first - before, last + after);
    axis.setNumberFormatOverride(null);
    axis.setTickUnit(
        new NumberTickUnit(1) {
          private static final long serialVersionUID = 1L;

          @Override
          public String valueToString(double year) {
            boolean named = year >= first && year <= last && (last - year) % every == 0;

            return named ? String.valueOf(Math.round(year)) : "";
          }
        });

    return axis;
  }

  private static NumberFormat format(Language language) {
    return new NumberFormat() {
      private static final long serialVersionUID = 1L;

      @Override
      public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double whole = Math.rint(number * 1e6) / 1e6;
        int decimals = whole == Math.rint(whole) ? 0 : whole * 10 == Math.rint(whole * 10) ? 1 : 2;

        return to.append(language.decimal(whole, decimals));
      }

      @Override
      public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(language.count((double) number));
      }

      @Override
      public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("axes are only written");
      }
    };
  }
}
