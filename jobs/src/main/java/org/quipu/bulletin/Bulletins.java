package org.quipu.bulletin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quipu.Notice;
import org.quipu.Progress;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.file.WholeFile;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.text.Language;

/**
 * The pages for the public: one a region, each a single file that needs nothing else, and an index
 * of them; for the screen, for paper, or both.
 */
public final class Bulletins {
  private final Evidence evidence;
  private final Pages pages;
  private final PageTemplates templates;

  private Bulletins(Evidence evidence, Pages pages) {
    this.evidence = evidence;
    this.pages = pages;
    this.templates = new PageTemplates(pages.labels());
  }

  /** The bulletins about the change between two years. */
  public static Bulletins of(Evidence evidence, Language language, YearRange span) {
    return new Bulletins(evidence, new Pages(evidence, language, span));
  }

  /** The changes that bulletins can be about, the default one first. */
  public static List<YearRange> spans(Evidence evidence) {
    return evidence.spans(FigureBuilder.ANY);
  }

  /** A region's page. */
  String page(String region) {
    return templates.html("region.ftlh", pages.region(region));
  }

  /** The page about the strategy "Prevenir para proteger", with links to these regions' pages. */
  String strategy(List<String> regions) {
    return templates.html("strategy.ftlh", pages.strategy(regions));
  }

  /** The page with all regions beside each other. */
  String regions() {
    return templates.html("regions.ftlh", pages.regions());
  }

  /** The page about the associations of prevention with violence. */
  String associations() {
    return templates.html("associations.ftlh", pages.associations(noGallery()));
  }

  /** The index of these regions' pages. */
  String index(List<String> regions) {
    return templates.html("index.ftlh", pages.index(regions, noGallery()));
  }

  private Gallery noGallery() {
    return new Gallery(pages.labels(), Path.of(""), List.of(), Optional.empty());
  }

  /**
   * The files that were written.
   *
   * @param regions a page a region and format
   * @param others pages that these link, and the data that those link
   * @param index the page that links all pages of regions in the folder
   */
  public record Written(List<Path> regions, List<Path> others, Path index) {}

  /**
   * Writes the pages of these regions and, last, the index into a folder. The index has the pages
   * of other regions that are in the folder, too.
   *
   * @param formats at least one
   */
  public Written write(List<String> regions, Set<PageFormat> formats, Path folder) {
    return write(regions, formats, folder, Progress.silent());
  }

  /** The same, saying how far it is. */
  public Written write(
      List<String> regions, Set<PageFormat> formats, Path folder, Progress progress) {
    Batch bulletins =
        new Batch(formats, folder, progress.steps(Notice.of("steps.pages"), regions.size()));
    Batch others = new Batch(formats, folder, () -> {});
    Gallery gallery = Gallery.beside(folder.toAbsolutePath(), pages.labels());
    for (String region : regions) {
      bulletins.page("region.ftlh", pages.file(region), () -> pages.region(region));
      if (pages.hasDistricts(region)) {
        others.page("districts.ftlh", pages.districtsFile(region), () -> pages.districts(region));
        others.table(
            Table.DISTRICT_SERVICES, pages.districtsData(region), pages.districtRows(region));
      }
    }
    if (regions.stream().anyMatch(pages::hasDistricts)) {
      others.table(
          Table.DISTRICT_SERVICES,
          pages.districtsData(Regions.NATIONAL),
          pages.districtRows(Regions.NATIONAL));
    }
    if (pages.hasTargets()) {
      others.page("targets.ftlh", pages.targetsFile(), pages::targets);
      others.table(Table.TARGETS, Pages.TARGETS + ".csv", pages.targetRows());
    }
    if (pages.hasChecks()) {
      others.page("checks.ftlh", pages.checksFile(), pages::checks);
    }
    others.page("regions.ftlh", pages.comparedFile(), pages::regions);
    if (pages.hasAssociations()) {
      others.page("associations.ftlh", pages.associationsFile(), () -> pages.associations(gallery));
    }
    List<Path> written = bulletins.run();
    Batch last = new Batch(formats, folder, () -> {});
    List<String> there = there(folder);
    if (pages.hasStrategy()) {
      others.page("strategy.ftlh", pages.strategyFile(), () -> pages.strategy(there));
    }
    if (gallery.hasFigures()) {
      String page = templates.html("gallery.ftlh", pages.gallery(gallery));
      WholeFile.write(folder.resolve(gallery.file()), page);
    }
    last.page("index.ftlh", pages.indexFile(), () -> pages.index(there, gallery));

    Written all = new Written(written, others.run(), last.run().get(0));
    pages.writeData(folder);
    new Twins(pages.labels().language())
        .link(
            Stream.of(all.regions, all.others, List.of(all.index)).flatMap(List::stream).toList());

    return all;
  }

  /** The regions of which there is a page. */
  private List<String> there(Path folder) {
    return Regions.codes().stream()
        .filter(
            region ->
                Arrays.stream(PageFormat.values())
                    .anyMatch(
                        format -> Files.exists(folder.resolve(format.file(pages.file(region))))))
        .toList();
  }

  /** Files to write, which wait for no other and are written on all cores. */
  private final class Batch {
    private final Set<PageFormat> formats;
    private final Path folder;
    private final Runnable step;
    private final List<Supplier<List<Path>>> parts = new ArrayList<>();

    /**
     * @param step to be run for each page or table that is written
     */
    Batch(Set<PageFormat> formats, Path folder, Runnable step) {
      this.formats = formats;
      this.folder = folder;
      this.step = step;
    }

    void page(String template, String file, Supplier<Map<String, Object>> values) {
      parts.add(
          () -> {
            Map<String, Object> page = new HashMap<>(values.get());
            if (formats.contains(PageFormat.PDF)) {
              page.put("pdf", PageFormat.PDF.file(file));
            }

            return formats.stream()
                .sorted()
                .map(
                    format ->
                        WholeFile.write(
                            folder.resolve(format.file(file)), bytes(format, template, page)))
                .toList();
          });
    }

    private byte[] bytes(PageFormat format, String template, Map<String, Object> page) {
      return switch (format) {
        case HTML -> templates.html(template, page).getBytes(StandardCharsets.UTF_8);
        case PDF -> templates.pdf(template, page, evidence.made());
      };
    }

    <R extends Record> void table(Table<R> table, String file, List<R> rows) {
      parts.add(
          () -> {
            Path path = folder.resolve(file);
            CsvTables.write(table, rows, path);

            return List.of(path);
          });
    }

    List<Path> run() {
      return parts.parallelStream()
          .map(
              part -> {
                List<Path> written = part.get();
                step.run();

                return written;
              })
          .flatMap(List::stream)
          .toList();
    }
  }
}
