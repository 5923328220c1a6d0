/**
 * Calibration of survey weights to known totals of the population (Deville and Särndal 1992,
 * Journal of the American Statistical Association 87; Särndal 2007, Survey Methodology 33):
 * post-stratification, raking, linear and logit, with trimming. What is found is a function of a
 * row's values, so that it is solved from the distinct rows alone and holds wherever the rows are.
 */
package org.quipu.survey.calibration;
