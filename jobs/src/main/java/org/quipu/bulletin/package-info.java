/**
 * What the public reads: figures drawn from the tables, a bulletin a region and an index of them.
 * Everything here only shows what the tables hold; it estimates nothing.
 */
package org.quipu.bulletin;
