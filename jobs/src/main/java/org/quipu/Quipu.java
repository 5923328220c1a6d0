package org.quipu;

/** The command line. */
public final class Quipu {
  private Quipu() {}

  public static void main(String[] args) {}
}
