package org.ocppbridge.adapter.ledger;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The ledger over HTTP, all GET, to be mounted at and below {@link #PATH}, behind the sign-in:
 *
 * <table>
 * <caption>Paths</caption>
 * <tr><td>{@code /api/v1/exchanges}</td><td>a {@link Page}; parameters {@code charger}, {@code
 * operation}, {@code outcome}, {@code from}, {@code to} (ISO 8601), {@code seq}, {@code text},
 * {@code before} (an id), {@code limit} (50), {@code full} ({@code true}: with the texts of all
 * messages)</td></tr>
 * <tr><td>{@code /api/v1/exchanges/ID}</td><td>an {@link Exchange}</td></tr>
 * <tr><td>{@code /api/v1/exchanges/export}</td><td>NDJSON, the oldest first; the same
 * filter</td></tr>
 * <tr><td>{@code /api/v1/exchanges/live}</td><td>server-sent events: {@code exchange} with an
 * {@link Exchange} and its id, {@code missed} with a count; the same filter, {@code
 * full}</td></tr>
 * <tr><td>{@code /api/v1/exchanges/counts}</td><td>{@link LedgerCounts}</td></tr>
 * </table>
 */
public final class LedgerApi implements HttpHandler, AutoCloseable {

  /** Where it is mounted. */
  public static final String PATH = "/api/v1/exchanges";

  /** Exchanges of a page, unless the query says otherwise. */
  private static final int LIMIT = 50;

  /** A watcher that hears nothing for longer may take the connection for dead. */
  private static final Duration PING = Duration.ofSeconds(15);

  /** After this time a watcher has to come again, and to be signed in still. */
  private static final Duration LIVE_MAX = Duration.ofHours(1);

  private final Optional<ExchangeLedger> ledger;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ledger-api-", 0).factory());

  /**
   * @param ledger empty: it is off, which is what all requests are told
   */
  public LedgerApi(Optional<ExchangeLedger> ledger) {
    this.ledger = ledger;
  }

  /** Work with a disk or a slow watcher belongs on a thread of its own. */
  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.dispatch(threads, this::serve);
  }

  private void serve(HttpServerExchange exchange) {
    if (ledger.isEmpty()) {
      problem(exchange, StatusCodes.NOT_FOUND, "the ledger is off (ledger.enabled)");
      return;
    }
    try {
      route(exchange, ledger.get(), new LedgerQuery(exchange));
    } catch (IllegalArgumentException wrong) {
      problem(exchange, StatusCodes.BAD_REQUEST, wrong.getMessage());
    } catch (IllegalStateException tooMany) {
      problem(exchange, StatusCodes.SERVICE_UNAVAILABLE, tooMany.getMessage());
    } catch (IOException gone) {
      exchange.endExchange();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      exchange.endExchange();
    }
  }

  private static void route(HttpServerExchange exchange, ExchangeLedger ledger, LedgerQuery query)
      throws IOException, InterruptedException {
    String path = exchange.getRequestPath();
    String rest = path.startsWith(PATH + "/") ? path.substring(PATH.length() + 1) : "";
    switch (rest) {
      case "" -> search(exchange, ledger, query);
      case "export" -> export(exchange, ledger, query.filter());
      case "live" -> live(exchange, ledger.subscribe(query.filter()), query.shape());
      case "counts" -> json(exchange, ledger.counts());
      default -> one(exchange, ledger, rest);
    }
  }

  private static void search(
      HttpServerExchange exchange, ExchangeLedger ledger, LedgerQuery query) {
    Page page = ledger.search(query.filter(), query.before(), query.limit(LIMIT));
    json(exchange, new Page(page.exchanges().stream().map(query.shape()).toList(), page.next()));
  }

  private static void one(HttpServerExchange exchange, ExchangeLedger ledger, String id) {
    Optional<Exchange> found =
        id.matches("\\d{1,18}") ? ledger.find(Long.parseLong(id)) : Optional.empty();
    found.ifPresentOrElse(
        one -> json(exchange, one),
        () -> problem(exchange, StatusCodes.NOT_FOUND, "no such exchange"));
  }

  private static void export(HttpServerExchange exchange, ExchangeLedger ledger, Filter filter)
      throws IOException {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/x-ndjson");
    exchange
        .getResponseHeaders()
        .put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"exchanges.ndjson\"");
    exchange.startBlocking();
    try (OutputStream out = new BufferedOutputStream(exchange.getOutputStream(), 1 << 16)) {
      ledger.export(filter, one -> line(out, LedgerJson.text(one) + "\n"));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private static boolean line(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void live(
      HttpServerExchange exchange, Subscription subscription, UnaryOperator<Exchange> shape)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream");
    exchange.startBlocking();
    long end = System.nanoTime() + LIVE_MAX.toNanos();
    try (subscription;
        OutputStream out = exchange.getOutputStream()) {
      send(out, ": watching\n\n");
      while (System.nanoTime() - end < 0) {
        Optional<Exchange> next = subscription.next(PING);
        long missed = subscription.missed();
        if (missed > 0) {
          send(out, "event: missed\ndata: " + missed + "\n\n");
        }
        send(out, next.map(shape).map(LedgerApi::event).orElse(": still here\n\n"));
      }
    }
  }

  private static String event(Exchange exchange) {
    return "event: exchange\nid: "
        + exchange.id()
        + "\ndata: "
        + LedgerJson.text(exchange)
        + "\n\n";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void json(HttpServerExchange exchange, Object value) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(LedgerJson.text(value));
  }

  /** As RFC 9457 has it. */
  private record Problem(String type, String title, int status, String detail) {}

  private static void problem(HttpServerExchange exchange, int status, String detail) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
    String title = StatusCodes.getReason(status);
    exchange
        .getResponseSender()
        .send(LedgerJson.text(new Problem("about:blank", title, status, detail)));
  }

  /** Lets no watcher go on. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
