package org.quipu.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * How Hadoop reaches file systems: its own files ({@code core-site.xml}), and over them Spark's
 * settings {@code spark.hadoop.NAME}, which spark-submit takes on the command line.
 */
public final class HadoopSettings {
  /**
   * The ability of object stores to make a file where there is none yet, as Hadoop calls it; there
   * a file appears when it is complete.
   */
  public static final String CONDITIONAL_PUT = "fs.option.create.conditional.overwrite";

  private static final String SPARK = "spark.hadoop.";
  private static final Map<String, String> OF_TASKS = new ConcurrentHashMap<>();

  private HadoopSettings() {}

  /** The settings of this process. */
  public static Configuration configuration() {
    Configuration conf = new Configuration();
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name instanceof String key && key.startsWith(SPARK)) {
                conf.set(key.substring(SPARK.length()), value.toString());
              }
            });
    OF_TASKS.forEach(conf::set);
    return conf;
  }

  /** Takes over settings in a process that runs tasks for another, by their names in Hadoop. */
  public static void take(Map<String, String> settings) {
    OF_TASKS.putAll(settings);
  }
}
