package org.quipu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.quipu.UserException;
import org.quipu.math.Adjustment;
import org.quipu.survey.quality.QualityScheme;
import org.quipu.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values that have names of their own. */
final class Converters {
  private Converters() {}

  static final class Quality implements ITypeConverter<QualityScheme> {
    @Override
    public QualityScheme convert(String name) {
      try {
        return QualityScheme.named(name);
      } catch (UserException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A folder to write to, which need not exist yet. */
  static final class OutFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      Path folder = Path.of(name);
      for (Path part = folder; part != null; part = part.getParent()) {
        if (Files.exists(part) && !Files.isDirectory(part)) {
          throw new TypeConversionException("'" + part + "' is a file; expected a folder");
        }
      }

      return folder;
    }
  }

  static final class LanguageTag implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      try {
        return Language.ofTag(tag);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class Correction implements ITypeConverter<Adjustment> {
    @Override
    public Adjustment convert(String name) {
      try {
        return Adjustment.named(name);
      } catch (UserException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
