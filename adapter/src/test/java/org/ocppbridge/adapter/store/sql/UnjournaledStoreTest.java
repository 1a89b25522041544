package org.ocppbridge.adapter.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreContract;
import org.ocppbridge.adapter.store.journal.Place;

/** A database that has no journal in front of it, as one on another computer would not. */
class UnjournaledStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  protected Store open() {
    return SqlStore.open(new Unjournaled(Sqlite.in(folder)), SqlStore.Limits.DEFAULT);
  }

  private record Unjournaled(Engine engine) implements Engine {
    @Override
    public Connection connect() throws SQLException {
      return engine.connect();
    }

    @Override
    public String clustered() {
      return engine.clustered();
    }

    @Override
    public boolean concernsAll(SQLException failure) {
      return engine.concernsAll(failure);
    }

    @Override
    public Optional<Place> journal() {
      return Optional.empty();
    }

    @Override
    public void say(String holder) {
      engine.say(holder);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
