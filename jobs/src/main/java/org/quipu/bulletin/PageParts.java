package org.quipu.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quipu.charts.Figure;

/**
 * The parts of a page, written out in its language. Public because the template engine sees public
 * types only.
 */
public final class PageParts {
  private PageParts() {}

  /** The figures of a kind. */
  public record Shelf(String code, String heading, List<Thumbnail> figures) {}

  /**
   * A figure among all.
   *
   * @param about its indicator and years
   * @param indicator empty where it has none, or several
   * @param image the file to show; empty where there is none that browsers show
   */
  public record Thumbnail(
      String title,
      String about,
      String indicator,
      String image,
      List<FileLink> files,
      int width,
      int height) {}

  /** A file by what it is, such as {@code PNG}. */
  public record FileLink(String name, String file) {}

  /**
   * A figure of a page.
   *
   * @param name that no other of the page has
   * @param data the files with the rows that it shows
   */
  public record Shown(String name, Figure figure, List<String> data) {
    /** The drawing as elements of the page, one a form. */
    public String svg() {
      return figure.svgElements(name);
    }

    /** The height of the drawing in pixels. */
    public int height() {
      return figure.height();
    }

    /**
     * The drawing in one piece where a page has room for it, in pieces of some lines otherwise.
     *
     * @param page pixels of height that a page has
     */
    public List<Piece> pieces(int page) {
      List<Integer> ends = new ArrayList<>(height() > page ? figure.cuts(page / 16) : List.of());
      ends.add(height());
      List<Piece> pieces = new ArrayList<>();
      int from = 0;
      for (int end : ends) {
        pieces.add(new Piece(from, end - from));
        from = end;
      }

      return pieces;
    }
  }

  /**
   * A part of a drawing, over its whole width.
   *
   * @param from pixels from the top of the drawing
   * @param height in pixels
   */
  public record Piece(int from, int height) {
    /** Whether it begins the drawing. */
    public boolean first() {
      return from == 0;
    }
  }

  /** The figures that a page on paper has, by name. */
  public static final class Drawings {
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    Drawings() {}

    /** Takes a figure and returns its name. */
    public String add(Shown shown) {
      figures.put(shown.name(), shown.figure());

      return shown.name();
    }

    Map<String, Figure> figures() {
      return figures;
    }
  }

  /**
   * One level: {@code 65.4 %}, its interval, its year.
   *
   * @param between the interval in words: {@code entre 64.2 y 66.6 %}
   */
  public record Level(String year, String percent, String interval, String between) {}

  /**
   * A place's two levels and what came between them.
   *
   * @param tone the verdict's name, which says how it is dressed
   */
  public record Comparison(
      String place,
      Level from,
      Level to,
      String points,
      String relative,
      String verdict,
      String tone) {}

  /** One indicator in the region, such as a form of violence, with the country's later level. */
  public record Form(
      String name,
      Level from,
      Level to,
      String points,
      String relative,
      String verdict,
      String tone,
      Level nation) {}

  /**
   * Groups of women told apart by one thing, such as their age.
   *
   * @param name of what tells them apart
   */
  public record Groups(String name, List<Group> groups) {}

  /** A group's level in the region and in the country. */
  public record Group(String name, Level region, Level nation) {}

  /**
   * The answer to a question of association.
   *
   * @param about the indicator
   * @param detail the answer in numbers
   */
  public record Answer(String about, String answer, String detail) {}

  /** A region compared with others. */
  public record Pairs(String name, List<Pair> pairs) {}

  /**
   * A region compared with another.
   *
   * @param difference of the first less the other, in points, with its interval
   * @param tone of the verdict
   */
  public record Pair(String other, String difference, String tone, String verdict) {}

  /** A word and what it means here. */
  public record Meaning(String word, String meaning) {}

  /**
   * One strategy with its interventions.
   *
   * @param sources of the figures
   * @param published whether none of the figures is synthetic
   */
  public record Strategy(
      String name,
      String aim,
      List<Intervention> interventions,
      List<String> sources,
      boolean published) {}

  /**
   * One intervention.
   *
   * @param records its figures in words
   */
  public record Intervention(String name, String aim, List<Records> records) {}

  /** The figures of one year in words. */
  public record Records(String year, List<String> lines) {}

  /**
   * What the services' records say of one year.
   *
   * @param months that they cover where the year is not whole
   * @param districts with a service
   */
  public record ServiceYear(
      String year,
      String months,
      String informed,
      String actions,
      String districts,
      String cases) {}

  /** One measure of coverage, of the region and of the country. */
  public record Coverage(
      String measure, String years, String region, String nation, String denominator) {}

  /** One objective of a strategy. */
  public record Objective(String aim, String result, List<String> programs) {}

  /**
   * The strategy against sexual violence towards children and adolescents, where it works.
   *
   * @param effect what an event study of its regions says; empty where there is none
   */
  public record Protection(
      String place,
      String launch,
      List<Objective> objectives,
      List<String> facts,
      String effect,
      String source) {}

  /**
   * A district.
   *
   * @param service which there is, and since when
   * @param without whether there is none
   */
  public record District(
      String name,
      String province,
      String people,
      String service,
      boolean without,
      String informed,
      String cases) {}

  /**
   * An area as a model estimates it.
   *
   * @param interviews how many it has
   * @param ranks from the best to the worst that it may have
   */
  public record AreaEstimate(
      String name, String percent, String interval, String interviews, String ranks) {}

  /**
   * An area to work in.
   *
   * @param rank by women affected
   * @param coverage women informed, percent of the women of 15 to 49 years
   * @param distance to the next service, km; empty where not known
   * @param sure how likely it belongs to the best list, in words
   */
  public record Target(
      String rank,
      String name,
      String region,
      String affected,
      String affectedInterval,
      String prevalence,
      String prevalenceInterval,
      String coverage,
      String services,
      String distance,
      String sure) {}

  /** A name that leads to a file; the file is empty where it leads nowhere. */
  public record Link(String name, String file) {}

  /**
   * The checks of the estimates of one level.
   *
   * @param indicators one a column
   */
  public record Checks(
      String heading, String summary, List<String> indicators, List<Check> checks) {}

  /**
   * A check, with a value for each indicator.
   *
   * @param should what a value should be; empty where nothing is said
   */
  public record Check(String name, List<Value> values, String should) {}

  /**
   * A value.
   *
   * @param doubtful whether it is outside the bounds within which it raises no doubt
   */
  public record Value(String text, boolean doubtful) {}

  /** A service that helps, what it gives, and where that is known from. */
  public record Help(String name, String what, String source) {}

  /** A verdict's sign and its words. */
  public record Verdict(String tone, String words) {}

  /** The map by which a reader chooses a region, in pixels. */
  public record Chooser(int width, int height, List<Place> places) {}

  /**
   * A region on the map.
   *
   * @param file of its page; empty where it has none
   * @param outline as SVG writes it
   * @param x of its middle
   * @param radius of a circle that makes it large enough to be touched; empty where it is
   * @param named whether its name fits
   */
  public record Place(
      String name,
      String file,
      String tone,
      String verdict,
      String outline,
      String x,
      String y,
      String radius,
      boolean named) {}

  /**
   * One line of the index.
   *
   * @param order the numbers by which a reader may sort the first level, the later one and the
   *     change; empty where they are not shown
   * @param protection whether the region has a part in the strategy "Prevenir para proteger"
   */
  public record Entry(
      String name,
      String file,
      Level from,
      Level to,
      String points,
      String verdict,
      String tone,
      List<String> order,
      boolean protection) {}
}
