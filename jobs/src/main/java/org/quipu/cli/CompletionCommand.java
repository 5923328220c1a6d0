package org.quipu.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(name = "completion")
final class CompletionCommand extends BaseCommand {
  @Override
  protected void run(Console console) {
    console.say(AutoComplete.bash("quipu", spec.root().commandLine()));
  }
}
