package org.quipu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quipu.Regions;
import org.quipu.YearRange;
import org.quipu.bulletin.RegionChoice;
import org.quipu.job.BulletinsJob;
import org.quipu.store.Store;
import org.quipu.text.Language;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "bulletins",
    description = {
      "Writes a page a region for the public: how common violence is, how it changed, what was done to prevent it, how far that reached.",
      "",
      "Each page is one file, DIR/bulletins/REGION.html, figures and all, and prints on A4; index.html links them. The pages tell of the latest change in the store unless --from and --to choose another."
    },
    footer = {"", "Example:", "  quipu bulletins --store store --out out --region Pasco Puno"})
final class BulletinsCommand extends BaseCommand {
  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The store.")
  private String store;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = Converters.OutFolder.class,
      required = true,
      description = "Pages go to DIR/bulletins.")
  private Path out;

  @ArgGroup private Choice choice = new Choice();

  /** Some regions, or all. */
  static final class Choice {
    @Option(
        names = "--region",
        paramLabel = "NAME",
        arity = "1..*",
        description = "Regions by name or code 01-25.")
    private List<String> regions = List.of();

    @Option(names = "--all", description = "All 25 regions; so it is without --region too.")
    private boolean all;
  }

  @Option(
      names = "--from",
      paramLabel = "Y",
      description = "First year of the change that the pages tell of.")
  private Integer from;

  @Option(names = "--to", paramLabel = "Y", description = "Its last year.")
  private Integer to;

  @Option(
      names = "--language",
      paramLabel = "L",
      description = "Language of the pages: es, en. Default: es.",
      converter = Converters.LanguageTag.class)
  private Language language = Language.SPANISH;

  @Override
  protected void run(Console console) {
    if ((from == null) != (to == null)) {
      throw wrongOption("--from and --to go together");
    }

    List<String> regions =
        choice.all || choice.regions.isEmpty() ? Regions.codes() : RegionChoice.of(choice.regions);
    Optional<YearRange> span =
        from == null ? Optional.empty() : Optional.of(new YearRange(from, to));
    summarise(
        new BulletinsJob(Store.existing(store))
            .run(new BulletinsJob.Request(language, regions, span), out),
        console);
  }

  static void summarise(BulletinsJob.Result written, Console console) {
    console.say(
        written.pages().size()
            - 1
            + " bulletins on "
            + written.years()
            + ", and their index: "
            + written.index());
  }
}
