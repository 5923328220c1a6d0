/**
 * The choice of areas: which ones hold the most of what is to be reached, under a budget, a number
 * of areas and a floor in each region; how near the answer is to the best one, and how far it rests
 * on estimates that are uncertain. Plain Java on arrays and records.
 */
package org.quipu.target;
