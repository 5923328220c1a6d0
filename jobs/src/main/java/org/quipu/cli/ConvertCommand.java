package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import org.quipu.UserException;
import org.quipu.job.ConvertJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "convert")
final class ConvertCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "file", arity = "1..*")
  private List<String> files;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true)
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "parquet|csv",
      defaultValue = "parquet",
      converter = FormatName.class)
  private ConvertJob.Format format;

  static final class FormatName implements ITypeConverter<ConvertJob.Format> {
    @Override
    public ConvertJob.Format convert(String name) {
      return Converters.oneOf(ConvertJob.Format.values(), ConvertJob.Format::extension, name);
    }
  }

  @Override
  protected void run(Console console) {
    ConvertJob.Result result =
        new ConvertJob(
                copy ->
                    console.sayText(
                        "convert.made",
                        copy.source(),
                        console.language().count(copy.rows()),
                        copy.file()))
            .run(new ConvertJob.Request(files, folder, format));
    List<String> failures = result.failures();
    if (!failures.isEmpty()) {
      String reasons = String.join(System.lineSeparator(), failures);
      int all = failures.size() + result.copies().size();
      throw new UserException(
          all == 1
              ? reasons
              : failures.size()
                  + " of "
                  + all
                  + " tables were not converted."
                  + System.lineSeparator()
                  + reasons);
    }
  }
}
