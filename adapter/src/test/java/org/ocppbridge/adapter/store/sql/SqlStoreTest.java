package org.ocppbridge.adapter.store.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreContract;

class SqlStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  protected Store open() {
    return SqlStore.in(folder, SqlStore.Limits.DEFAULT);
  }
}
