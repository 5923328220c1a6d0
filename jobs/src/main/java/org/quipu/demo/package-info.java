/**
 * The synthetic survey and programme records of {@code quipu demo}: made from a seed, byte for byte
 * the same on every run, calibrated to the published figures in {@code data/demo}, and marked as
 * synthetic in every file. {@link org.quipu.demo.SyntheticEndes} and {@link
 * org.quipu.demo.SyntheticPrograms} are the entry points.
 */
package org.quipu.demo;
