package org.ocppbridge.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Chargers of one server, and their connections. */
final class Fleet implements AutoCloseable {
  /** How long the last answers are waited for. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(100);

  /**
   * What a fleet is like.
   *
   * @param port of the server, on loopback
   * @param connections that its chargers share
   * @param close a new connection for every request
   */
  record Settings(
      int port, int identities, int connections, boolean close, Script script, Wording wording) {}

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final Settings settings;
  private int turn;
  private int outstanding;

  Fleet(Settings settings) throws IOException {
    this.settings = settings;
    List<List<Charger>> shares = new ArrayList<>();
    for (int i = 0; i < Math.min(settings.connections(), settings.identities()); i++) {
      shares.add(new ArrayList<>());
    }
    for (int i = 0; i < settings.identities(); i++) {
      Charger charger = new Charger(i, settings.script());
      shares.get(i % shares.size()).add(charger);
    }
    for (List<Charger> share : shares) {
      connections.add(new Connection(selector, settings, share));
    }
  }

  int identities() {
    return settings.identities();
  }

  /** Each charger asks this once; a Start those alone that begin amid a transaction. */
  Tally once(Kind kind) throws IOException {
    Tally tally = new Tally();
    for (Connection connection : connections) {
      for (Charger charger : connection.chargers()) {
        if (kind != Kind.START || charger.isCharging()) {
          outstanding++;
          connection.send(new Connection.Due(charger, kind, System.nanoTime()));
        }
      }
    }
    finish(tally);
    return tally;
  }

  /** Each connection asks again as soon as it has its answer. */
  Tally closed(double seconds) throws IOException {
    noticeClosed();
    Tally tally = new Tally();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (Connection connection : connections) {
      ask(connection, System.nanoTime());
    }
    while (System.nanoTime() < end) {
      selector.select(
          key -> answered((Connection) key.attachment(), tally, end),
          Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    tally.end();
    finish(tally);
    return tally;
  }

  /** Requests fall due at a steady rate, whatever becomes of those before. */
  Tally atRate(double perSecond, double seconds) throws IOException {
    noticeClosed();
    Tally tally = new Tally();
    long start = System.nanoTime();
    long all = (long) (perSecond * seconds);
    IntFunction<Long> dues = number -> start + (long) (number * 1e9 / perSecond);
    int sent = 0;
    while (sent < all) {
      while (sent < all && dues.apply(sent) <= System.nanoTime()) {
        ask(connections.get(turn++ % connections.size()), dues.apply(sent++));
      }
      if (selector.selectNow(key -> answered((Connection) key.attachment(), tally, 0)) == 0) {
        LockSupport.parkNanos(NAP);
      }
    }
    tally.end();
    finish(tally);
    return tally;
  }

  /** Servers close connections that were idle. */
  private void noticeClosed() throws IOException {
    Tally nothing = new Tally();
    selector.selectNow(key -> answered((Connection) key.attachment(), nothing, 0));
  }

  private void ask(Connection connection, long due) throws IOException {
    Charger charger = connection.nextCharger();
    outstanding++;
    connection.send(new Connection.Due(charger, charger.next(), due));
  }

  /**
   * @param again until when, in nanoseconds, another question follows the answer
   */
  private void answered(Connection connection, Tally tally, long again) {
    try {
      if (connection.isAnswered()) {
        long now = System.nanoTime();
        tally.add(connection.take(), connection.answer(), now);
        outstanding--;
        connection.sendWaiting();
        if (now < again && connection.isIdle()) {
          ask(connection, now);
        }
      }
    } catch (IOException e) {
      tally.broken(e);
      outstanding--;
      forget(connection);
    }
  }

  private static void forget(Connection connection) {
    try {
      connection.reset();
    } catch (IOException closed) {
      // It is closed in any case.
    }
  }

  private void finish(Tally tally) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (outstanding > 0 && System.nanoTime() < end) {
      selector.select(key -> answered((Connection) key.attachment(), tally, 0), 100);
    }
    tally.late(outstanding);
    outstanding = 0;
    tally.end();
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
