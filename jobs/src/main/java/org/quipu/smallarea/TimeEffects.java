package org.quipu.smallarea;

import org.quipu.Coded;

/** How the effects of an area's times hang together. */
public enum TimeEffects implements Coded {
  /** Not at all (model S of R's {@code sae::eblupSTFH}). */
  INDEPENDENT,
  /** By an autoregression of the first order (model ST). */
  AUTOREGRESSIVE
}
