package org.quipu.job;

import java.io.IOException;
import org.quipu.store.Store;
import org.quipu.store.StoreUpdate;

/** One kind of files that is loaded into a store. */
interface IngestSource {
  /** Whether the store lacks any of it; what it holds, made of the same files, is left out. */
  boolean isNew(Store store, Progress progress);

  /** Adds to the update what the store lacks. */
  void write(StoreUpdate update, Progress progress) throws IOException;
}
