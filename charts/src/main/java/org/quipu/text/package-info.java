/** Languages, message bundles and number formats of everything that people read. */
package org.quipu.text;
