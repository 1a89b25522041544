package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventConnection.EventCallback;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.FleetRow;

/**
 * Tells browsers what has changed, at most once a second: event {@code bridge} with the bridge as a
 * whole, {@code chargers} with the rows that changed, {@code charger} with all of the one charger
 * that a browser looks at. Who has not taken the last event gets the next one later, with what
 * changed meanwhile.
 */
final class LiveEvents {

  /** Time between two looks at what has changed. */
  static final Duration EVERY = Duration.ofSeconds(1);

  /** Most browsers at once. */
  static final int CLIENTS_MAX = 50;

  /** Most rows of one event; over it the browser is told to ask again for its page. */
  static final int ROWS_MAX = 200;

  /** Time between two comments that keep an idle connection open. */
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Fleet fleet;
  private final Guard guard;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();

  /**
   * Rows that changed.
   *
   * @param rows of chargers that are new or changed
   * @param more whether there are more than are listed here, or chargers are gone
   */
  record ChangedRows(List<FleetRow> rows, boolean more) {}

  LiveEvents(Fleet fleet, Guard guard) {
    this.fleet = fleet;
    this.guard = guard;
  }

  void addTo(Router router) {
    router.get("/api/v1/events", this::open);
  }

  private void open(Call call) throws Exception {
    if (clients.size() >= CLIENTS_MAX) {
      throw new Problem.Thrown(
          StatusCodes.SERVICE_UNAVAILABLE, "too many browsers are watching: " + CLIENTS_MAX);
    }
    Optional<String> charger = call.value("charger");
    HttpServerExchange exchange = call.exchange();
    new ServerSentEventHandler(
            (connection, lastId) -> {
              connection.setKeepAliveTime(HEARTBEAT_MILLIS);
              Client client = new Client(connection, exchange, charger);
              clients.add(client);
              connection.addCloseTask(closed -> clients.remove(client));
            })
        .handleRequest(exchange);
  }

  /** Looks at what has changed and tells who watches; called every {@link #EVERY}. */
  void tick() {
    for (Client client : clients) {
      if (!guard.isStillSignedIn(client.exchange)) {
        client.close();
      } else if (!client.busy) {
        client.tell();
      }
    }
  }

  /** A browser that watches. */
  private final class Client implements EventCallback {
    private final ServerSentEventConnection connection;
    private final HttpServerExchange exchange;
    private final Optional<String> charger;
    private List<FleetRow> rows = List.of();
    private final Map<String, String> told = new HashMap<>();
    private final AtomicInteger unsent = new AtomicInteger();
    private volatile boolean busy;

    Client(
        ServerSentEventConnection connection,
        HttpServerExchange exchange,
        Optional<String> charger) {
      this.connection = connection;
      this.exchange = exchange;
      this.charger = charger;
    }

    /** One after the other, on the one thread that ticks. */
    void tell() {
      tellIfNew("bridge", Json.text(fleet.bridge()));
      if (charger.isPresent()) {
        fleet.charger(charger.get()).ifPresent(c -> tellIfNew("charger", Json.text(c)));
        return;
      }
      List<FleetRow> now = fleet.rows();
      boolean first = rows.isEmpty();
      ChangedRows changed = changed(rows, now);
      rows = now;
      if (!first && (changed.more() || !changed.rows().isEmpty())) {
        send("chargers", Json.text(changed));
      }
    }

    private void tellIfNew(String event, String data) {
      if (!data.equals(told.put(event, data))) {
        send(event, data);
      }
    }

    private void send(String event, String data) {
      unsent.incrementAndGet();
      busy = true;
      connection.send(data, event, null, this);
    }

    void close() {
      connection.shutdown();
    }

    @Override
    public void done(ServerSentEventConnection same, String data, String event, String id) {
      if (unsent.decrementAndGet() == 0) {
        busy = false;
      }
    }

    @Override
    public void failed(
        ServerSentEventConnection same, String data, String event, String id, IOException e) {
      clients.remove(this);
      connection.shutdown();
    }
  }

  /** Both are sorted by identity. */
  static ChangedRows changed(List<FleetRow> before, List<FleetRow> now) {
    Map<String, FleetRow> known = HashMap.newHashMap(before.size());
    before.forEach(row -> known.put(row.id(), row));
    List<FleetRow> changed = new ArrayList<>();
    boolean more = false;
    for (FleetRow row : now) {
      FleetRow old = known.remove(row.id());
      if (!row.equals(old)) {
        more |= old == null || changed.size() >= ROWS_MAX;
        if (changed.size() < ROWS_MAX) {
          changed.add(row);
        }
      }
    }
    return new ChangedRows(changed, more || !known.isEmpty());
  }
}
