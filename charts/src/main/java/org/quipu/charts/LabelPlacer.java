package org.quipu.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for the labels of points so that no two labels overlap, and that they cover as few
 * points and lines as can be. Every label has the same ring of candidate places around its point,
 * near ones first; labels take turns to move to the cheapest free place until none wants to move.
 * The same input gives the same places.
 */
final class LabelPlacer {
  private static final int DIRECTIONS = 16;
  private static final double[] DISTANCES = {0, 5, 11, 19, 29, 41, 55, 71, 90, 115, 145, 180};
  private static final int MAX_TURNS = 60;
  private static final double GAP = 2;
  private static final double ON_LABEL = 1e6;
  private static final double ON_POINT = 60;
  private static final double AMBIGUOUS = 12;

  /**
   * A point that wants a label of this size.
   *
   * @param radius that the label keeps away from the point; 0 sets the label on the point itself
   */
  record Anchor(double x, double y, double radius, double width, double height) {}

  /** What a label covers beside points and other labels. */
  @FunctionalInterface
  interface Ground {
    /** The cost of this label in this box; what a step of one pixel costs is about 1. */
    double cost(int label, Rectangle2D box);
  }

  private record Candidate(Rectangle2D box, double cost) {}

  private final Rectangle2D bounds;
  private final List<Anchor> anchors;
  private final List<List<Candidate>> candidates = new ArrayList<>();
  private final List<Rectangle2D> places = new ArrayList<>();

  private LabelPlacer(Rectangle2D bounds, List<Anchor> anchors, Ground ground) {
    this.bounds = bounds;
    this.anchors = anchors;
    for (int i = 0; i < anchors.size(); i++) {
      candidates.add(candidates(i, ground));
      places.add(null);
    }
  }

  /**
   * Places the labels.
   *
   * @param bounds that no label leaves
   * @param ground what else labels had better not cover
   * @return one box a label, in the order of the anchors
   */
  static List<Rectangle2D> place(Rectangle2D bounds, List<Anchor> anchors, Ground ground) {
    return new LabelPlacer(bounds, anchors, ground).settle();
  }

  private List<Rectangle2D> settle() {
    boolean moved = true;
    for (int turn = 0; moved && turn < MAX_TURNS; turn++) {
      moved = false;
      for (int i = 0; i < anchors.size(); i++) {
        Rectangle2D best = cheapest(i);
        moved |= !best.equals(places.get(i));
        places.set(i, best);
      }
    }

    return places;
  }

  private Rectangle2D cheapest(int label) {
    Candidate best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : candidates.get(label)) {
      double cost = candidate.cost() + onLabels(label, candidate.box());
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no place for a label inside " + bounds);
    }

    return best.box();
  }

  private double onLabels(int label, Rectangle2D box) {
    double cost = 0;
    for (int other = 0; other < places.size(); other++) {
      Rectangle2D place = places.get(other);
      if (other != label && place != null) {
        double common = overlap(box, place, GAP);
        cost += common > 0 ? ON_LABEL + common : 0;
      }
    }

    return cost;
  }

  private List<Candidate> candidates(int label, Ground ground) {
    Anchor anchor = anchors.get(label);
    List<Candidate> found = new ArrayList<>();
    for (int ring = 0; ring < DISTANCES.length; ring++) {
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        Rectangle2D box = box(anchor, DISTANCES[ring], 2 * Math.PI * direction / DIRECTIONS);
        if (bounds.contains(box)) {
          double preference = direction % (DIRECTIONS / 4) == 0 ? direction / 16.0 : 1.5;
          double cost =
              1.3 * DISTANCES[ring] + preference + onPoints(anchor, box) + ground.cost(label, box);
          found.add(new Candidate(box, cost));
        }
      }
    }

    return found;
  }

  /** The box that touches the anchor's surroundings in this direction, 0 being to the right. */
  private static Rectangle2D box(Anchor anchor, double distance, double angle) {
    boolean onPoint = anchor.radius() == 0;
    double reach = onPoint ? distance : anchor.radius() + GAP + distance;
    double halfWidth = onPoint && distance == 0 ? 0 : anchor.width() / 2;
    double halfHeight = onPoint && distance == 0 ? 0 : anchor.height() / 2;
    double x = anchor.x() + Math.cos(angle) * (reach + halfWidth);
    double y = anchor.y() - Math.sin(angle) * (reach + halfHeight);

    return new Rectangle2D.Double(
        x - anchor.width() / 2, y - anchor.height() / 2, anchor.width(), anchor.height());
  }

  /**
   * Covering a point, the label's own above all, and standing nearer to another than to its own.
   */
  private double onPoints(Anchor self, Rectangle2D box) {
    double cost = 0;
    double own = distance(self, box);
    for (Anchor anchor : anchors) {
      if (anchor.radius() > 0) {
        double distance = distance(anchor, box);
        boolean another = !anchor.equals(self);
        cost += distance <= 0 ? (another ? ON_POINT : 2 * ON_POINT) : 0;
        cost += another && distance < own + GAP ? AMBIGUOUS : 0;
      }
    }

    return cost;
  }

  /** From the edge of a point to a box; zero or less where they touch. */
  private static double distance(Anchor anchor, Rectangle2D box) {
    double dx = Math.max(0, Math.abs(anchor.x() - box.getCenterX()) - box.getWidth() / 2);
    double dy = Math.max(0, Math.abs(anchor.y() - box.getCenterY()) - box.getHeight() / 2);

    return Math.hypot(dx, dy) - anchor.radius();
  }

  /** The common area of two boxes, one of them widened. */
  private static double overlap(Rectangle2D one, Rectangle2D other, double widened) {
    double width =
        Math.min(one.getMaxX() + widened, other.getMaxX())
            - Math.max(one.getX() - widened, other.getX());
    double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getY(), other.getY());

    return Math.max(0, width) * Math.max(0, height);
  }
}
