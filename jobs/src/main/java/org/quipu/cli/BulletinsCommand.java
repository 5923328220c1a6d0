package org.quipu.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.bulletin.PageFormat;
import org.quipu.job.BulletinsJob;
import org.quipu.text.narrative.Names;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "bulletins")
final class BulletinsCommand extends BaseCommand {
  @Mixin private StoreOption store;
  @Mixin private PageOutput output;
  @ArgGroup private Choice choice = new Choice();

  /** Some regions, or all. */
  static final class Choice {
    @Option(
        names = "--region",
        paramLabel = "NAME",
        arity = "1..*",
        converter = Converters.RegionCode.class)
    private List<String> regions = List.of();

    @Option(names = "--all")
    private boolean all;
  }

  @Option(
      names = "--format",
      paramLabel = "html|pdf",
      split = ",",
      converter = Converters.PageFormatName.class)
  private List<PageFormat> formats = List.of(PageFormat.values());

  @Option(names = "--from", paramLabel = "Y")
  private Integer from;

  @Option(names = "--to", paramLabel = "Y")
  private Integer to;

  @Override
  protected void run(Console console) {
    if ((from == null) != (to == null)) {
      throw wrongOption("wrong.together", "--from", "--to");
    }

    if (from != null && from >= to) {
      throw wrongOption("wrong.not.before", from, to);
    }

    BulletinsJob.Request request =
        new BulletinsJob.Request(
            choice.all || choice.regions.isEmpty()
                ? Regions.codes()
                : choice.regions.stream().distinct().toList(),
            from == null ? Optional.empty() : Optional.of(new YearRange(from, to)),
            written(),
            EnumSet.copyOf(formats),
            output.folder());
    summarise(new BulletinsJob(store.existing(), console).run(request), console);
  }

  static void summarise(BulletinsJob.Result written, Console console) {
    console.sayText(
        "bulletins.made",
        written.regions(),
        new Names(console.language()).years(written.years()),
        PageOutput.listed(written.formats(), console),
        written.pages().index());
  }
}
