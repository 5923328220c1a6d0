package org.quipu.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.bulletin.PageFormat;
import org.quipu.job.BulletinsJob;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "bulletins",
    description = {
      "Writes a page for the public on each region: how common violence is, how it changed, what"
          + " was done to prevent it, how many people that reached.",
      "",
      "Each page is one file, DIR/bulletins/REGION.html, figures included, and the same for paper,"
          + " REGION.pdf; index links them, and those that are in the folder already. The pages"
          + " describe the latest change in the store unless --from and --to choose another."
    },
    footer = {"", "Example:", "  quipu bulletins --store store --out out --region Pasco Puno"})
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
        converter = Converters.RegionCode.class,
        description = "Regions by name or code 01-25.")
    private List<String> regions = List.of();

    @Option(names = "--all", description = "All 25 regions; the default.")
    private boolean all;
  }

  @Option(
      names = "--format",
      paramLabel = "html|pdf",
      split = ",",
      converter = Converters.PageFormatName.class,
      description = "Formats of each page, separated by commas. Default: html,pdf.")
  private List<PageFormat> formats = List.of(PageFormat.values());

  @Option(
      names = "--from",
      paramLabel = "Y",
      description = "First year of the change that the pages describe.")
  private Integer from;

  @Option(names = "--to", paramLabel = "Y", description = "Its last year.")
  private Integer to;

  @Override
  protected void run(Console console) {
    if ((from == null) != (to == null)) {
      throw wrongOption("--from and --to go together");
    }

    if (from != null && from >= to) {
      throw wrongOption("--from " + from + " is not before --to " + to);
    }

    BulletinsJob.Request request =
        new BulletinsJob.Request(
            choice.all || choice.regions.isEmpty()
                ? Regions.codes()
                : choice.regions.stream().distinct().toList(),
            from == null ? Optional.empty() : Optional.of(new YearRange(from, to)),
            output.language(),
            EnumSet.copyOf(formats),
            output.folder());
    summarise(new BulletinsJob(store.existing(), console).run(request), console);
  }

  static void summarise(BulletinsJob.Result written, Console console) {
    int bulletins = written.regions();
    console.say(
        bulletins
            + (bulletins == 1 ? " bulletin on " : " bulletins on ")
            + written.years()
            + (bulletins == 1 ? ", as " : ", each as ")
            + PageOutput.listed(written.formats())
            + ", and the index of all: "
            + written.pages().index());
  }
}
