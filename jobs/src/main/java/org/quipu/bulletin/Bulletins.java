package org.quipu.bulletin;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.charts.Typeface;
import org.quipu.file.WholeFile;
import org.quipu.store.CsvTables;
import org.quipu.store.Table;
import org.quipu.text.Language;

/**
 * The pages for the public: one a region, each a single file that needs nothing else, and an index
 * of them.
 */
public final class Bulletins {
  private final Pages pages;
  private final Configuration templates;

  private Bulletins(Pages pages) {
    this.pages = pages;
    this.templates = templates();
    templates.setSharedVariable("t", (TemplateMethodModelEx) this::text);
    templates.setSharedVariable("letters", new SimpleScalar(Typeface.rules()));
  }

  /** The bulletins about the change between two years. */
  public static Bulletins of(Evidence evidence, Language language, YearRange span) {
    return new Bulletins(new Pages(evidence, language, span));
  }

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Bulletins.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);

    return configuration;
  }

  /** {@code t("key", a, b)} in a template: the text of the page's language with its values. */
  private Object text(List<?> arguments) throws TemplateModelException {
    Object[] values = new Object[arguments.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = string(arguments.get(i + 1));
    }

    return pages.labels().text(string(arguments.get(0)), values);
  }

  private static String string(Object model) throws TemplateModelException {
    if (model instanceof TemplateScalarModel text) {
      return text.getAsString();
    }

    throw new TemplateModelException("t(…) takes strings, not " + model);
  }

  /** A region's page. */
  String page(String region) {
    return render("region.ftlh", pages.region(region));
  }

  /** The page of a region's districts. */
  String districts(String region) {
    return render("districts.ftlh", pages.districts(region));
  }

  /** The page about where to work next. */
  String targets() {
    return render("targets.ftlh", pages.targets());
  }

  /** The page about the strategy "Prevenir para proteger", with links to these regions' pages. */
  String strategy(List<String> regions) {
    return render("strategy.ftlh", pages.strategy(regions));
  }

  /** The index of these regions' pages. */
  String index(List<String> regions) {
    return render("index.ftlh", pages.index(regions));
  }

  private String render(String template, Map<String, Object> values) {
    StringWriter out = new StringWriter();
    try {
      Template page = templates.getTemplate(template);
      page.process(values, out);
    } catch (TemplateException e) {
      throw new IllegalStateException(template + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    return out.toString();
  }

  /** The changes that bulletins can be about, the default one first. */
  public static List<YearRange> spans(Evidence evidence) {
    return evidence.spans(FigureBuilder.ANY);
  }

  /**
   * The files that were written.
   *
   * @param regions a page a region
   * @param others pages that these link, and the data that those link
   * @param index the page that links all pages of regions in the folder
   */
  public record Written(List<Path> regions, List<Path> others, Path index) {}

  /**
   * Writes the pages of these regions and, last, the index into a folder. The index has the pages
   * of other regions that are in the folder, too.
   */
  public Written write(List<String> regions, Path folder) {
    List<Path> others = new ArrayList<>();
    List<String> texts = regions.parallelStream().map(this::page).toList();
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String region = regions.get(i);
      written.add(WholeFile.write(folder.resolve(pages.file(region)), texts.get(i)));
      if (pages.hasDistricts(region)) {
        others.add(WholeFile.write(folder.resolve(pages.districtsFile(region)), districts(region)));
        others.add(districtsData(region, folder));
      }
    }

    if (!others.isEmpty()) {
      others.add(districtsData(Regions.NATIONAL, folder));
    }

    if (pages.hasTargets()) {
      others.add(WholeFile.write(folder.resolve(pages.targetsFile()), targets()));
      Path data = folder.resolve(Pages.TARGETS + ".csv");
      CsvTables.write(Table.TARGETS, pages.targetRows(), data);
      others.add(data);
    }

    if (pages.hasChecks()) {
      others.add(
          WholeFile.write(
              folder.resolve(pages.checksFile()), render("checks.ftlh", pages.checks())));
    }

    List<String> there =
        Regions.codes().stream()
            .filter(region -> Files.exists(folder.resolve(pages.file(region))))
            .toList();
    if (pages.hasStrategy()) {
      others.add(WholeFile.write(folder.resolve(pages.strategyFile()), strategy(there)));
    }
    Path index = WholeFile.write(folder.resolve(pages.indexFile()), index(there));
    pages.writeData(folder);
    return new Written(written, others, index);
  }

  private Path districtsData(String region, Path folder) {
    Path file = folder.resolve(pages.districtsData(region));
    CsvTables.write(Table.DISTRICT_SERVICES, pages.districtRows(region), file);
    return file;
  }
}
