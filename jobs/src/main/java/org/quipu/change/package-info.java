/**
 * Changes between years: tests of one domain and of families of domains, whether all changed alike,
 * a domain against the rest, trends, standardisation and the split into composition and rate. Pure
 * functions of estimates and the covariances of totals.
 */
package org.quipu.change;
