package org.ocppbridge.adapter.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocppbridge.adapter.crash.Arrival.Outcome;
import org.ocppbridge.adapter.csms.TestCsms;

/**
 * A CSMS of both protocols in a bad way: it errs, says nothing, is slow, drops links, refuses them,
 * goes away altogether. It notes each transaction message and knows a repeated start.
 */
final class MoodyCsms implements AutoCloseable {

  /** A message is refused less often than the bridge's attempts, so that none is given up. */
  private static final int REFUSALS_MAX = 3;

  /** When a charger's link was broken from this side. */
  record Drop(String identity, long at) {}

  private final Random random;
  private final int port;
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final Set<TestCsms.Peer> peers = ConcurrentHashMap.newKeySet();
  private final List<Drop> drops = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final Map<String, Integer> transactions = new ConcurrentHashMap<>();
  private final AtomicInteger lastTransaction = new AtomicInteger(1000);
  private volatile TestCsms server;
  private volatile boolean kind;

  MoodyCsms(long seed) {
    random = new Random(seed);
    server = TestCsms.start();
    port = server.port();
    server.answerEach(this::answer);
  }

  String url() {
    return "ws://127.0.0.1:" + port + "/ocpp";
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  List<Drop> drops() {
    return drops;
  }

  /** The id given to the 1.6J start with this register. */
  Optional<Integer> transaction(String identity, long meterStart) {
    return Optional.ofNullable(transactions.get(identity + " Start " + meterStart));
  }

  /** From now on it is as it should be. */
  void beKind() {
    kind = true;
  }

  /** Goes away, or refuses everybody, for a while. */
  synchronized void misbehave(int millis) {
    boolean refuse = random.nextBoolean();
    dropAll();
    if (refuse) {
      server.refuse(503);
      later.schedule(server::letIn, millis, TimeUnit.MILLISECONDS);
    } else {
      server.close();
      later.schedule(this::comeBack, millis, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void comeBack() {
    try {
      TestCsms again = TestCsms.start(port);
      again.answerEach(this::answer);
      server = again;
    } catch (RuntimeException e) {
      // The port is not free yet.
      later.schedule(this::comeBack, 50, TimeUnit.MILLISECONDS);
    }
  }

  private void dropAll() {
    peers.forEach(this::drop);
  }

  private void drop(TestCsms.Peer peer) {
    peer.drop();
    peers.remove(peer);
    drops.add(new Drop(peer.identity(), System.nanoTime()));
  }

  private Optional<String> answer(TestCsms.Peer peer, JsonNode frame) {
    if (frame.path(0).asInt() != 2) {
      return Optional.empty();
    }
    peers.add(peer);
    String id = frame.path(1).asText();
    String action = frame.path(2).asText();
    JsonNode payload = frame.path(3);
    if (!Arrival.is(action, payload)) {
      return Optional.of("[3,\"" + id + "\"," + other(peer.identity(), action) + "]");
    }
    Arrival arrival =
        new Arrival(System.nanoTime(), peer.identity(), id, action, payload, Outcome.TAKEN);
    return byMood(peer, arrival, roll());
  }

  private synchronized int roll() {
    return kind ? 1000 : random.nextInt(1000);
  }

  private Optional<String> byMood(TestCsms.Peer peer, Arrival arrival, int mood) {
    String result = "[3,\"" + arrival.messageId() + "\"," + accepted(arrival) + "]";
    if (mood < 45 && mayRefuse(arrival)) {
      arrivals.add(arrival.with(Outcome.REFUSED));
      return bad(peer, arrival, mood);
    }
    if (mood < 60) {
      arrivals.add(arrival);
      later.schedule(() -> drop(peer), roll() % 5, TimeUnit.MILLISECONDS);
      return Optional.of(result);
    }
    boolean slow = mood < 65;
    arrivals.add(slow ? arrival.with(Outcome.TAKEN_LATE) : arrival);
    long delay = slow ? 1000 + 2 * mood : roll() % 10;
    later.schedule(() -> peer.send(result), delay, TimeUnit.MILLISECONDS);
    return Optional.empty();
  }

  private Optional<String> bad(TestCsms.Peer peer, Arrival arrival, int mood) {
    if (mood < 4) {
      return Optional.empty();
    }
    if (mood < 25) {
      drop(peer);
      return Optional.empty();
    }
    return Optional.of("[4,\"" + arrival.messageId() + "\",\"InternalError\",\"\",{}]");
  }

  private boolean mayRefuse(Arrival arrival) {
    return refusals.merge(arrival.identity() + " " + arrival.what(), 1, Integer::sum)
        <= REFUSALS_MAX;
  }

  private String accepted(Arrival arrival) {
    return switch (arrival.action()) {
      case "StartTransaction" ->
          "{\"transactionId\":"
              + transactions.computeIfAbsent(
                  arrival.identity() + " " + arrival.what(), k -> lastTransaction.incrementAndGet())
              + ",\"idTagInfo\":{\"status\":\"Accepted\"}}";
      case "StopTransaction" -> "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
      default -> "{}";
    };
  }

  private static String other(String identity, String action) {
    String accepted = "{\"status\":\"Accepted\"}";
    return switch (action) {
      case "BootNotification" ->
          "{\"status\":\"Accepted\",\"interval\":60,\"currentTime\":\"2026-03-01T12:00:00Z\"}";
      case "Heartbeat" -> "{\"currentTime\":\"2026-03-01T12:00:00Z\"}";
      case "Authorize" ->
          "{\""
              + (identity.startsWith("J201") ? "idTokenInfo" : "idTagInfo")
              + "\":"
              + accepted
              + "}";
      case "DataTransfer" -> accepted;
      default -> "{}";
    };
  }

  @Override
  public void close() {
    later.shutdownNow();
    server.close();
  }
}
