/** PDF documents of A4 pages: well-formed XHTML with figures in, a tagged document (PDF/UA) out. */
package org.quipu.pdf;
