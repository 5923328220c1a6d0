/**
 * The synthetic survey and programme records of {@code quipu demo}: made from a seed, the same to
 * the byte on every run, calibrated to the published figures in {@code data/demo}, and marked as
 * synthetic in every file. Plain Java; from outside only {@link org.quipu.demo.SyntheticEndes} and
 * {@link org.quipu.demo.SyntheticPrograms} are of use.
 */
package org.quipu.demo;
