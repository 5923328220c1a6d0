/** Feeds {@link org.quipu.survey} from Spark: the only part of it that knows Spark. */
package org.quipu.survey.spark;
