/**
 * Did violence fall more where prevention reached more people: the question, its analysis by every
 * method that the data allow, and the study of a strategy's regions against the others.
 */
package org.quipu.association;
