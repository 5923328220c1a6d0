/**
 * The commands, one class each: options in, one domain class called, tables out. What they share is
 * {@link org.quipu.job.Job}.
 */
package org.quipu.job;
