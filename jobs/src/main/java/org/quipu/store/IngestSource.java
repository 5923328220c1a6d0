package org.quipu.store;

import java.io.IOException;
import org.quipu.Progress;

/** One kind of files that is loaded into a store. */
public interface IngestSource {
  /** Whether the store lacks any of it; what it holds, made of the same files, is left out. */
  boolean isNew(Store store, Progress progress);

  /** Adds to the update what the store lacks. */
  void write(StoreUpdate update, Progress progress) throws IOException;
}
