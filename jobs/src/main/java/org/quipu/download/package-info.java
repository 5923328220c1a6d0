/**
 * Zips from the web over lines that fail: one request at a time, continued where it broke off,
 * tried again within bounds, checked, and under their names only when they are whole.
 */
package org.quipu.download;
