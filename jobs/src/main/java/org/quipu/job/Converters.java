package org.quipu.job;

import org.quipu.UserException;
import org.quipu.survey.quality.QualityScheme;
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
}
