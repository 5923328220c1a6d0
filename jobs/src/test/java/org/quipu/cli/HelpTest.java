package org.quipu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quipu.Notice;
import org.quipu.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  private static final int WIDTH = 80;

  static Stream<String> commands() {
    return CommandLines.line(Language.ENGLISH).getSubcommands().keySet().stream();
  }

  /** Picocli formats descriptions and writes to the process's own error stream where it cannot. */
  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandIsPrintedWithoutAWarning(String command) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    CommandRun english;
    CommandRun spanish;
    try {
      System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
      english = CommandRun.of(command, "--help").succeeds();
      spanish = CommandRun.of(command, "--help", "--language", "es").succeeds();
    } finally {
      System.setErr(before);
    }

    assertThat(english.out()).startsWith("Usage: quipu " + command).doesNotContain("%%");
    assertThat(spanish.out())
        .startsWith("Uso: quipu " + command)
        .doesNotContain("%%", " Default: ", "Show ", "Example");
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("picocli");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noLineOfHelpIsWiderThanATerminalButForWordsThatFitInNone(String command) {
    for (String tag : List.of("en", "es")) {
      CommandLine line = CommandLines.line(Language.ofTag(tag)).setUsageHelpAutoWidth(false);
      line.setUsageHelpWidth(WIDTH);

      assertThat(line.getSubcommands().get(command).getUsageMessage().lines())
          .as(command)
          .allMatch(text -> text.length() <= WIDTH);
    }
  }

  @Test
  void everyCommandAndOptionHasATextOfItsOwnInBothLanguages() {
    Map<String, List<String>> english = texts(Language.ENGLISH);
    Map<String, List<String>> spanish = texts(Language.SPANISH);

    assertThat(english.keySet()).isEqualTo(spanish.keySet()).hasSizeGreaterThan(250);
    english.forEach(
        (name, text) ->
            assertThat(spanish.get(name))
                .as(name)
                .isNotEmpty()
                .isNotEqualTo(text)
                .noneMatch(String::isBlank));
    assertThat(english.values()).allSatisfy(text -> assertThat(text).isNotEmpty());
  }

  /** The description of each command, option and parameter, by its command and name. */
  private static Map<String, List<String>> texts(Language language) {
    CommandLine root = CommandLines.line(language);
    Map<String, List<String>> texts = new TreeMap<>();
    List<CommandLine> lines = new ArrayList<>(root.getSubcommands().values());
    lines.add(root);
    for (CommandLine line : lines) {
      CommandSpec command = line.getCommandSpec();
      String name = command.qualifiedName();
      texts.put(name, List.of(command.usageMessage().description()));
      for (ArgSpec argument : command.args()) {
        texts.put(name + " " + argument, List.of(argument.description()));
      }
    }

    return texts;
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    ResourceBundle english = Terminal.help(Language.ENGLISH);

    assertThat(Terminal.help(Language.SPANISH).keySet()).isEqualTo(english.keySet());
    assertThat(Terminal.texts(Language.SPANISH).keys())
        .isEqualTo(Terminal.texts(Language.ENGLISH).keys());
    assertThat(Notice.texts(Language.SPANISH).keys())
        .isEqualTo(Notice.texts(Language.ENGLISH).keys());
  }

  /** Every text of help belongs to a command or an option that there is. */
  @Test
  void noTextIsLeftOver() {
    CommandLine root = CommandLines.line(Language.ENGLISH);
    assertThat(Terminal.help(Language.ENGLISH).keySet())
        .filteredOn(key -> key.startsWith("quipu.") && !key.startsWith("quipu.usage."))
        .allSatisfy(
            key -> {
              String[] parts = key.split("\\.", 3);
              CommandLine command = root.getSubcommands().get(parts[1]);
              assertThat(command).as(key).isNotNull();
              assertThat(
                      parts[2].startsWith("usage.")
                          || command.getCommandSpec().findOption("--" + parts[2]) != null
                          || command.getCommandSpec().positionalParameters().stream()
                              .anyMatch(one -> parts[2].equals(one.descriptionKey())))
                  .as(key)
                  .isTrue();
            });
  }

  /** As gettext reads LANGUAGE, LC_ALL and LANG; Java's own word last. */
  @ParameterizedTest
  @CsvSource({
    ", , , , en",
    ", , es_PE.UTF-8, , es",
    ", en_US.UTF-8, es_PE.UTF-8, , en",
    "qu:es, en_US.UTF-8, en_US, , es",
    ", , fr_FR.UTF-8, es, en",
    ", C, es_PE, , en",
    ", , , es, es",
    ", , est_EE, , en"
  })
  void theLanguageOfTheSystem(
      String language, String all, String lang, String java, String expected) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LANGUAGE", language);
    environment.put("LC_ALL", all);
    environment.put("LANG", lang);

    assertThat(Terminal.ofSystem(environment::get, java).tag()).isEqualTo(expected);
  }

  @Test
  void whatIsWrongIsSaidInTheLanguageThatIsAskedFor() {
    CommandRun.of("describe", "x", "--language", "es", "--stor")
        .refusesCommandLine("opción u orden desconocida: --stor", "Vea: quipu describe --help");
    CommandRun.of("change", "--language=es")
        .refusesCommandLine("falta: --store=DIR, --from=Y, --to=Y");
    CommandRun.of("change", "--store", "x", "--from", 2022, "--to", 2017, "--language", "es")
        .refusesCommandLine("--from 2022 no es anterior a --to 2017");
    CommandRun.of("--language", "es").refusesCommandLine("falta la orden", "Vea: quipu --help");
    CommandRun.of("--language", "es", "change").refusesCommandLine("falta: --store=DIR");
  }
}
