package org.quipu;

/**
 * A value with parts that tables hold as one text, which {@code toString} writes. Its class has a
 * public static method {@code parse(String)} that reads this text and throws {@link
 * IllegalArgumentException} at any other.
 */
public interface StoredText {}
