package org.quipu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.quipu.Coded;
import org.quipu.Regions;
import org.quipu.UserException;
import org.quipu.YearRange;
import org.quipu.bulletin.FigureFormat;
import org.quipu.bulletin.PageFormat;
import org.quipu.charts.Form;
import org.quipu.endes.Dimensions;
import org.quipu.endes.Indicator;
import org.quipu.endes.Weighting;
import org.quipu.file.HadoopSettings;
import org.quipu.file.RemoteCopies;
import org.quipu.math.Adjustment;
import org.quipu.smallarea.MseFormula;
import org.quipu.study.Equity;
import org.quipu.survey.GroupTest;
import org.quipu.survey.PovertyLine;
import org.quipu.survey.contrast.Expression;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.target.Maximised;
import org.quipu.text.DecimalMark;
import org.quipu.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Option values that are names of something. A name that is none makes the command line wrong, in
 * every command alike, and the message says which there are.
 */
final class Converters {
  private Converters() {}

  private static <T> T known(Supplier<T> value) {
    try {
      return value.get();
    } catch (UserException | IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** That of these values which has the name. */
  static <T> T oneOf(T[] values, Function<T, String> nameOf, String name) {
    return Arrays.stream(values)
        .filter(value -> nameOf.apply(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is none of %s"
                        .formatted(
                            name,
                            Arrays.stream(values).map(nameOf).collect(Collectors.joining(", ")))));
  }

  /** A form of figures. */
  static final class FormName implements ITypeConverter<Form> {
    @Override
    public Form convert(String name) {
      return oneOf(Form.values(), Form::code, name);
    }
  }

  /** An indicator of {@code data/indicators.yaml}. */
  static final class IndicatorName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      return known(() -> Indicator.of(name).name());
    }
  }

  /** A region by name or code, as its code. */
  static final class RegionCode implements ITypeConverter<String> {
    @Override
    public String convert(String nameOrCode) {
      return known(() -> Regions.of(nameOrCode));
    }
  }

  /** A table of domains of ENDES, such as {@code region:residence}. */
  static final class DomainTableName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      return known(() -> String.join(":", Dimensions.of(name)));
    }
  }

  static final class Quality implements ITypeConverter<QualityScheme> {
    @Override
    public QualityScheme convert(String name) {
      return known(() -> QualityScheme.named(name));
    }
  }

  static final class Weight implements ITypeConverter<Weighting> {
    @Override
    public Weighting convert(String code) {
      return known(() -> Coded.of(Weighting.class, code));
    }
  }

  static final class MaximisedName implements ITypeConverter<Maximised> {
    @Override
    public Maximised convert(String code) {
      return known(() -> Coded.of(Maximised.class, code));
    }
  }

  /** A need that weighs women. */
  static final class NeedName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      return known(() -> new Equity(name, 1).need());
    }
  }

  static final class MseName implements ITypeConverter<MseFormula> {
    @Override
    public MseFormula convert(String code) {
      return known(() -> Coded.of(MseFormula.class, code));
    }
  }

  static final class LanguageTag implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return known(() -> Language.ofTag(tag));
    }
  }

  static final class FigureFormatName implements ITypeConverter<FigureFormat> {
    @Override
    public FigureFormat convert(String name) {
      return oneOf(FigureFormat.values(), FigureFormat::code, name);
    }
  }

  static final class DecimalMarkName implements ITypeConverter<DecimalMark> {
    @Override
    public DecimalMark convert(String name) {
      return oneOf(DecimalMark.values(), mark -> mark.name().toLowerCase(Locale.ROOT), name);
    }
  }

  static final class PageFormatName implements ITypeConverter<PageFormat> {
    @Override
    public PageFormat convert(String name) {
      return oneOf(PageFormat.values(), PageFormat::code, name);
    }
  }

  /** A year, or its first and last joined by a hyphen. */
  static final class Period implements ITypeConverter<YearRange> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

    @Override
    public YearRange convert(String text) {
      Matcher years = FORM.matcher(text);
      if (years.matches()) {
        int from = Integer.parseInt(years.group(1));
        int to = years.group(2) == null ? from : Integer.parseInt(years.group(2));
        if (from <= to) {
          return new YearRange(from, to);
        }
      }

      throw new TypeConversionException(
          "'" + text + "' is no period; expected a year, or two as in 2017-2019");
    }
  }

  static final class Correction implements ITypeConverter<Adjustment> {
    @Override
    public Adjustment convert(String name) {
      return known(() -> Adjustment.named(name));
    }
  }

  /** A file or folder to read, on any file system that Hadoop knows. */
  static final class Input implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      return known(() -> RemoteCopies.input(name));
    }
  }

  /** A file to write to. */
  static final class OutFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      int folder = name.lastIndexOf('/') + 1;
      Path out = known(() -> RemoteCopies.output(name.substring(0, folder)));
      return out.resolve(name.substring(folder));
    }
  }

  /** A folder to write to, which need not exist yet. */
  static final class OutFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      Path folder = known(() -> RemoteCopies.output(name));
      for (Path part = folder; part != null; part = part.getParent()) {
        if (Files.exists(part) && !Files.isDirectory(part)) {
          throw new TypeConversionException("'" + part + "' is a file; expected a folder");
        }
      }

      return folder;
    }
  }

  /** A time such as 30s, 10m, 2h or 1d. */
  static final class Time implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no time; expected a number with s, m, h or d, such as 10m");
      }

      String number = form.group(1) + form.group(2).toUpperCase(Locale.ROOT);
      return Duration.parse(form.group(2).equals("d") ? "P" + number : "PT" + number);
    }
  }

  /** The folder of a store, on any file system that Hadoop knows; it need not exist yet. */
  static final class StoreFolder implements ITypeConverter<String> {
    /** What Spark reads as a pattern of several names. */
    private static final Pattern SEVERAL = Pattern.compile("[{}\\[\\]*?\\\\]");

    @Override
    public String convert(String name) {
      if (name.isBlank() || name.indexOf('\0') >= 0) {
        throw new TypeConversionException("no folder; expected its name");
      }
      if (SEVERAL.matcher(name).find()) {
        throw new TypeConversionException(
            "'" + name + "' could stand for several folders; choose a name without {}[]*?\\");
      }

      try {
        String scheme = new org.apache.hadoop.fs.Path(name).toUri().getScheme();
        if (scheme != null) {
          FileSystem.getFileSystemClass(scheme, HadoopSettings.configuration());
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + name + "' is no folder's name");
      } catch (IOException e) {
        throw new TypeConversionException(
            "'" + name + "': no such kind of file system here; is its library among Spark's jars?");
      }

      return name;
    }
  }

  /** A poverty line: an amount, or a share of the median such as 60%. */
  static final class Line implements ITypeConverter<PovertyLine> {
    @Override
    public PovertyLine convert(String line) {
      return known(() -> PovertyLine.parse(line));
    }
  }

  /** What is compared between groups. */
  static final class GroupTestName implements ITypeConverter<GroupTest> {
    @Override
    public GroupTest convert(String code) {
      return known(() -> Coded.of(GroupTest.class, code));
    }
  }

  /** A function of estimates. */
  static final class ExpressionText implements ITypeConverter<Expression> {
    @Override
    public Expression convert(String text) {
      return known(() -> Expression.of(text));
    }
  }
}
