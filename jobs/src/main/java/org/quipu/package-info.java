/**
 * The entry point and what every package shares. Each folder below holds one concern; {@code job}
 * ties them together.
 */
package org.quipu;
