package org.quipu.doctor;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.List;
import org.quipu.doctor.Finding.State;
import org.quipu.text.Language;
import org.quipu.text.Messages;

/**
 * What the machine gives to Quipu.
 *
 * @param javaVersion such as 17.0.15
 * @param javaHome where Java is
 * @param heap the most bytes that Java may use for objects
 * @param memory bytes of the machine or of its container
 * @param processors that Java may use
 * @param fileNames how Java writes the names of files
 */
record Machine(
    Runtime.Version javaVersion,
    String javaHome,
    long heap,
    long memory,
    int processors,
    String fileNames) {
  private static final int OLDEST_JAVA = 17;

  /** The survey's largest years and the figures fit into it. */
  private static final long ENOUGH_HEAP = 1_000 * Mebibytes.ONE;

  /** What Java uses besides its objects, and the system itself. */
  private static final long BESIDE_HEAP = 500 * Mebibytes.ONE;

  /** This one. */
  static Machine here() {
    Runtime java = Runtime.getRuntime();
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Runtime.version(),
        System.getProperty("java.home"),
        java.maxMemory(),
        system.getTotalMemorySize(),
        java.availableProcessors(),
        System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
  }

  /** What there is to say of it. */
  List<Finding> findings(Messages texts, Language language) {
    return List.of(
        Finding.of(
            texts,
            "java",
            javaVersion.feature() < OLDEST_JAVA ? State.WRONG : State.FINE,
            javaVersion,
            javaHome),
        memory(texts, language),
        Finding.of(
            texts,
            "processors",
            processors < 2 ? State.POOR : State.FINE,
            language.count(processors)),
        Finding.of(
            texts,
            "names",
            Charset.forName(fileNames).newEncoder().canEncode("ñ") ? State.FINE : State.WRONG,
            fileNames));
  }

  private Finding memory(Messages texts, Language language) {
    boolean tooMuch = heap + BESIDE_HEAP > memory;
    return Finding.of(
        texts,
        tooMuch ? "heap" : "memory",
        tooMuch || heap < ENOUGH_HEAP ? State.POOR : State.FINE,
        Mebibytes.written(heap, language),
        Mebibytes.written(memory, language));
  }
}
