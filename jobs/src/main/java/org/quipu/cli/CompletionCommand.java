package org.quipu.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
    name = "completion",
    description =
        "Prints a script by which bash or zsh completes commands and options at the TAB key.",
    footer = {"", "Load it, also from ~/.bashrc or ~/.zshrc:", "  source <(./quipu completion)"})
final class CompletionCommand extends BaseCommand {
  @Override
  protected void run(Console console) {
    console.say(AutoComplete.bash("quipu", spec.root().commandLine()));
  }
}
