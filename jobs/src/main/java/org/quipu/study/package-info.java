/**
 * Questions of association and of strategies put together from what is at hand: rows of a store's
 * tables, or a user's own files. It connects the tables with the pure statistics of {@code
 * org.quipu.association} and {@code org.quipu.panel}, which know neither.
 */
package org.quipu.study;
