package org.quipu.job;

import picocli.CommandLine.Command;

@Command(name = "ingest")
final class IngestCommand extends Job {
  @Override
  protected void run(Console console) {}
}
