package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.quipu.UserException;
import org.quipu.job.ConvertJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = {
      "Converts SPSS (.sav, .zsav), Stata (.dta), delimited text and Parquet, alone or in zips and"
          + " folders, to Parquet or CSV. Starts no Spark.",
      "Values are codes, not labels; values declared missing are null or empty; dates and times are"
          + " ISO 8601. Labels stay in the footer of the Parquet file"
          + " (org.quipu.table, JSON, and Spark's own column metadata): quipu describe shows them."
    },
    footer = {
      "",
      "Example:",
      "  quipu convert 786-Modulo1637.zip REC0111.sav --to parquet",
    })
final class ConvertCommand extends BaseCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, zips or folders of them.")
  private List<String> files;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "The folder for DIR/NAME.parquet or DIR/NAME.csv of each NAME.sav.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "parquet|csv",
      defaultValue = "parquet",
      converter = FormatName.class,
      description = "Default: ${DEFAULT-VALUE}.")
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
                    console.say(
                        String.format(
                            Locale.ROOT,
                            "%s: %,d rows -> %s",
                            copy.source(),
                            copy.rows(),
                            copy.file())))
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
