package org.quipu.job;

import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a command, started when first needed. Master, memory and partitions come
 * from Spark's own configuration: spark-submit's, or the launcher's.
 */
final class Sessions {
  private static SparkSession session;

  private Sessions() {}

  static synchronized SparkSession spark() {
    if (session == null) {
      session = SparkSession.builder().appName("quipu").getOrCreate();
    }

    return session;
  }

  /** The session, with this description of what it does next in Spark's own interface. */
  static SparkSession spark(String description) {
    spark().sparkContext().setJobDescription(description);
    return session;
  }

  static synchronized void stop() {
    if (session != null) {
      session.stop();
      session = null;
    }
  }
}
