package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.ocppbridge.adapter.store.journal.Place;
import org.ocppbridge.adapter.store.journal.Tail;

/** A database that does what another one does, but for what a test wants otherwise. */
abstract class ForwardingEngine implements Engine {
  private final Engine engine;

  ForwardingEngine(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Connection connect() throws SQLException {
    return engine.connect();
  }

  /** Brings something to the journal's disk. */
  abstract void append(Tail tail, ByteBuffer bytes) throws IOException;

  /** A part of the database, each call of which is handled so. */
  static <T> T handled(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            ForwardingEngine.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Calls the part itself. */
  static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public final Optional<Place> journal() {
    return engine
        .journal()
        .map(
            place ->
                new Place(
                    place.folder(), place.prefix(), file -> new End(place.maker().open(file))));
  }

  private final class End implements Tail {
    private final Tail tail;

    End(Tail tail) {
      this.tail = tail;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      ForwardingEngine.this.append(tail, bytes);
    }

    @Override
    public void close() throws IOException {
      tail.close();
    }
  }

  @Override
  public final String clustered() {
    return engine.clustered();
  }

  @Override
  public final boolean concernsAll(SQLException failure) {
    return engine.concernsAll(failure);
  }

  @Override
  public final void say(String holder) {
    engine.say(holder);
  }

  @Override
  public final void close() {
    engine.close();
  }
}
