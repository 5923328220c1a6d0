/**
 * Contrasts of estimates: functions of several estimates, linear or not, with standard errors by
 * the delta method from the covariance of the estimates and exact derivatives.
 */
package org.quipu.survey.contrast;
