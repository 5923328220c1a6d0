/**
 * Whether Quipu can work on this machine: Java, memory, folders, and each part tried once. What is
 * found is said in words, with what to do about it.
 */
package org.quipu.doctor;
