package org.quipu.job;

import picocli.CommandLine.Command;

@Command(name = "prevalence")
final class PrevalenceCommand extends Job {
  @Override
  protected void run(Console console) {}
}
