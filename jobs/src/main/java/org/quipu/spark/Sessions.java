package org.quipu.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.quipu.file.HadoopSettings;
import scala.Tuple2;

/**
 * The one Spark session of a command, started when first needed and stopped when the command ends.
 * A session that exists already, such as a notebook's, is used and not stopped. Master, memory and
 * partitions come from Spark's own configuration: spark-submit's, or the launcher's.
 */
public final class Sessions {
  private static SparkSession own;

  private Sessions() {}

  /** The session; the description of its next jobs is shown in Spark's interface. */
  public static synchronized SparkSession spark(String description) {
    boolean there = SparkSession.getDefaultSession().isDefined();
    SparkSession session = SparkSession.builder().appName("quipu").getOrCreate();
    if (!there) {
      own = session;
    }

    session.sparkContext().setJobDescription(description);
    return session;
  }

  /**
   * Starts the session where YARN waits for it: a driver on its cluster that ends without having
   * had one counts as failed, even where the command needs none.
   */
  public static void startWhereAwaited() {
    if ("yarn".equals(System.getProperty("spark.master"))
        && "cluster".equals(System.getProperty("spark.submit.deployMode"))) {
      spark("quipu");
    }
  }

  /** Lets the readers of files reach, within a task, the file systems that Spark was told of. */
  public static void shareSettings() {
    Map<String, String> settings = new HashMap<>();
    for (Tuple2<String, String> setting : SparkEnv.get().conf().getAllWithPrefix("spark.hadoop.")) {
      settings.put(setting._1(), setting._2());
    }

    HadoopSettings.take(settings);
  }

  public static synchronized void stop() {
    if (own != null) {
      own.stop();
      own = null;
    }
  }
}
