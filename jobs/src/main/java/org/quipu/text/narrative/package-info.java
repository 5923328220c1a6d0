/**
 * What the tables say, in words: tables hold numbers and keys, and here they become the sentences
 * and terms of a language when they are shown or exported.
 */
package org.quipu.text.narrative;
