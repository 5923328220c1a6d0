/** The figures. Plain data in, a picture out: nothing here knows Spark, files or the store. */
package org.quipu.charts;
