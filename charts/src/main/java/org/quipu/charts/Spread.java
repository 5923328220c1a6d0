package org.quipu.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels along a line as little as keeps them apart. */
final class Spread {
  private Spread() {}

  /** Labels that touch move together, around the mean of where they want to be. */
  private static final class Block {
    private double sum;
    private int count;

    double start(double gap) {
      return sum / count - (count - 1) * gap / 2;
    }
  }

  /**
   * The places nearest to the wanted ones, in the order of those, with a distance between any two
   * (the least squares of the moves, by pooling adjacent violators).
   *
   * @param gap between two neighbours, at least
   * @param low no place is under it, where there is room
   * @param high no place is over it
   */
  static double[] apart(double[] wanted, double gap, double low, double high) {
    List<Integer> order =
        IntStream.range(0, wanted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .toList();
    List<Block> blocks = new ArrayList<>();
    for (int i : order) {
      Block block = new Block();
      block.sum = wanted[i];
      block.count = 1;
      blocks.add(block);
      while (blocks.size() > 1) {
        Block last = blocks.get(blocks.size() - 1);
        Block before = blocks.get(blocks.size() - 2);
        if (before.start(gap) + before.count * gap <= last.start(gap)) {
          break;
        }
        before.sum += last.sum;
        before.count += last.count;
        blocks.remove(blocks.size() - 1);
      }
    }

    double[] places = new double[wanted.length];
    int at = 0;
    for (Block block : blocks) {
      for (int k = 0; k < block.count; k++) {
        places[order.get(at++)] = block.start(gap) + k * gap;
      }
    }

    return inside(places, order, gap, low, high);
  }

  private static double[] inside(
      double[] places, List<Integer> order, double gap, double low, double high) {
    double[] moved = Arrays.copyOf(places, places.length);
    double most = high;
    for (int k = order.size() - 1; k >= 0; k--) {
      moved[order.get(k)] = Math.min(moved[order.get(k)], most);
      most = moved[order.get(k)] - gap;
    }
    double least = low;
    for (int i : order) {
      moved[i] = Math.max(moved[i], least);
      least = moved[i] + gap;
    }

    return moved;
  }
}
