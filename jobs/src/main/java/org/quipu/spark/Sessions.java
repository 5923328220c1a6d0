package org.quipu.spark;

import org.apache.spark.sql.SparkSession;

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

  public static synchronized void stop() {
    if (own != null) {
      own.stop();
      own = null;
    }
  }
}
