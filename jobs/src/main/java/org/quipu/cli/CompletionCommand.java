package org.quipu.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description =
        "Prints a script by which the shell completes commands and options at the TAB key.",
    footer = {
      "",
      "Load it, also from ~/.bashrc or ~/.zshrc:",
      "  source <(./quipu completion bash)",
      "  source <(./quipu completion zsh)"
    })
final class CompletionCommand extends BaseCommand {
  /** The shells for which the script is, which finds out for itself which of them reads it. */
  private enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  @Override
  protected void run(Console console) {
    console.say(AutoComplete.bash("quipu", spec.root().commandLine()));
  }
}
