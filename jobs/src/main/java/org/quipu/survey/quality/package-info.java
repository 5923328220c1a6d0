/**
 * What may be published: named schemes judge an estimate by its cases and precision, and hidden
 * cells are emptied, together with those from which they could be had by subtraction.
 */
package org.quipu.survey.quality;
