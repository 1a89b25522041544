package org.ocppbridge.adapter.store.memory;

import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreContract;

class MemoryStoreTest extends StoreContract {
  @Override
  protected Store open() {
    return new MemoryStore();
  }
}
