/**
 * Questions of association and of strategies put together from what is at hand: rows of a store's
 * tables, or a user's own files; and the areas of a user's file from which targets are chosen. It
 * connects the tables with the pure statistics of {@code org.quipu.association}, {@code
 * org.quipu.panel} and {@code org.quipu.target}, which know neither.
 */
package org.quipu.study;
